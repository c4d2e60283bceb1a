#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the learning rate goes over a training.
public enum Schedule: String, CaseIterable, Codable, Sendable {
  /// The same at every step.
  case constant
  /// Up along a half cosine from a twenty-fifth over the first 30 % of the steps, then down along
  /// another to a ten-thousandth of the start (Smith & Topin 2019, in PyTorch's proportions).
  case oneCycle = "one-cycle"

  private static let warmUp = 0.3
  private static let startDivisor = 25.0
  private static let endDivisor = 1e4

  /// The learning rate of a step.
  ///
  /// - Parameters:
  ///   - step: From 0.
  ///   - total: Steps of the whole training.
  ///   - peak: The highest rate.
  /// - Returns: The rate; the highest at the end of the warm-up.
  public func rate(step: Int, of total: Int, peak: Float) -> Float {
    guard self == .oneCycle, total > 1 else { return peak }
    let top = Double(peak)
    let start = top / Self.startDivisor
    let warm = max(1, Self.warmUp * Double(total) - 1)
    if Double(step) <= warm { return Float(Self.ease(start, top, Double(step) / warm)) }
    let rest = max(1, Double(total - 1) - warm)
    let share = min(1, (Double(step) - warm) / rest)
    return Float(Self.ease(top, start / Self.endDivisor, share))
  }

  /// From `a` to `b` along half a cosine.
  private static func ease(_ a: Double, _ b: Double, _ share: Double) -> Double {
    b + (a - b) / 2 * (1 + cos(.pi * share))
  }
}
