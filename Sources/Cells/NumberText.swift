/// Numbers as a person reads them, without Foundation.
package enum NumberText {
  /// A number with a fixed count of decimals: `17.9`, with `signed` also `+2.41`.
  package static func fixed(_ value: Double, _ decimals: Int, signed: Bool = false) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    guard value.magnitude < 1e7 else { return scientific(value) }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let units = Int64((value.magnitude * scale).rounded())
    let whole = String(units / Int64(scale))
    let rest = String(units % Int64(scale))
    let zeros = String(repeating: "0", count: max(0, decimals - rest.count))
    let sign = value < 0 && units > 0 ? "-" : signed ? "+" : ""
    return sign + whole + (decimals > 0 ? "." + zeros + rest : "")
  }

  /// An integer with commas between thousands: `802,581`.
  package static func grouped(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return (value < 0 ? "-" : "") + result
  }

  /// Three significant digits: `4.28`, `42.8`, `428`.
  package static func significant(_ value: Double) -> String {
    let size = value.magnitude
    return fixed(value, size < 9.995 ? 2 : size < 99.95 ? 1 : 0)
  }

  /// A mantissa and a power of ten: `4.2×10⁶`, without `unicode` `4.2e6`.
  package static func scientific(_ value: Double, unicode: Bool = true) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "inf" }
    var mantissa = value
    var exponent = 0
    while mantissa.magnitude >= 9.95 {
      mantissa /= 10
      exponent += 1
    }
    while mantissa.magnitude < 0.995 {
      mantissa *= 10
      exponent -= 1
    }
    return fixed(mantissa, 1) + (unicode ? "×10" + superscript(exponent) : "e\(exponent)")
  }

  /// A large count in thousands or millions: `1.21 M`.
  package static func compact(_ value: Double) -> String {
    switch value {
    case ..<999.5: fixed(value, 0)
    case ..<999_500: significant(value / 1e3) + " k"
    case ..<999_500_000: significant(value / 1e6) + " M"
    default: significant(value / 1e9) + " G"
    }
  }

  /// A time [s] with the prefix that suits it: `4.28 ms`.
  package static func duration(_ seconds: Double) -> String {
    guard seconds > 0 else { return "0 s" }
    let prefixes = [("s", 1.0), ("ms", 1e-3), ("µs", 1e-6), ("ns", 1e-9), ("ps", 1e-12)]
    guard seconds < 99_999, let (unit, scale) = prefixes.first(where: { seconds >= $0.1 * 0.9995 })
    else { return scientific(seconds) + " s" }
    return significant(seconds / scale) + " " + unit
  }

  private static func superscript(_ number: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let text = String(number.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } }
    return (number < 0 ? "⁻" : "") + String(text)
  }
}
