#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cross-entropy of codes under a softmax over channels-last logits, and its gradient.
///
/// Each site counts with the weight of the code that it holds.
///
/// A pixel's logits are handled in whole vectors, the last of which reaches into the next pixel's.
struct CrossEntropy {
  typealias Lanes = SIMD8<Float>
  /// Floats to allocate behind an image, so that the last pixel's last vector stays inside.
  static let slack = 16

  private let alphabet: Int
  /// The bias in whole vectors; −10³⁸ beyond the alphabet, so that the probability there is zero.
  private let bias: [Float]
  /// One weight a code.
  private let weights: [Float]

  init(alphabet: Int, bias: UnsafePointer<Float>, weights: [Float]) {
    self.alphabet = alphabet
    self.weights = weights
    self.bias = (0..<(alphabet + 7) / 8 * 8).map { $0 < alphabet ? bias[$0] : -1e38 }
  }

  /// Σ over an image's pixels of the cross-entropy of `codes`.
  ///
  /// logits ← (softmax − one-hot) · scale; their sum over pixels, the bias's gradient, is added to
  /// `slopes`.
  func replaceByGradient(
    _ logits: Floats, _ codes: UnsafePointer<UInt8>, pixels: Int, scale: Float,
    adding slopes: inout [Double]
  ) -> Double {
    var sums = [Float](repeating: 0, count: bias.count)
    let total = bias.withUnsafeBufferPointer { bias in
      weights.withUnsafeBufferPointer { weights in
        sums.withUnsafeMutableBufferPointer { sums in
          replace(
            logits, codes, pixels, scale, bias.baseAddress!, weights.baseAddress!,
            sums.baseAddress!)
        }
      }
    }
    for c in 0..<alphabet { slopes[c] += Double(sums[c]) }
    return total
  }

  private func replace(
    _ logits: Floats, _ codes: UnsafePointer<UInt8>, _ pixels: Int, _ scale: Float,
    _ bias: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, _ sums: Floats
  ) -> Double {
    let width = self.bias.count
    var total = 0.0
    for pixel in 0..<pixels {
      let row = logits + pixel * alphabet
      let next = load(row + alphabet)
      let code = Int(codes[pixel])
      let target = row[code] + bias[code]
      let (largest, sum) = exponentiate(row, bias, width)
      let weight = weights[code]
      total += Double(weight * (log(sum) + (largest - target)))
      let factor = weight * scale / sum
      for c in stride(from: 0, to: width, by: 8) {
        let value = load(row + c) * factor
        store(value, row + c)
        store(load(sums + c) + value, sums + c)
      }
      row[code] -= weight * scale
      sums[code] -= weight * scale
      store(next, row + alphabet)
    }
    return total
  }

  /// Row ← exp(row + bias − largest); returns the largest and the sum.
  @inline(__always)
  private func exponentiate(_ row: Floats, _ bias: UnsafePointer<Float>, _ width: Int)
    -> (Float, Float)
  {
    var top = Lanes(repeating: -1e38)
    for c in stride(from: 0, to: width, by: 8) {
      let value = load(row + c) + load(bias + c)
      top.replace(with: value, where: value .> top)
    }
    let largest = top.max()
    var sum = Lanes()
    for c in stride(from: 0, to: width, by: 8) {
      let power = exponential(load(row + c) + load(bias + c) - largest)
      store(power, row + c)
      sum += power
    }
    return (largest, sum.sum())
  }
}

/// eˣ for x ≤ 0 in eight lanes, to about two units in the last place; 0 below −87.
///
/// eˣ = 2ⁿ · eʳ with n = round(x / ln 2): |r| ≤ 0.35, and a polynomial of degree 6 for eʳ (Cephes'
/// expf). n is found by adding 1.5 · 2²³, which leaves it in the low bits. NaN stays NaN.
@inlinable
@inline(__always)
package func exponential(_ x: SIMD8<Float>) -> SIMD8<Float> {
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
