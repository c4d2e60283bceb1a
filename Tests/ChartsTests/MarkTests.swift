import Cells
import Testing

@testable import Charts

/// Places that are pointed out, and broken curves.
@Suite struct MarkTests {
  private func canvas(
    unicode: Bool = true, isDashed: Bool = false, marks: [ChartMark] = []
  ) -> Canvas {
    var canvas = Canvas(size: Size(width: 40, height: 12))
    chart(isDashed: isDashed, marks: marks).draw(
      in: canvas.bounds, look: look(unicode: unicode), on: &canvas)
    return canvas
  }

  private func chart(isDashed: Bool = false, marks: [ChartMark] = []) -> LineChart {
    LineChart(
      title: "height", x: Axis("place", from: 0, to: 10), y: Axis("", from: 0, to: 1),
      series: [.init("flat", x: [0, 10], y: [0.5, 0.5], isDashed: isDashed)], marks: marks)
  }

  private func look(unicode: Bool = true) -> ChartLook {
    ChartLook(Capabilities(colors: .monochrome, unicode: unicode))
  }

  @Test func `a line goes through the whole plot and leaves the curve alone`() throws {
    let plot = try #require(chart().plane(in: canvas().bounds, look: look())?.plot)
    let plain = canvas()
    let marked = canvas(marks: [.init(x: 5, .line(isBroken: false), style: .plain)])
    let column = plot.x + plot.width / 2
    let lines = (plot.y..<plot.maxY).filter { marked[column, $0].glyph == "│" }
    let curve = (plot.y..<plot.maxY).filter { plain[column, $0].glyph != " " }
    #expect(lines.count == plot.height - curve.count && !curve.isEmpty)
    #expect(curve.allSatisfy { marked[column, $0] == plain[column, $0] })
  }

  @Test func `a sign stands on the axis, a place outside has none`() throws {
    let plot = try #require(chart().plane(in: canvas().bounds, look: look())?.plot)
    let marked = canvas(marks: [
      .init(x: 0, .axis("!"), style: .plain), .init(x: 10, .axis("~"), style: .plain),
      .init(x: 11, .axis("x"), style: .plain),
      .init(x: .nan, style: .plain),
    ])
    #expect(marked[plot.x, plot.maxY].glyph == "!")
    #expect(marked[plot.maxX - 1, plot.maxY].glyph == "~")
    #expect(!marked.text.contains("x"))
  }

  @Test(arguments: [true, false])
  func `a dashed curve has gaps that a whole one has not`(unicode: Bool) throws {
    let look = look(unicode: unicode)
    let plot = try #require(chart().plane(in: canvas().bounds, look: look)?.plot)
    let counts = [false, true].map { isDashed in
      let canvas = canvas(unicode: unicode, isDashed: isDashed)
      return (plot.x..<plot.maxX).filter { x in
        (plot.y..<plot.maxY).contains { canvas[x, $0].glyph != " " }
      }.count
    }
    #expect(counts[0] == plot.width)
    #expect(counts[1] == (2 * plot.width + 2) / 3)
  }
}
