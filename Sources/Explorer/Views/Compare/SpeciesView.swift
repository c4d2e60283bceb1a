import Cells
import Interphase
import Theming

/// Draws how many sites of each species the two films have: two bars in one line, the upper half
/// simulated, the lower half decoded.
enum SpeciesView {
  private static let numberWidth = 6

  static func draw(in frame: Rect, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    let simulated = state.run.snapshot?.lattice.counts
    let decoded = state.decoded?.result.lattice.counts
    let ends = (0..<3).map { frame.maxX - (2 - $0) * numberWidth }
    canvas.write("Sites", x: frame.x, y: frame.y, style: look.title)
    let heads = [
      Segment("sim", look.simulated), Segment("dec", look.decoded), Segment("diff", look.dim),
    ]
    for (head, end) in zip(heads, ends) {
      canvas.write(head.text, endingAt: end, y: frame.y, style: head.style)
    }
    let species = LegendView.species.prefix(5)
    let counts = species.map { kind in
      (simulated?[Int(kind.rawValue)], decoded?[Int(kind.rawValue)])
    }
    let greatest = max(1, counts.map { max($0.0 ?? 0, $0.1 ?? 0) }.max() ?? 1)
    for (line, kind) in species.enumerated() where line + 1 < frame.height {
      let y = frame.y + 1 + line
      canvas.write(kind.name, x: frame.x, y: y, style: look.dim)
      let (own, other) = counts[line]
      drawNumbers(own, other, ends: ends, y: y, look, on: &canvas)
      let bar = Rect(
        x: frame.x + 10, y: y, width: ends[0] - numberWidth - frame.x - 10, height: 1)
      drawBars(own ?? 0, other ?? 0, of: greatest, in: bar, look, on: &canvas)
    }
  }

  private static func drawNumbers(
    _ simulated: Int?, _ decoded: Int?, ends: [Int], y: Int, _ look: Look, on canvas: inout Canvas
  ) {
    canvas.write(simulated.map(String.init) ?? "–", endingAt: ends[0], y: y, style: look.text)
    canvas.write(decoded.map(String.init) ?? "–", endingAt: ends[1], y: y, style: look.text)
    guard let simulated, let decoded else { return }
    let difference = decoded - simulated
    canvas.write(
      (difference > 0 ? "+" : "") + "\(difference)", endingAt: ends[2], y: y, style: look.text)
  }

  private static func drawBars(
    _ simulated: Int, _ decoded: Int, of greatest: Int, in frame: Rect, _ look: Look,
    on canvas: inout Canvas
  ) {
    guard frame.width > 0 else { return }
    func length(_ count: Int) -> Int {
      Int((Double(count) / Double(greatest) * Double(frame.width)).rounded())
    }
    let (upper, lower) = (length(simulated), length(decoded))
    for column in 0..<max(upper, lower) {
      canvas[frame.x + column, frame.y] = cell(column < upper, column < lower, look)
    }
  }

  private static func cell(_ isSimulated: Bool, _ isDecoded: Bool, _ look: Look) -> Cell {
    guard !look.usesGlyphs else {
      let glyph: Unicode.Scalar = isSimulated && isDecoded ? "=" : isSimulated ? "S" : "D"
      return Cell(glyph, isSimulated ? look.simulated : look.decoded)
    }
    return isSimulated
      ? Cell(
        "▀",
        Style(
          foreground: look.simulatedColor,
          background: isDecoded ? look.decodedColor : look.theme.background))
      : Cell("▄", Style(foreground: look.decodedColor, background: look.theme.background))
  }
}

extension Look {
  /// What is said of the simulated film.
  var simulated: Style { isColored ? Style(foreground: simulatedColor) : .plain }
  /// What is said of the decoded film.
  var decoded: Style { isColored ? Style(foreground: decodedColor) : .plain }
}
