/// Numbers for a terminal's colours: the nearest that it has, remembered.
package struct ColorMapper {
  /// ncurses' number for the terminal's own colour.
  package static let terminalDefault: Int32 = -1

  /// How many colours the terminal has.
  package let depth: ColorDepth
  private let entries: [Palette.Entry]
  private var known: [RGB: Int32] = [:]

  /// A mapper for a terminal of that many colours.
  package init(depth: ColorDepth) {
    self.depth = depth
    entries = Palette.entries(depth)
  }

  /// The number of a colour, -1 for the terminal's own.
  package mutating func index(_ color: RGB?) -> Int32 {
    guard let color, depth != .monochrome else { return Self.terminalDefault }
    if depth == .direct {
      return Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue)
    }
    if let index = known[color] { return index }
    let index = entries.min { distance(color, $0) < distance(color, $1) }?.index ?? 0
    known[color] = index
    return index
  }

  /// Numbers for a glyph on a ground: two colours that differ stay apart, or text would vanish.
  package mutating func indices(
    foreground: RGB?, background: RGB?
  ) -> (foreground: Int32, background: Int32) {
    let (fore, back) = (index(foreground), index(background))
    guard fore == back, foreground != background, let foreground, let background else {
      return (fore, back)
    }
    let isLighter = foreground.oklab.lightness > background.oklab.lightness
    let extreme = isLighter ? RGB(255, 255, 255) : RGB(0, 0, 0)
    let found = index(extreme)
    // White text on a ground that is itself shown white: the other end remains.
    return (found == back ? index(isLighter ? RGB(0, 0, 0) : RGB(255, 255, 255)) : found, back)
  }

  /// Gives each of the colours a number of its own, so that species stay apart in 16 and 8 colours.
  ///
  /// The sum of squared distances is the smallest that any one-to-one choice has. Of sixteen colours,
  /// hues take at most one of each bright and dark couple, or purple beside blue would be two
  /// blues. Colours beyond what the terminal offers keep their nearest.
  package mutating func keepApart(_ colors: [RGB]) {
    known = [:]
    guard !entries.isEmpty else { return }
    var distinct: [RGB] = []
    for color in colors where !distinct.contains(color) { distinct.append(color) }
    assign(Array(distinct.prefix(entries.count)))
    guard depth == .sixteen else { return }
    let hues = distinct.filter { !$0.oklab.isGrey }
    guard hues.count <= 6 else { return }
    assign(hues, couples: true)
    let greys = distinct.filter { $0.oklab.isGrey }
    if greys.count <= 4 { assign(greys, among: entries.filter { $0.color.isGrey }) }
  }

  /// Assigns colours to entries one to one; with `couples`, to the nearer of a hue's two entries.
  private mutating func assign(
    _ colors: [RGB], among offered: [Palette.Entry]? = nil, couples: Bool = false
  ) {
    let offered = offered ?? entries
    let choices = couples ? (1...6).map { [offered[$0], offered[$0 + 8]] } : offered.map { [$0] }
    let costs = colors.map { color in
      choices.map { choice in
        let length = choice.map { distance(color, $0) }.min() ?? 0
        return length * length
      }
    }
    for (color, column) in zip(colors, Assignment.cheapest(costs)) {
      known[color] = choices[column].min { distance(color, $0) < distance(color, $1) }?.index
    }
  }

  /// How unlike a colour an entry looks.
  ///
  /// With few colours the hue says more than the lightness: a dim red is better shown as bright red
  /// than as the grey of its lightness. So chroma counts as full for all that is not grey, and a grey
  /// that gets no grey takes whatever hue the others leave.
  private func distance(_ color: RGB, _ entry: Palette.Entry) -> Double {
    let wanted = color.oklab
    guard depth <= .sixteen else { return wanted.distance(to: entry.color) }
    guard wanted.isGrey == entry.color.isGrey else { return 0.4 }
    return wanted.saturated.distance(to: entry.color.saturated)
  }
}

extension Oklab {
  fileprivate var isGrey: Bool { chroma < 0.05 }

  /// The hue at a fixed chroma and half the lightness; greys stay grey.
  fileprivate var saturated: Oklab {
    let scale = isGrey ? 0 : 0.25 / chroma
    return Oklab(lightness: lightness / 2, a: a * scale, b: b * scale)
  }
}

/// The assignment problem.
enum Assignment {
  /// For each row a column of its own, so that the sum of costs is the smallest.
  ///
  /// Kuhn 1955, with potentials. There are at least as many columns as rows.
  /// - Complexity: O(rows² · columns).
  static func cheapest(_ costs: [[Double]]) -> [Int] {
    guard let columns = costs.first?.count else { return [] }
    var rowPotential = [Double](repeating: 0, count: costs.count + 1)
    var columnPotential = [Double](repeating: 0, count: columns + 1)
    var rowOfColumn = [Int](repeating: 0, count: columns + 1)  // rows from 1, 0 is none
    for row in costs.indices {
      rowOfColumn[0] = row + 1
      var slack = [Double](repeating: .infinity, count: columns + 1)
      var cameFrom = [Int](repeating: 0, count: columns + 1)
      var visited = [Bool](repeating: false, count: columns + 1)
      var column = 0
      repeat {
        visited[column] = true
        let current = rowOfColumn[column]
        var (delta, next) = (Double.infinity, 0)
        for candidate in 1...columns where !visited[candidate] {
          let reduced =
            costs[current - 1][candidate - 1] - rowPotential[current]
            - columnPotential[candidate]
          if reduced < slack[candidate] {
            (slack[candidate], cameFrom[candidate]) = (reduced, column)
          }
          if slack[candidate] < delta { (delta, next) = (slack[candidate], candidate) }
        }
        for other in 0...columns {
          if visited[other] {
            rowPotential[rowOfColumn[other]] += delta
            columnPotential[other] -= delta
          } else {
            slack[other] -= delta
          }
        }
        column = next
      } while rowOfColumn[column] != 0
      while column != 0 {
        rowOfColumn[column] = rowOfColumn[cameFrom[column]]
        column = cameFrom[column]
      }
    }
    var result = [Int](repeating: 0, count: costs.count)
    for column in 1...columns where rowOfColumn[column] > 0 {
      result[rowOfColumn[column] - 1] = column - 1
    }
    return result
  }
}
