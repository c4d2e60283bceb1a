import Testing
import Theming

@testable import Cells

@Suite struct ColorMapperTests {
  @Test(
    arguments: [
      (RGB(0, 0, 0), Int32(16)), (RGB(255, 255, 255), 231), (RGB(255, 0, 0), 196),
      (RGB(95, 135, 175), 67),
      (RGB(8, 8, 8), 232), (RGB(238, 238, 238), 255), (RGB(0x12, 0x12, 0x12), 233),
    ] as [(RGB, Int32)])
  func `a colour of the palette is itself`(color: RGB, index: Int32) {
    var mapper = ColorMapper(depth: .palette)
    #expect(mapper.index(color) == index)
  }

  @Test func `direct colours are their own numbers`() {
    var mapper = ColorMapper(depth: .direct)
    #expect(mapper.index(RGB(0x12, 0x34, 0x56)) == 0x123456)
    #expect(mapper.index(nil) == -1)
    #expect(mapper.index(RGB(0, 0, 7)) == 7)
  }

  @Test func `without colours everything is the terminal's own`() {
    var mapper = ColorMapper(depth: .monochrome)
    mapper.keepApart(Theme.interphase.species)
    #expect(mapper.index(RGB(255, 0, 0)) == -1)
    #expect(mapper.indices(foreground: RGB(1, 2, 3), background: nil) == (-1, -1))
  }

  @Test(arguments: [ColorDepth.eight, .sixteen, .palette, .direct])
  func `eight species have eight numbers`(depth: ColorDepth) {
    var mapper = ColorMapper(depth: depth)
    mapper.keepApart(Theme.interphase.species)
    let numbers = Theme.interphase.species.map { mapper.index($0) }
    #expect(Set(numbers).count == 8)
  }

  @Test func `hues survive eight colours`() {
    var mapper = ColorMapper(depth: .eight)
    mapper.keepApart(Theme.interphase.species)
    let numbers = Theme.interphase.species.map { mapper.index($0) }
    // Electrolyte black, electrode white, sink what is left, then green, red, yellow, blue, magenta.
    #expect(numbers == [0, 7, 6, 2, 1, 3, 4, 5])
  }

  @Test func `no hue is taken twice in sixteen colours`() {
    var mapper = ColorMapper(depth: .sixteen)
    mapper.keepApart(Theme.interphase.species)
    let numbers = Theme.interphase.species.map { mapper.index($0) }
    #expect(numbers[0] == 0)
    #expect(Set([numbers[1], numbers[2]]) == [7, 8])
    #expect(numbers.dropFirst(3).map { $0 % 8 } == [2, 1, 3, 4, 5])
  }

  @Test func `text does not vanish into its ground`() {
    var mapper = ColorMapper(depth: .eight)
    let dim = mapper.indices(foreground: RGB(0x25, 0x25, 0x25), background: RGB(0x0f, 0x13, 0x18))
    #expect(dim == (7, 0))
    let pale = mapper.indices(
      foreground: RGB(0xe0, 0xe0, 0xe0), background: RGB(0xff, 0xff, 0xff))
    #expect(pale == (0, 7))
    let same = mapper.indices(foreground: RGB(9, 9, 9), background: RGB(9, 9, 9))
    #expect(same.foreground == same.background)
  }

  @Test func `the cheapest assignment is found`() {
    // Row by row the nearest would cost 1 + 9 + 7.
    let costs: [[Double]] = [[1, 2, 9], [1, 9, 9], [7, 2, 7]]
    #expect(Assignment.cheapest(costs) == [1, 0, 2])
    #expect(Assignment.cheapest([]).isEmpty)
  }

  @Test func `colours of one kind alone can be kept apart`() {
    for depth in [ColorDepth.eight, .sixteen, .palette] {
      var mapper = ColorMapper(depth: depth)
      let greys = stride(from: UInt8(0), through: 210, by: 30).map { RGB($0, $0, $0) }
      mapper.keepApart(greys)
      #expect(Set(greys.map { mapper.index($0) }).count == 8)
      let hues = [RGB(255, 0, 0), RGB(0, 200, 0), RGB(255, 0, 0)]
      mapper.keepApart(hues)
      #expect(Set(hues.map { mapper.index($0) }).count == 2)
      mapper.keepApart([])
    }
  }

  @Test func `no other assignment is cheaper`() {
    var state: UInt64 = 3
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / 1e6
    }
    for _ in 0..<50 {
      let costs = (0..<4).map { _ in (0..<5).map { _ in next() } }
      let found = Assignment.cheapest(costs)
      #expect(Set(found).count == 4)
      var best = Double.infinity
      for number in 0..<625 {
        let choice = [number % 5, number / 5 % 5, number / 25 % 5, number / 125]
        guard Set(choice).count == 4 else { continue }
        best = min(best, zip(costs, choice).reduce(0) { $0 + $1.0[$1.1] })
      }
      let total = zip(costs, found).reduce(0) { $0 + $1.0[$1.1] }
      #expect(abs(total - best) < 1e-9)
    }
  }
}
