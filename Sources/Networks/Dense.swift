internal import OneDNN

typealias Floats = UnsafeMutablePointer<Float>

/// A dense layer y = x·Wᵀ + b: pointers to weights [outputs, inputs] and bias [outputs].
struct Dense {
  let inputs: Int
  let outputs: Int
  let weight: AlignedBuffer
  let bias: AlignedBuffer

  init(_ name: String, in store: ParameterStore) {
    self.init(weight: store.slice(name + ".weight"), bias: store.slice(name + ".bias"))
  }

  init(weight: AlignedBuffer, bias: AlignedBuffer) {
    self.weight = weight
    self.bias = bias
    outputs = bias.count
    inputs = weight.count / bias.count
  }

  /// y ← x·Wᵀ + b for `rows` rows, then ReLU where asked.
  func forward(_ rows: Int, _ x: Floats, into y: Floats, relu: Bool = false) throws {
    try multiply(
      rows: rows, columns: outputs, depth: inputs, x, weight.pointer, into: y,
      transposed: (false, true))
    for row in 0..<rows {
      addBias(y + row * outputs, bias.pointer, outputs, relu: relu)
    }
  }

  /// dW ← dyᵀ·x, db ← Σ dy, and where asked dx ← dy·W (+ dx where `adding`).
  ///
  /// `gradient` is the same layer's storage in a gradient.
  func backward(
    _ rows: Int, _ dy: Floats, _ x: Floats, gradient: Dense, into dx: Floats? = nil,
    adding: Bool = false
  ) throws {
    try multiply(
      rows: outputs, columns: inputs, depth: rows, dy, x, into: gradient.weight.pointer,
      transposed: (true, false))
    let db = gradient.bias.pointer
    db.update(repeating: 0, count: outputs)
    for row in 0..<rows { accumulate(db, dy + row * outputs, outputs) }
    guard let dx else { return }
    try multiply(
      rows: rows, columns: inputs, depth: outputs, dy, weight.pointer, into: dx,
      adding: adding ? 1 : 0)
  }
}
