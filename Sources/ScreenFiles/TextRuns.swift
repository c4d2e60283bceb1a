import Cells

/// Pieces of text on a grid, by how they look.
struct TextRuns {
  /// What text of one kind has in common.
  struct Look: Hashable {
    var color: RGB
    var isBold: Bool
  }

  /// Neighbouring cells of a row, no two blanks beside each other.
  private struct Run {
    var column: Int
    var row: Int
    var text: String.UnicodeScalarView
    var endColumn: Int { column + text.count }
  }

  private var looks: [Look] = []
  private var runs: [Look: [Run]] = [:]

  /// Adds a glyph, at the end of the run before it where they are at most a blank apart.
  mutating func add(_ glyph: Unicode.Scalar, x: Int, y: Int, _ look: Look) {
    if runs[look] == nil { looks.append(look) }
    var found = runs.removeValue(forKey: look) ?? []
    if let last = found.last, last.row == y, x - last.endColumn <= 1 {
      if x > last.endColumn { found[found.count - 1].text.append(" ") }
      found[found.count - 1].text.append(glyph)
    } else {
      found.append(Run(column: x, row: y, text: String.UnicodeScalarView([glyph])))
    }
    runs[look] = found
  }

  /// SVG's groups of texts, each as wide as its cells whatever font there is.
  var svg: String {
    looks.map { look in
      let weight = look.isBold ? " font-weight=\"bold\"" : ""
      let texts = (runs[look] ?? []).map(Self.element).joined()
      return "<g fill=\"\(look.color.hex)\"\(weight)>\n\(texts)</g>\n"
    }.joined()
  }

  private static func element(_ run: Run) -> String {
    let (cell, baseline) = (GlyphShape.cell, 12)
    let place = "x=\"\(run.column * cell.width)\" y=\"\(run.row * cell.height + baseline)\""
    let width = run.text.count * cell.width
    return "<text \(place) textLength=\"\(width)\">\(String(run.text).markupEscaped)</text>\n"
  }
}

extension String {
  /// The text with XML's own characters written out.
  var markupEscaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
