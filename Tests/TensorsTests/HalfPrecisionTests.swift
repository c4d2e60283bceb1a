import Tensors
import Testing

struct HalfPrecisionTests {
  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    @Test func `every half pattern reads as the language's own half`() {
      for pattern in UInt16.min...UInt16.max {
        let ours = HalfPrecision.float(from: pattern)
        let theirs = Float(Float16(bitPattern: pattern))
        #expect(ours.isNaN == theirs.isNaN, "pattern \(pattern)")
        if !theirs.isNaN { #expect(ours.bitPattern == theirs.bitPattern, "pattern \(pattern)") }
      }
    }

    @Test func `rounding is the language's own, around every half`() {
      for pattern in UInt16.min..<0x7C00 {
        let value = Float(Float16(bitPattern: pattern))
        let next = Float(Float16(bitPattern: pattern + 1))
        let middle = next.isInfinite ? 65_520 : (value + next) / 2
        for candidate in [value, middle.nextDown, middle, middle.nextUp, -middle] {
          let expected = Float16(candidate).bitPattern
          #expect(HalfPrecision.half(from: candidate) == expected, "\(candidate)")
        }
      }
    }
  #endif

  @Test(arguments: [
    (1.0, 0x3C00), (-2.0, 0xC000), (65_504.0, 0x7BFF), (65_520.0, 0x7C00), (0x1p-24, 0x0001),
    (0x1p-25, 0x0000), (0x1p-14, 0x0400), (0.1, 0x2E66), (Double.infinity, 0x7C00), (-0.0, 0x8000),
  ])
  func `known numbers have their known patterns`(_ value: Double, _ pattern: Int) {
    #expect(HalfPrecision.half(from: Float(value)) == UInt16(pattern))
  }

  @Test func `what is no number stays none`() {
    #expect(HalfPrecision.float(from: HalfPrecision.half(from: .nan)).isNaN)
  }
}
