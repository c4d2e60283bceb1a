import Cells
import Charts
import Testing

/// Points, bars and tables as pictures.
@Suite struct PointChartTests {
  private static let plain = ChartLook(Capabilities(colors: .monochrome, unicode: true))
  private static let ascii = ChartLook(Capabilities(colors: .monochrome, unicode: false))
  private static let colored = ChartLook(Capabilities(colors: .direct, unicode: true))

  /// Ten points on a falling line and sixteen on one place.
  private static let scatter = ScatterChart(
    title: "pairs", x: Axis("measured [nm]", from: 0, to: 10), y: Axis("", from: 0, to: 10),
    xs: (0...9).map(Double.init) + [Double](repeating: 2, count: 16),
    ys: (0...9).map { 9.5 - Double($0) } + [Double](repeating: 2, count: 16))

  private static let bars = BarChart(
    [
      BarChart.Bar("PC1 thickness", 0.67, text: "67.0 %", mark: 0.67),
      BarChart.Bar("PC2 density", 0.21, text: "21.0 %", mark: 0.88),
      BarChart.Bar("PC3 porosity", 0.004, text: "0.4 %", mark: 0.884),
      BarChart.Bar("PC4", .nan, text: "-"),
    ], end: 1)

  private static let table = TableMap(
    rows: ["thickness", "porosity", "volume fraction"], columns: ["PC1", "volume fraction"],
    values: [[0.986, -0.04], [.nan, 1], [-1, 0.5]])

  private func drawn(
    width: Int, height: Int, _ draw: (Rect, inout Canvas) -> Void
  ) -> Canvas {
    var canvas = Canvas(size: Size(width: width, height: height))
    draw(canvas.bounds, &canvas)
    return canvas
  }

