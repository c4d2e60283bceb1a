import Cells
import DataSets
import Interphase
import Theming

/// Films in small: rows of thumbnails, one row of them a class.
///
/// A picture element stands for 2 × 2 sites: electrolyte where most of them are, else what most of the
/// others hold; two elements share a cell (half blocks), or, without colours, stand as one
/// sign.
struct FilmStrip {
  private let capabilities: Capabilities
  private let theme: Theme
  private static let gap = 2

  init(capabilities: Capabilities, theme: Theme) {
    self.capabilities = capabilities
    self.theme = theme
  }

  /// Thumbnails that stand beside each other on a terminal of this width.
  static func count(filmWidth: Int, columns: Int) -> Int {
    max(1, (columns + gap) / ((filmWidth + 1) / 2 + gap))
  }

  /// A class's name and films.
  func canvas(_ outcome: Outcome, _ films: [Sample]) -> Canvas {
    let lattices = films.map(\.lattice)
    let width = ((lattices.first?.width ?? 0) + 1) / 2
    let height = ((lattices.first?.height ?? 0) + 3) / 4
    var canvas = Canvas(
      size: Size(
        width: max(1, lattices.count) * (width + Self.gap) - Self.gap, height: height + 1))
    let names = films.map { "\($0.index)" }.joined(separator: ", ")
    canvas.write(
      "\(outcome.name), samples \(names)", x: 0, y: 0, style: Style(attributes: .bold),
      width: canvas.size.width)
    for (place, lattice) in lattices.enumerated() {
      draw(lattice, x: place * (width + Self.gap), width: width, height: height, on: &canvas)
    }
    return canvas
  }

  private func draw(
    _ lattice: Lattice, x: Int, width: Int, height: Int, on canvas: inout Canvas
  ) {
    for row in 0..<height {
      let bottom = height - 1 - row
      for column in 0..<width {
        canvas[x + column, row + 1] = cell(
          lower: element(lattice, column, 2 * bottom),
          upper: element(lattice, column, 2 * bottom + 1))
      }
    }
  }

  /// What most of 2 × 2 sites hold; `nil` above the lattice.
  private func element(_ lattice: Lattice, _ column: Int, _ row: Int) -> Species? {
    var counts = [Int](repeating: 0, count: Species.allCases.count)
    for y in (2 * row)..<min(lattice.height, 2 * row + 2) {
      for x in (2 * column)..<min(lattice.width, 2 * column + 2) {
        counts[Int(lattice[x, y].rawValue)] += 1
      }
    }
    let sites = counts.reduce(0, +)
    guard sites > 0 else { return nil }
    guard 2 * counts[0] <= sites else { return .electrolyte }
    return Species.allCases.dropFirst().filter { counts[Int($0.rawValue)] > 0 }
      .max { counts[Int($0.rawValue)] < counts[Int($1.rawValue)] } ?? .electrolyte
  }

  private func cell(lower: Species?, upper: Species?) -> Cell {
    guard capabilities.colors > .monochrome, capabilities.unicode else {
      let shown = [lower, upper].compactMap { $0 }.first { $0 != .electrolyte } ?? .electrolyte
      return Cell(
        (capabilities.unicode ? Self.patterns : Self.letters)[Int(shown.rawValue)])
    }
    let ground = lower.map { theme.species[Int($0.rawValue)] }
    let front = upper.map { theme.species[Int($0.rawValue)] }
    return ground == front
      ? Cell(" ", Style(background: ground))
      : Cell("▀", Style(foreground: front ?? theme.background, background: ground))
  }

  private static let letters: [Unicode.Scalar] = [" ", "=", "-", "P", "F", "O", "D", "C"]
  private static let patterns: [Unicode.Scalar] = [" ", "━", "─", "p", "█", "o", "d", "▒"]
}
