import Cells
import Testing

@Suite struct PerceptionTests {
  @Test(arguments: [
    (RGB(255, 255, 255), 1.0, 0.0, 0.0), (RGB(255, 0, 0), 0.628, 0.225, 0.126),
    (RGB(0, 255, 0), 0.866, -0.234, 0.179), (RGB(0, 0, 255), 0.452, -0.032, -0.312),
  ])
  func `Oklab of the corners is as published`(
    color: RGB, lightness: Double, a: Double, b: Double
  ) {
    let found = color.oklab
    #expect(found.distance(to: Oklab(lightness: lightness, a: a, b: b)) < 0.001)
  }

  @Test func `contrast is 21 for black and white and 1 for equals`() {
    #expect(abs(RGB(0, 0, 0).contrast(with: RGB(255, 255, 255)) - 21) < 1e-9)
    #expect(RGB(9, 99, 199).contrast(with: RGB(9, 99, 199)) == 1)
    // #767676 is the lightest grey that passes AA on white.
    #expect(RGB(0x76, 0x76, 0x76).contrast(with: RGB(255, 255, 255)) >= 4.5)
    #expect(RGB(0x77, 0x77, 0x77).contrast(with: RGB(255, 255, 255)) < 4.5)
  }
}
