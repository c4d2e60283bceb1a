/// Conversions between IEEE 754 binary16 bit patterns and `Float`.
///
/// Written out because `Float16` is missing on some platforms, and where it exists without hardware
/// support each conversion is a call; these loops vectorise.
public enum HalfPrecision {
  /// The number of a binary16 pattern: exact, infinities and NaN included.
  @inlinable
  public static func float(from half: UInt16) -> Float {
    let sign = UInt32(half & 0x8000) << 16
    let magnitude = UInt32(half & 0x7FFF) << 13
    // Exponents are 112 apart; the product by 2¹¹² also normalises subnormal halves.
    let scaled = Float(bitPattern: magnitude) * 0x1p112
    let special: UInt32 = half & 0x7C00 == 0x7C00 ? 0x7F80_0000 : 0
    return Float(bitPattern: scaled.bitPattern | special | sign)
  }

  /// The nearest binary16 pattern, ties to even; beyond 65,504 infinity.
  @inlinable
  public static func half(from value: Float) -> UInt16 {
    let bits = value.bitPattern
    let sign = UInt16(truncatingIfNeeded: bits >> 16) & 0x8000
    let magnitude = bits & 0x7FFF_FFFF
    if magnitude > 0x7F80_0000 { return sign | 0x7E00 }
    if magnitude >= 0x4780_0000 { return sign | 0x7C00 }
    if magnitude < 0x3880_0000 {
      // Subnormal half: adding 0.5 lets the addition round at 2⁻²⁴, the spacing of subnormals.
      let rounded = Float(bitPattern: magnitude) + 0.5
      return sign | UInt16(rounded.bitPattern - 0x3F00_0000)
    }
    let odd = magnitude >> 13 & 1
    return sign | UInt16((magnitude - 0x3800_0000 + 0xFFF + odd) >> 13)
  }
}
