import Cells
import Testing

@Suite struct ColorMapTests {
  @Test func `viridis grows lighter all the way`() {
    let lightness = (0...100).map { ColorMap.viridis[Double($0) / 100].oklab.lightness }
    for (low, high) in zip(lightness, lightness.dropFirst()) { #expect(low < high) }
    #expect(ColorMap.viridis[0] == RGB(0x44, 0x01, 0x54))
    #expect(ColorMap.viridis[1] == RGB(0xFD, 0xE7, 0x25))
  }

  @Test func `between anchors each channel is mixed, beyond them the ends stay`() {
    let map = ColorMap(anchors: [RGB(0, 100, 0), RGB(100, 0, 0), RGB(200, 0, 50)])
    #expect(map[0.25] == RGB(50, 50, 0))
    #expect(map[0.75] == RGB(150, 0, 25))
    #expect(map[-1] == map[0])
    #expect(map[7] == RGB(200, 0, 50))
    #expect(map[.nan] == map[0])
  }

  @Test(arguments: [RGB(0x0F, 0x13, 0x18), RGB(0, 0, 0), RGB(255, 255, 255), RGB(0xFB, 0xF1, 0xC7)])
  func `a readable scale stands out from its background and still grows lighter`(ground: RGB) {
    let map = ColorMap.viridis.readable(on: ground)
    let colors = (0...100).map { map[Double($0) / 100] }
    #expect(colors.allSatisfy { $0.contrast(with: ground) > 1.95 })
    for (low, high) in zip(colors, colors.dropFirst()) {
      #expect(low.oklab.lightness < high.oklab.lightness)
    }
  }

  @Test func `a scale that never stands out stays as it is`() {
    let greys = ColorMap(anchors: [RGB(100, 100, 100), RGB(120, 120, 120)])
    #expect(greys.readable(on: RGB(110, 110, 110)) == greys)
  }
}
