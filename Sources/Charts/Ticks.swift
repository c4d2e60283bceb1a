import Cells

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A marked value of an axis.
public struct Tick: Hashable, Sendable {
  /// The value.
  public let value: Double
  /// How it is printed.
  public let text: String
}

extension Axis {
  /// Round values of the axis, rising.
  ///
  /// - Parameters:
  ///   - count: About how many; a logarithmic axis marks decades, every second one and so on where
  ///     there are too many, and where there are few also twice and five times the decades.
  ///   - unicode: Whether powers of ten may use superscripts.
  public func ticks(count: Int, unicode: Bool = true) -> [Tick] {
    switch scale {
    case .linear: linearTicks(max(1, count), unicode)
    case .logarithmic: logarithmicTicks(max(1, count), unicode)
    }
  }

  private func linearTicks(_ count: Int, _ unicode: Bool) -> [Tick] {
    let step = Ticks.step(from: lower, to: upper, count: count)
    let slack = 1e-9 * (upper - lower)
    let first = Int(((lower - slack) / step).rounded(.up))
    let last = Int(((upper + slack) / step).rounded(.down))
    guard first <= last else { return [] }
    let greatest = max(abs(lower), abs(upper))
    let isPlain = greatest < 1e6 && step >= 1e-5
    let decimals = max(0, -Int(log10(step).rounded(.down)))
    return (first...last).map { index in
      let value = Double(index) * step
      return Tick(
        value: value,
        text: isPlain
          ? NumberText.fixed(value, decimals) : NumberText.scientific(value, unicode: unicode))
    }
  }

  private func logarithmicTicks(_ count: Int, _ unicode: Bool) -> [Tick] {
    let first = Int((log10(lower) - 1e-9).rounded(.up))
    let last = Int((log10(upper) + 1e-9).rounded(.down))
    let decades = max(0, last - first + 1)
    let stride = max(1, (decades + count - 1) / count)
    var values: [Double] = []
    for exponent in first - 1...last {
      let isDecade = exponent >= first && (exponent - first).isMultiple(of: stride)
      let factors = decades <= 2 ? [1.0, 2, 5] : isDecade ? [1.0] : []
      values += factors.map { $0 * pow(10, Double(exponent)) }
    }
    let slack = 1e-9
    return values.filter { $0 >= lower * (1 - slack) && $0 <= upper * (1 + slack) }.map {
      Tick(value: $0, text: Ticks.logarithmicText($0, unicode))
    }
  }
}

/// Round numbers.
enum Ticks {
  /// One, two or five times a power of ten, so that a range has about `count` steps and no more
  /// (Heckbert 1990, "Nice numbers for graph labels").
  static func step(from lower: Double, to upper: Double, count: Int) -> Double {
    let raw = (upper - lower) / Double(count)
    let exponent = log10(raw).rounded(.down)
    let magnitude = pow(10, abs(exponent))
    for factor in [1.0, 2, 5, 10] {
      // Dividing by a whole power gives the double nearest to 0.1, 0.02 and so on.
      let step = exponent < 0 ? factor / magnitude : factor * magnitude
      if step >= raw * (1 - 1e-9) { return step }
    }
    return raw
  }

  /// The power of ten at or below a positive value.
  static func decade(below value: Double) -> Double {
    pow(10, (log10(value) + 1e-9).rounded(.down))
  }

  /// The power of ten at or above a positive value.
  static func decade(above value: Double) -> Double {
    pow(10, (log10(value) - 1e-9).rounded(.up))
  }

  /// `0.01`, `5`, `1000` as they are, others as a power of ten.
  static func logarithmicText(_ value: Double, _ unicode: Bool) -> String {
    guard value < 0.000_99 || value > 50_001 else {
      return NumberText.fixed(value, max(0, -Int((log10(value) + 1e-9).rounded(.down))))
    }
    let text = NumberText.scientific(value, unicode: unicode)
    // "1.0×10⁶" is better read as "10⁶".
    if unicode { return text.hasPrefix("1.0×") ? String(text.dropFirst(4)) : text }
    return text.hasPrefix("1.0e") ? "1" + text.dropFirst(3) : text
  }
}
