#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cross-entropy of codes under a softmax over channels-last logits, and its gradient.
///
/// A pixel's logits fill `stride` floats, a multiple of 8; those from `alphabet` on are padding.
struct CrossEntropy {
  typealias Lanes = SIMD8<Float>
  let alphabet: Int
  let stride: Int
  /// The bias, with −10³⁸ for the padding so that its probability is zero.
  private let bias: [Float]

  init(alphabet: Int, stride: Int, bias: UnsafePointer<Float>) {
    self.alphabet = alphabet
    self.stride = stride
    self.bias = (0..<stride).map { $0 < alphabet ? bias[$0] : -1e38 }
  }

  /// Σ over pixels of the cross-entropy of `codes`; logits ← (softmax − one-hot) · scale.
  func replaceByGradient(
    _ logits: Floats, _ codes: UnsafePointer<UInt8>, pixels: Int, scale: Float
  ) -> Double {
    bias.withUnsafeBufferPointer { bias in
      let base = bias.baseAddress!
      var total = 0.0
      for pixel in 0..<pixels {
        let row = logits + pixel * stride
        let code = Int(codes[pixel])
        let target = row[code] + base[code]
        let (largest, sum) = exponentiate(row, base)
        total += Double(log(sum) + (largest - target))
        let factor = scale / sum
        for c in Swift.stride(from: 0, to: stride, by: 8) {
          NormalisationKernels.store(NormalisationKernels.load(row + c) * factor, row + c)
        }
        row[code] -= scale
      }
      return total
    }
  }

  /// Row ← exp(row + bias − largest); returns the largest and the sum.
  @inline(__always)
  private func exponentiate(_ row: Floats, _ bias: UnsafePointer<Float>) -> (Float, Float) {
    var top = Lanes(repeating: -1e38)
    for c in Swift.stride(from: 0, to: stride, by: 8) {
      let value = NormalisationKernels.load(row + c) + NormalisationKernels.load(bias + c)
      top.replace(with: value, where: value .> top)
    }
    let largest = top.max()
    var sum = Lanes()
    for c in Swift.stride(from: 0, to: stride, by: 8) {
      let value = NormalisationKernels.load(row + c) + NormalisationKernels.load(bias + c)
      let power = exponential(value - largest)
      NormalisationKernels.store(power, row + c)
      sum += power
    }
    return (largest, sum.sum())
  }
}

/// eˣ for x ≤ 0 in eight lanes, to about two units in the last place; 0 below −87.
///
/// eˣ = 2ⁿ · eʳ with n = round(x / ln 2): |r| ≤ 0.35, and a polynomial of degree 6 for eʳ (Cephes'
/// expf). n is found by adding 1.5 · 2²³, which leaves it in the low bits. NaN stays NaN.
@inline(__always)
func exponential(_ x: SIMD8<Float>) -> SIMD8<Float> {
  let magic: Float = 12_582_912
  let small = x .< -87
  let argument = x.replacing(with: -87, where: small)
  let shifted = argument * 1.442_695_04 + magic
  let n = shifted - magic
  let r = (argument - n * 0.693_359_375) + n * 2.121_944_4e-4
  var p = r * 1.987_569_15e-4 + 1.398_199_95e-3
  p = p * r + 8.333_451_9e-3
  p = p * r + 4.166_579_6e-2
  p = p * r + 1.666_666_55e-1
  p = p * r + 0.5
  p = p * r * r + r + 1
  let bits = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &<< 23
  let result = unsafeBitCast(
    unsafeBitCast(p, to: SIMD8<Int32>.self) &+ bits, to: SIMD8<Float>.self)
  return result.replacing(with: 0, where: small)
}
