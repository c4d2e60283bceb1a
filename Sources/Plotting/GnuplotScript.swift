import Cells
import Exporting

/// A figure in gnuplot's language, to be run in the folder of its table.
struct GnuplotScript {
  let figure: Figure
  private let name: String

  /// - Parameter name: The files' name, without folder and ending.
  init(_ figure: Figure, name: String) {
    self.figure = figure
    self.name = name
  }

  /// The script. It draws the same panels twice: for the screen and for print.
  var text: String {
    (comments + settings + kinds).joined(separator: "\n") + "\n"
  }

  private var comments: [String] {
    ["# Draws \(name).png and \(name).svg from \(name).csv: 'gnuplot ./\(name).gp' in this folder."]
      + figure.provenance.entries.map { "# \($0.key): \($0.value)" } + [""]
  }

  private var settings: [String] {
    [
      "set encoding utf8",
      "set minussign",
      "set datafile separator comma",
      "set datafile missing ''",
      "set format x '%g'",
      "set style fill solid noborder",
      "data = \(Self.file(name + ".csv"))",
      "",
    ]
  }

  /// Sizes in points of the screen; the PNG has two pixels to each.
  private var kinds: [String] {
    let (width, height) = (figure.grid.totalWidth, totalHeight)
    let fonts = "DejaVu Sans,Helvetica,Arial,sans-serif"
    return [
      "do for [kind in 'png svg'] {",
      "  if (kind eq 'png') {",
      "    set terminal pngcairo size \(2 * width),\(2 * height) font 'DejaVu Sans,22' linewidth 2",
      "  } else {",
      "    set terminal svg size \(width),\(height) dynamic background 'white' font '\(fonts),\(Self.pixels(11))'",
      "  }",
      // Sizes of points do not follow those of a PNG's fonts.
      "  dot = kind eq 'png' ? 2 : 1",
      "  every_th = kind eq 'png' ? 1 : \(pointStride)",
      "  set output \(Self.file(name + ".")).kind",
    ]
      + Self.fontSizes.map { "  font_\($0) = kind eq 'png' ? ',\(2 * $0)' : ',\(Self.pixels($0))'" }
      // Nothing stays from the picture before.
      + ["  unset label", "  unset object", "  set multiplot"]
      + figure.panels.indices.flatMap { panel(at: $0).map { "  " + $0 } } + [
        "  unset multiplot", "  unset output", "}",
      ]
  }

  /// Height of the figure, legend included.
  var totalHeight: Int {
    figure.grid.totalHeight(panels: figure.panels.count) + legendHeight
  }

  /// Each dot of an SVG is an element of some hundred bytes: of this many films one is drawn.
  private var pointStride: Int {
    let clouds = figure.panels.filter { $0.kind == .cloud }.count
    return max(1, (clouds * figure.table.rows.count + Self.mostDots - 1) / Self.mostDots)
  }

  private static let mostDots = 12_000

  /// A file of the script's folder. Its folder is named, since gnuplot would run as a command what
  /// begins with `<` or `|`.
  private static func file(_ name: String) -> String { quoted("./" + name) }

  /// A string as it stands: in single quotes gnuplot reads nothing but the quote itself; lines are
  /// parted in double quotes alone.
  static func quoted(_ text: String) -> String {
    guard text.contains("\n") else {
      return "'"
        + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
    let escaped = text.map { character in
      switch character {
      case "\n": "\\n"
      case "\\", "\"": "\\\(character)"
      default: String(character)
      }
    }
    return "\"\(escaped.joined())\""
  }

  /// A font of this size in either kind of picture.
  ///
  /// - Precondition: It is one of ``fontSizes``.
  static func font(_ points: Int) -> String {
    precondition(fontSizes.contains(points), "a font of \(points) points")
    return "font font_\(points)"
  }

  /// A size of text in an SVG, whose fonts are in pixels while those of a PNG are in points of 4/3.
  private static func pixels(_ points: Int) -> Int { (4 * points + 1) / 3 }

  /// Sizes of text [points].
  private static let fontSizes = [7, 9, 11]

  /// A place from the lower left corner, given from the upper left one [points].
  func screen(_ x: Int, _ y: Int) -> String {
    "screen \(Self.share(x, of: figure.grid.totalWidth)), "
      + "screen \(Self.share(totalHeight - y, of: totalHeight))"
  }

  /// A part of the figure's width or height.
  static func share(_ part: Int, of whole: Int) -> String {
    NumberText.fixed(Double(part) / Double(whole), 6)
  }
}