  @Test func `points over the line of equal values`() {
    var chart = Self.scatter
    chart.showsIdentity = true
    chart.marks = [ChartMark(x: 5, y: 9, glyph: "◆", style: .plain)]
    let canvas = drawn(width: 34, height: 12) { chart.draw(in: $0, look: Self.plain, on: &$1) }
    #expect(
      canvas.text == """
        pairs
        10 ┤⠄              ◆          ····
           │   ⠂                  ·····
           │      ⠁  ⡀        ·····
           │            ⠄  ····
         5 ┤           ····⠂
           │       ·····     ⠈  ⢀
           │   ···⠂·               ⠠
         0 ┤····                      ⠐
           └┬──────────────┬─────────────┬
            0              5            10
                    measured [nm]
        """)
  }

  @Test func `in ASCII more points are a denser glyph`() {
    var chart = Self.scatter
    chart.showsIdentity = true
    let canvas = drawn(width: 34, height: 12) { chart.draw(in: $0, look: Self.ascii, on: &$1) }
    #expect(
      canvas.text == """
        pairs
        10 +.                          ///
           |   .                   /////
           |      .  .         /////
           |            .  ////
         5 +           ////.
           |      /////      .  .
           |  ////#                .
         0 +///                       .
           ++--------------+-------------+
            0              5            10
                    measured [nm]
        """)
  }

  @Test(arguments: [true, false])
  func `the middle of a cell lies in that cell`(unicode: Bool) throws {
    let look = ChartLook(Capabilities(colors: .monochrome, unicode: unicode))
    var chart = Self.scatter
    for scale in [Axis("", from: -3, to: 17), Axis("", from: 0.01, to: 100, scale: .logarithmic)] {
      (chart.x, chart.y) = (scale, scale)
      for (width, height) in [(16, 6), (33, 17), (120, 40)] {
        let frame = Rect(x: 2, y: 1, width: width, height: height)
        let plane = try #require(chart.plane(in: frame, look: look))
        for y in plane.plot.y..<plane.plot.maxY {
          for x in plane.plot.x..<plane.plot.maxX {
            let values = plane.values(at: Point(x: x, y: y))
            #expect(plane.cell(x: values.x, y: values.y) == Point(x: x, y: y))
          }
        }
        #expect(plane.cell(x: 1e6, y: 1) == nil)
      }
    }
  }

  @Test func `a line across and a sign mark a curve`() {
    let x = (1...9).map(Double.init)
    let chart = LineChart(
      title: "loss", x: Axis("epoch", from: 1, to: 9), y: Axis("", from: 0, to: 10),
      series: [LineChart.Series("", x: x, y: x.map { 10 - $0 })],
      marks: [
        ChartMark(x: 5, style: .plain), ChartMark(x: 9, y: 1, glyph: "●", style: .plain),
        ChartMark(x: 12, style: .plain),
      ])
    let canvas = drawn(width: 30, height: 10) { chart.draw(in: $0, look: Self.plain, on: &$1) }
    #expect(
      canvas.text == """
        loss                       ━━
        10 ┤⢦⣄⡀          ┊
           │ ⠈⠙⠛⠶⠶⣤⣄⣀    ┊
           │       ⠈⠉⠛⠳⢦⣄⣀
         5 ┤            ⠈⠉⠛⠳⠶⣤⣄⣀
           │             ┊    ⠈⠉⠛⠛⠶⣤⣀
         0 ┤             ┊          ⠉●
           └─────────────┬────────────
                         5
                      epoch
        """)
  }

  @Test func `bars end in eighths of a cell`() {
    let canvas = drawn(width: 50, height: 4) { Self.bars.draw(in: $0, look: Self.plain, on: &$1) }
    #expect(
      canvas.text == """
        PC1 thickness ███████████████████▍          67.0 %
        PC2 density   ██████▏                  ●    21.0 %
        PC3 porosity  ▏                        ●     0.4 %
        PC4                                              -
        """)
  }

  @Test func `bars in ASCII, two rows apart`() {
    var bars = Self.bars
    bars.pitch = 2
    let canvas = drawn(width: 40, height: 5) { bars.draw(in: $0, look: Self.ascii, on: &$1) }
    #expect(
      canvas.text == """
        PC1 thickness #############       67.0 %

        PC2 density   ####            O   21.0 %

        PC3 porosity  #               O    0.4 %
        """)
  }

  @Test func `a table of numbers with names`() {
    let canvas = drawn(width: 40, height: 8) { Self.table.draw(in: $0, look: Self.plain, on: &$1) }
    #expect(
      canvas.text == """
                                      volume
                           PC1       fraction
        thickness         0.99         -0.04

        porosity            -          1.00

        volume fract…     -1.00        0.50

        """)
  }

  @Test func `a table in little room`() {
    let canvas = drawn(width: 22, height: 4) { Self.table.draw(in: $0, look: Self.plain, on: &$1) }
    #expect(
      canvas.text == """
                       volume
                  PC1  fract…
        thickn…  0.99   -0.04
        porosi…    -    1.00
        """)
  }

  @Test func `numbers are read on the colour of their value`() {
    let canvas = drawn(width: 40, height: 8) {
      Self.table.draw(in: $0, look: Self.colored, on: &$1)
    }
    let grounds = Set(canvas.cells.compactMap(\.style.background))
    #expect(grounds == Set([0.986, -0.04, 1, -1, 0.5].map { ColorMap.blueRed[($0 + 1) / 2] }))
    for cell in canvas.cells {
      guard let ground = cell.style.background, cell.glyph != " " else { continue }
      let ink = cell.style.foreground ?? ground
      #expect(ink.contrast(with: ground) >= 4.5)
    }
  }

  @Test func `whatever the size, points, bars and tables stay inside`() {
    for width in 0...30 {
      for height in 0...12 {
        var canvas = Canvas(size: Size(width: 40, height: 20), filledWith: Cell("x"))
        let part = Rect(x: 3, y: 2, width: width, height: height)
        Self.scatter.draw(in: part, look: Self.plain, on: &canvas)
        Self.bars.draw(in: part, look: Self.plain, on: &canvas)
        Self.table.draw(in: part, look: Self.colored, on: &canvas)
        for y in 0..<20 {
          for x in 0..<40 where !part.contains(Point(x: x, y: y)) {
            #expect(canvas[x, y].glyph == "x", "\(width) x \(height): \(x), \(y)")
          }
        }
      }
    }
  }
}
