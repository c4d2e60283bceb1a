/// Loads eight floats from any address.
@inline(__always)
func load(_ pointer: UnsafePointer<Float>) -> SIMD8<Float> {
  UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
}

/// Stores eight floats at any address.
@inline(__always)
func store(_ value: SIMD8<Float>, _ pointer: Floats) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD8<Float>.self)
}

/// The larger of the value and zero; NaN stays NaN, so that a diverged loss shows.
@inline(__always)
func rectified(_ value: SIMD8<Float>) -> SIMD8<Float> {
  value.replacing(with: 0, where: value .< 0)
}

/// The value where the gate is open (above zero, or NaN), else zero.
@inline(__always)
func masked(_ value: SIMD8<Float>, where gate: SIMD8<Float>) -> SIMD8<Float> {
  value.replacing(with: 0, where: gate .<= 0)
}

/// y ← y + b, then max(y, 0) where asked.
func addBias(_ y: Floats, _ bias: UnsafePointer<Float>, _ count: Int, relu: Bool) {
  let whole = count / 8 * 8
  for i in stride(from: 0, to: whole, by: 8) {
    let value = load(y + i) + load(bias + i)
    store(relu ? rectified(value) : value, y + i)
  }
  for i in whole..<count {
    let value = y[i] + bias[i]
    y[i] = relu && value < 0 ? 0 : value
  }
}

/// y ← y + x.
func accumulate(_ y: Floats, _ x: UnsafePointer<Float>, _ count: Int) {
  addBias(y, x, count, relu: false)
}

/// Zeroes the gradient where the rectified value is zero.
func maskRelu(_ gradient: Floats, where value: UnsafePointer<Float>, _ count: Int) {
  let whole = count / 8 * 8
  for i in stride(from: 0, to: whole, by: 8) {
    store(masked(load(gradient + i), where: load(value + i)), gradient + i)
  }
  for i in whole..<count where value[i] <= 0 { gradient[i] = 0 }
}
