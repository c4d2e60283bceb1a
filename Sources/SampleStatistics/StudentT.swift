#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Student's t distribution.
package enum StudentT {
  /// The probability that |t| is as large by chance.
  ///
  /// By the finite series in the angle atan(t/√ν) (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4); good
  /// to 1e-15 absolutely.
  /// - Precondition: `degrees` of freedom are 1 or more.
  /// - Complexity: O(degrees).
  package static func twoSided(_ t: Double, degrees: Int) -> Double {
    precondition(degrees >= 1, "\(degrees) degrees of freedom")
    guard t.isFinite else { return 0 }
    let angle = atan(t.magnitude / Double(degrees).squareRoot())
    let (sine, cosine) = (sin(angle), cos(angle))
    let isOdd = degrees % 2 == 1
    var term = isOdd ? cosine : 1
    var sum = degrees == 1 ? 0 : term
    for power in stride(from: isOdd ? 3 : 2, through: degrees - 2, by: 2) {
      term *= Double(power - 1) / Double(power) * cosine * cosine
      sum += term
    }
    let inside = isOdd ? 2 / Double.pi * (angle + sine * sum) : sine * sum
    return max(0, 1 - inside)
  }
}

/// Several tests judged together.
package enum MultipleTests {
  /// Which tests are significant such that no false one is among them but with this probability (Holm,
  /// Scand. J. Statist. 1979, 6, 65).
  package static func significant(_ pValues: [Double], level: Double) -> [Bool] {
    var isSignificant = [Bool](repeating: false, count: pValues.count)
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    for (rank, index) in order.enumerated() {
      guard pValues[index] <= level / Double(pValues.count - rank) else { break }
      isSignificant[index] = true
    }
    return isSignificant
  }
}
