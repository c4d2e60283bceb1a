/// Rows of text in columns that line up.
struct TextTable {
  /// Where the cells of a column stand.
  enum Alignment { case left, right }

  /// Blanks before each row.
  var indent = 0
  /// Blanks between columns.
  var gap = 2
  /// Least widths of the columns, for tables below each other that are to line up.
  var minimumWidths: [Int] = []
  private let alignments: [Alignment]
  private var rows: [[String]] = []

  /// A table of columns; rows may be shorter.
  init(_ alignments: [Alignment]) { self.alignments = alignments }

  /// Adds a row.
  ///
  /// - Precondition: No more cells than columns.
  mutating func add(_ cells: String...) { add(cells) }

  /// Adds a row.
  ///
  /// - Precondition: No more cells than columns.
  mutating func add(_ cells: [String]) {
    precondition(cells.count <= alignments.count, "\(cells.count) cells in a row")
    rows.append(cells)
  }

  /// The rows as lines without trailing blanks.
  var lines: [String] {
    let widths = alignments.indices.map { column in
      max(
        column < minimumWidths.count ? minimumWidths[column] : 0,
        rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0)
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        line += alignments[column] == .left ? cell + blanks : blanks + cell
        line += String(repeating: " ", count: gap)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The lines as one text.
  var text: String { lines.joined(separator: "\n") }
}
