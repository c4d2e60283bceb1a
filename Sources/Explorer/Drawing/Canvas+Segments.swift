import Cells

/// A piece of a line in one style.
struct Segment {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }

  var width: Int { text.unicodeScalars.count }
}

extension Canvas {
  /// Writes pieces beside each other; from the first that does not fit on they are left out.
  ///
  /// The first piece is cut rather than left out.
  @discardableResult
  mutating func write(_ segments: [Segment], x: Int, y: Int, width: Int, gap: Int = 2) -> Int {
    var column = x
    for (index, segment) in segments.enumerated() where segment.width > 0 {
      let start = index == 0 ? column : column + gap
      guard index == 0 || start + segment.width <= x + width else { break }
      column = write(segment.text, x: start, y: y, style: segment.style, width: x + width - start)
    }
    return column
  }

  /// Writes text broken between words, line below line, as far as the frame reaches.
  mutating func write(wrapped text: String, in frame: Rect, style: Style) {
    let lines = Self.lines(of: text, width: frame.width)
    for (shift, line) in lines.prefix(frame.height).enumerated() {
      write(line, x: frame.x, y: frame.y + shift, style: style, width: frame.width)
    }
  }

  /// A text's lines when it is broken between words.
  static func lines(of text: String, width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count > width {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] += " " + word
      }
    }
    return lines
  }

  /// Exchanges every glyph beyond ASCII for one that a terminal without UTF-8 shows.
  mutating func reduceToASCII() {
    for y in 0..<size.height {
      for x in 0..<size.width {
        let cell = self[x, y]
        guard cell.glyph.value > 0x7E else { continue }
        if cell.glyph == "±", self[x - 1, y].glyph == " " { self[x - 1, y].glyph = "+" }
        self[x, y].glyph = asciiFor(cell.glyph)
      }
    }
  }
}

private func asciiFor(_ glyph: Unicode.Scalar) -> Unicode.Scalar {
  switch glyph {
  case "━", "╍": "="
  case "─", "╌", "±", "⁻", "—", "–": "-"
  case "●": "O"
  case "■": "#"
  case "▶": ">"
  case "‖": "="
  case "Δ": "d"
  case "▬": "="
  case "¼", "½": "/"
  case "•": "o"
  case "◆": "X"
  case "┊", "│": ":"
  case "→", "▸": ">"
  case "←": "<"
  case "↑", "⇧", "▴": "^"
  case "↓": "v"
  case "·", "…": "."
  case "×": "x"
  case "ρ": "r"
  case "µ": "u"
  case "⁰", "₀": "0"
  case "¹", "₁": "1"
  case "²", "₂": "2"
  case "³", "₃": "3"
  case "⁴", "₄": "4"
  case "⁵", "₅": "5"
  case "⁶", "₆": "6"
  case "⁷", "₇": "7"
  case "⁸", "₈": "8"
  case "⁹", "₉": "9"
  case "▁"..."▃": "_"
  case "▄"..."▇": "="
  case "█", "▀": "#"
  default: "?"
  }
}
