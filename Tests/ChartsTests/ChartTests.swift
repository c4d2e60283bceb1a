import Cells
import Charts
import Testing

@Suite struct ChartTests {
  private static let plain = ChartLook(Capabilities(colors: .monochrome, unicode: true))
  private static let ascii = ChartLook(Capabilities(colors: .monochrome, unicode: false))
  private static let colored = ChartLook(Capabilities(colors: .direct, unicode: true))

  private static let curve: LineChart = {
    let x = [0.30, 0.34, 0.38, 0.42, 0.46]
    return LineChart(
      title: "thickness [nm]", x: Axis("dimerisation [eV]", from: 0.3, to: 0.46),
      y: Axis("thickness [nm]", covering: [2, 19]),
      series: [
        LineChart.Series(
          "median", x: x, y: [18, 16, 8, 5, 4],
          band: LineChart.Band("5–95 %", low: [16, 12, 5, 3, 2], high: [19, 18, 14, 8, 5]))
      ])
  }()

  private static let map = HeatMap(
    title: "thickness [nm]", xLabel: "dimerisation [eV]", yLabel: "pairing [eV]",
    x: [0.3, 0.4, 0.5], y: [0.6, 0.7, 0.8], values: [[1, 4, 9], [2, 8, 12], [.nan, 16, 19.9]])

  private func drawn(
    width: Int, height: Int, _ draw: (Rect, inout Canvas) -> Void
  ) -> Canvas {
    var canvas = Canvas(size: Size(width: width, height: height))
    draw(canvas.bounds, &canvas)
    return canvas
  }

