#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The distribution of a sum of squares of standard normal numbers.
package enum ChiSquareDistribution {
  /// The chance of a sum at least as large: Q(ν/2, χ²/2), the regularised upper incomplete gamma
  /// function.
  ///
  /// By the series for P = 1 − Q below the mean and the continued fraction for Q above (Abramowitz &
  /// Stegun 6.5.29 and 6.5.31); relative accuracy about 10⁻¹² where Q > 10⁻³⁰⁰.
  /// - Precondition: `degreesOfFreedom` is positive; `statistic` is not negative.
  package static func upperTail(_ statistic: Double, degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom > 0, "\(degreesOfFreedom) degrees of freedom")
    precondition(statistic >= 0, "a sum of squares of \(statistic)")
    let shape = Double(degreesOfFreedom) / 2
    let x = statistic / 2
    guard x > 0 else { return 1 }
    guard x.isFinite else { return 0 }
    return x < shape + 1 ? 1 - lowerBySeries(shape, x) : upperByFraction(shape, x)
  }

  /// x^a e^−x / Γ(a), the factor that both ways share.
  private static func front(_ shape: Double, _ x: Double) -> Double {
    var sign: Int32 = 0
    return exp(shape * log(x) - x - lgamma_r(shape, &sign))
  }

  private static func lowerBySeries(_ shape: Double, _ x: Double) -> Double {
    var term = 1 / shape
    var sum = term
    var divisor = shape
    while term > sum * 1e-16 {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return min(1, sum * front(shape, x))
  }

  /// Lentz's method.
  private static func upperByFraction(_ shape: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - shape
    var c = 1 / tiny
    var d = 1 / b
    var fraction = d
    var step = 0.0
    while true {
      step += 1
      let numerator = -step * (step - shape)
      b += 2
      d = numerator * d + b
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = b + numerator / c
      c = abs(c) < tiny ? tiny : c
      fraction *= d * c
      // The last factors differ from 1 by rounding alone, or the fraction has long converged.
      if abs(d * c - 1) < 1e-15 || step > 100_000 { break }
    }
    return fraction * front(shape, x)
  }
}
