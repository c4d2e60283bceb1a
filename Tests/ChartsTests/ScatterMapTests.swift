import Cells
import Charts
import Testing

@Suite struct ScatterMapTests {
  private static let map = ScatterMap(
    x: Axis("across", from: 0, to: 10), y: Axis("up", from: 0, to: 4),
    values: Axis("value", from: 0, to: 1),
    samples: [
      ScatterMap.Sample(x: 0, y: 0, value: 0), ScatterMap.Sample(x: 10, y: 4, value: 1),
      ScatterMap.Sample(x: 5.1, y: 2.1, value: 0), ScatterMap.Sample(x: 5.1, y: 2.1, value: 0.5),
      ScatterMap.Sample(x: 5.1, y: 2.1, value: 1), ScatterMap.Sample(x: .nan, y: 2, value: 1),
      ScatterMap.Sample(x: 11, y: 2, value: 1),
    ])

  private func drawn(_ colors: ColorDepth, unicode: Bool) -> Canvas {
    var canvas = Canvas(size: Size(width: 40, height: 9))
    let look = ChartLook(Capabilities(colors: colors, unicode: unicode))
    Self.map.draw(in: canvas.bounds, look: look, on: &canvas)
    return canvas
  }

  private func places() throws -> ScatterMap.Places {
    try #require(
      Self.map.places(
        in: Rect(x: 0, y: 0, width: 40, height: 9),
        look: ChartLook(Capabilities(colors: .direct, unicode: true))))
  }

  @Test func `without colours a glyph says where the median lies on the scale`() throws {
    let canvas = drawn(.monochrome, unicode: false)
    let plot = try places().plot
    let middle = try #require(places().cell(x: 5.1, y: 2.1))
    #expect(canvas[plot.x, plot.maxY - 1].glyph == ".")
    #expect(canvas[plot.maxX - 1, plot.y].glyph == "@")
    #expect(canvas[middle.x, middle.y].glyph == "+", "the median of 0, ½ and 1")
  }

  @Test
  func `without half blocks a glyph says how many points there are, the colour what they are`()
    throws
  {
    let canvas = drawn(.direct, unicode: false)
    let plot = try places().plot
    let middle = try #require(places().cell(x: 5.1, y: 2.1))
    #expect(canvas[middle.x, middle.y] == Cell(":", Style(foreground: ColorMap.viridis[0.5])))
    #expect(canvas[plot.x, plot.maxY - 1] == Cell(".", Style(foreground: ColorMap.viridis[0])))
  }

  @Test func `in half blocks every point within the axes is seen`() throws {
    let canvas = drawn(.direct, unicode: true)
    let plot = try places().plot
    let dotted = (plot.y..<plot.maxY).flatMap { y in
      (plot.x..<plot.maxX).filter { ["▀", "▄"].contains(canvas[$0, y].glyph) }
    }
    #expect(dotted.count == 3)
  }

  @Test func `a half without points keeps the ground, a point without a value is left out`() throws
  {
    var map = Self.map
    map.samples += [ScatterMap.Sample(x: 2, y: 3, value: .nan)]
    let ground = Cell(" ", Style(background: RGB(1, 2, 3)))
    var canvas = Canvas(size: Size(width: 40, height: 9), filledWith: ground)
    let look = ChartLook(Capabilities(colors: .direct, unicode: true))
    map.draw(in: canvas.bounds, look: look, on: &canvas)
    let plot = try places().plot
    let first = Style(foreground: ColorMap.viridis[0], background: RGB(1, 2, 3))
    #expect(canvas[plot.x, plot.maxY - 1] == Cell("▄", first))
    let blank = try #require(places().cell(x: 2, y: 3))
    #expect(canvas[blank.x, blank.y] == ground)
  }

  @Test func `the middle of a cell lies in that cell`() throws {
    let places = try places()
    for y in places.plot.y..<places.plot.maxY {
      for x in places.plot.x..<places.plot.maxX {
        let (across, up) = places.center(of: Point(x: x, y: y))
        #expect(places.cell(x: across, y: up) == Point(x: x, y: y))
      }
    }
  }

  @Test func `the cell of a point beyond the axes lies beyond the plot`() throws {
    let places = try places()
    #expect(try #require(places.cell(x: 11, y: 2)).x >= places.plot.maxX)
    #expect(try #require(places.cell(x: -0.01, y: 2)).x < places.plot.x)
    #expect(try #require(places.cell(x: 2, y: 4.1)).y < places.plot.y)
    #expect(try #require(places.cell(x: 2, y: -0.1)).y >= places.plot.maxY)
    #expect(places.cell(x: .infinity, y: 2) == nil)
  }

  @Test func `titles are where they are drawn`() throws {
    let canvas = drawn(.direct, unicode: true)
    let places = try places()
    func text(_ rect: Rect) -> String {
      String(
        String.UnicodeScalarView((rect.x..<rect.maxX).map { canvas[$0, rect.y].glyph }))
    }
    #expect(text(places.xTitle) == "across")
    #expect(text(places.yTitle) == "↑ up")
    #expect(text(places.valueTitle) == "value")
  }
}