  @Test func `a curve in its band`() {
    let canvas = drawn(width: 64, height: 14) { Self.curve.draw(in: $0, look: Self.plain, on: &$1) }
    #expect(
      canvas.text == """
        thickness [nm]                              ━━ median  ░░ 5–95 %
        20 ┤⣀⣀░░░░░░░░░░░░░
           │⠉⠉⠛⠛⠛⠛⠶⠶⠶⢦⣤⣤⣤⣄⣀⡀░░░░░░░
           │░░░░░░░░░░░░░⠈⠉⠙⠳⢦⣄⡀░░░░░░░░░░
           │        ░░░░░░░░░░⠈⠙⠳⢦⣄⡀░░░░░░░░░░░
           │               ░░░░░░░⠈⠙⠳⢦⣄⡀░░░░░░░░░░░░
        10 ┤                   ░░░░░░░⠈⠙⠳⢦⣤⣄⣀⣀░░░░░░░░░░░
           │                        ░░░░░░░⠈⠉⠉⠛⠛⠳⠶⢦⣤⣤⣀⣀⡀░░░░░░░░░░░
           │                            ░░░░░░░░░░░░░⠉⠉⠙⠛⠛⠛⠛⠳⠶⠶⠶⠶⠶⠶⠶⣤⣤⣤⣤
           │                                     ░░░░░░░░░░░░░░░░░░░░░░░
         0 ┤
           └┬─────────────────┬──────────────────┬──────────────────┬───
          0.30              0.35               0.40               0.45
                                 dimerisation [eV]
        """)
  }

  @Test func `a curve in ASCII`() {
    let canvas = drawn(width: 40, height: 10) { Self.curve.draw(in: $0, look: Self.ascii, on: &$1) }
    #expect(
      canvas.text == """
        thickness [nm]      ** median  :: 5–95 %
        20 +*****:::::::
           |:::::*******:::::::
           |      ::::::****::::::::
        10 +            ::::******:::::::::
           |                ::::::**************
         0 +                          ::::::::::
           ++----------+----------+----------+--
          0.30       0.35       0.40       0.45
                     dimerisation [eV]
        """)
  }

  @Test func `in colours a line keeps the band's colour behind it`() {
    let canvas = drawn(width: 64, height: 14) {
      Self.curve.draw(in: $0, look: Self.colored, on: &$1)
    }
    let line = canvas[6, 2]
    #expect(line.glyph == "⠛")
    #expect(line.style.background == ChartColor.blue)
    #expect(line.style.foreground == nil)
    // The band's edge is drawn in half cells.
    #expect(canvas.cells.contains { $0.glyph == "▄" && $0.style.foreground == ChartColor.blue })
    #expect(canvas.cells.contains { $0.glyph == "▀" && $0.style.foreground == ChartColor.blue })
  }

  @Test func `a gap breaks the curve and a place outside draws nothing`() {
    var chart = Self.curve
    chart.series = [
      LineChart.Series("", x: [0.3, 0.34, 0.38, 0.42, 0.9], y: [5, 5, .nan, 15, 15])
    ]
    let canvas = drawn(width: 36, height: 9) { chart.draw(in: $0, look: Self.plain, on: &$1) }
    #expect(
      canvas.text == """
        thickness [nm]                   ━━
        20 ┤
           │                       ⠘⠛⠛⠛⠛⠛⠛⠛⠛
        10 ┤
           │⠶⠶⠶⠶⠶⠶⠶⠶⠆
         0 ┤
           └┬─────────┬─────────┬─────────┬─
          0.30      0.35      0.40      0.45
                   dimerisation [eV]
        """)
  }

  @Test func `curves that cross keep each other's dots and the ground behind them`() {
    var chart = Self.curve
    chart.series[0].band = nil
    chart.series[0].color = RGB(1, 2, 3)
    let first = drawn(width: 64, height: 14) { chart.draw(in: $0, look: Self.colored, on: &$1) }
    chart.series.append(
      LineChart.Series("flat", x: [0.3, 0.46], y: [10, 10], color: RGB(4, 5, 6)))
    let both = drawn(width: 64, height: 14) { chart.draw(in: $0, look: Self.colored, on: &$1) }
    let lost = (64..<64 * 10).filter { place in
      let (one, two) = (first.cells[place].glyph.value, both.cells[place].glyph.value)
      return one >= 0x2800 && two & one != one
    }
    #expect(lost.isEmpty)
    #expect(both.cells.allSatisfy { $0.style.background == nil })
  }

  @Test(arguments: [true, false])
  func `a dashed curve keeps to the curve and has gaps`(unicode: Bool) {
    let look = unicode ? Self.plain : Self.ascii
    var dashed = Self.curve
    dashed.series[0].band = nil
    let whole = drawn(width: 64, height: 14) { dashed.draw(in: $0, look: look, on: &$1) }
    dashed.series[0].isDashed = true
    let gaps = drawn(width: 64, height: 14) { dashed.draw(in: $0, look: look, on: &$1) }
    // Below the title with its legend, above the axis.
    let plot = (64..<64 * 10).filter { whole.cells[$0].glyph != gaps.cells[$0].glyph }
    #expect(plot.count > 10)
    #expect(plot.allSatisfy { gaps.cells[$0].glyph != whole.cells[$0].glyph })
    #expect(gaps.text.contains(unicode ? "╍╍ median" : "o  median"))
  }

  @Test func `a map with its values`() {
    let canvas = drawn(width: 64, height: 14) { Self.map.draw(in: $0, look: Self.plain, on: &$1) }
    #expect(
      canvas.text == """

        thickness [nm]   ↑ pairing [eV]
            │                 ██████████████████████████████████  ██ 20
        0.8 ┤                 █████ 16.0 ███████████ 19.9 ██████  ██
            │                 ██████████████████████████████████  ▓▓ 15
            │·················▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  ▓▓
        0.7 ┤····· 2.00 ······▒▒▒▒▒ 8.00 ▒▒▒▒▒▒▓▓▓▓▓ 12.0 ▓▓▓▓▓▓  ▒▒ 10
            │·················▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  ░░
            │·················░░░░░░░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  ░░ 5
        0.6 ┤····· 1.00 ······░░░░░ 4.00 ░░░░░░▒▒▒▒▒ 9.00 ▒▒▒▒▒▒  ··
            │·················░░░░░░░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  ·· 0
            └┬───────┬────────┬───────┬────────┬───────┬───────┬
           0.25    0.30     0.35    0.40     0.45    0.50    0.55
                              dimerisation [eV]
        """)
  }

  @Test func `a map in ASCII, without room for values`() {
    let canvas = drawn(width: 26, height: 9) { Self.map.draw(in: $0, look: Self.ascii, on: &$1) }
    #expect(
      canvas.text == """


        thickness [nm]   ^ pairin…
        0.8 +    %%%%@@@@  %% 20
            |....====****  ++ 10
        0.6 +....::::++++  :: 0
            +----------+-
                      0.5
             dimerisatio…
        """)
  }

  @Test func `a map in colours shows two places in a cell where it must`() {
    let canvas = drawn(width: 40, height: 6) { Self.map.draw(in: $0, look: Self.colored, on: &$1) }
    let cell = canvas[18, 1]
    #expect(cell.glyph == "▀")
    #expect(cell.style.foreground == ColorMap.viridis[0.8])
    #expect(cell.style.background == ColorMap.viridis[0.4])
    // Where the upper one is not known the terminal's own background stays.
    #expect(canvas[8, 1] == Cell("▄", Style(foreground: ColorMap.viridis[0.1])))
  }

  @Test func `whatever the size, nothing is drawn outside`() {
    let frame = Rect(x: 3, y: 2, width: 0, height: 0)
    for width in 0...30 {
      for height in 0...12 {
        var canvas = Canvas(size: Size(width: 40, height: 20), filledWith: Cell("x"))
        var part = frame
        (part.width, part.height) = (width, height)
        Self.curve.draw(in: part, look: Self.plain, on: &canvas)
        Self.map.draw(in: part, look: Self.colored, on: &canvas)
        for y in 0..<20 {
          for x in 0..<40 where !part.contains(Point(x: x, y: y)) {
            #expect(canvas[x, y].glyph == "x", "\(width) x \(height): \(x), \(y)")
          }
        }
      }
    }
  }
}
