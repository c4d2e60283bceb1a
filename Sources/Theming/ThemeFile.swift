import Cells
import Interphase
import YAMLReading
import Yams

/// A theme file: our own format, or a base16 or base24 scheme as it is.
///
/// Ours is a flat mapping of roles to colours, with the eight species under `species`:
///
/// ```yaml
/// variant: dark          # or light
/// background: "#0f1318"  # six hexadecimal digits, or `terminal` for the terminal's own
/// species:
///   electrolyte: "#161b25"
/// ```
///
/// Roles that are left out are the terminal's own; species must all be there.
struct ThemeFile {
  /// Largest file that is read [bytes].
  static let largest = 1 << 16
  static let roles = [
    "background", "bar", "text", "dim", "accent", "focus", "track", "warning",
  ]
  /// For people; the theme's name is the file's.
  static let notes = ["name", "author", "description"]

  private let name: String
  private let top: Node.Mapping

  /// Parses a file's text.
  ///
  /// - Throws: Where it is no YAML mapping, or has aliases.
  init(_ text: String, name: String) throws(ThemeError) {
    self.name = name
    guard text.utf8.count <= Self.largest else {
      throw .file(name, "\(text.utf8.count) bytes, expected at most \(Self.largest)")
    }
    let node: Node?
    do {
      node = try PlainYAML.compose(text)
    } catch is PlainYAML.AliasError {
      throw .file(name, "has anchors or aliases (& or *): write the colours out")
    } catch {
      throw .file(name, "not YAML: \(Self.firstLine("\(error)"))")
    }
    guard let mapping = node?.mapping else {
      throw .file(name, "expected a mapping of roles to colours")
    }
    top = mapping
  }

  /// The theme that the file describes.
  ///
  /// - Throws: Where a key is missing, unknown, or no colour.
  func theme() throws(ThemeError) -> Theme {
    if let scheme = top["palette"]?.mapping { return try Base16(scheme, name).theme(variant) }
    if top["base00"] != nil { return try Base16(top, name).theme(variant) }
    return try own()
  }

  private func own() throws(ThemeError) -> Theme {
    try Self.check(top, known: Self.roles + Self.notes + ["variant", "species"], in: name)
    guard let codes = top["species"]?.mapping else {
      throw .file(name, "species: missing, expected a mapping of eight colours")
    }
    try Self.check(codes, known: Species.allCases.map(\.name), in: "\(name): species")
    var species: [RGB] = []
    for code in Species.allCases {
      let key = "species.\(code.name)"
      guard let color = try Self.color(codes[code.name], key, name) else {
        throw .file(name, "\(key): expected a colour as #rrggbb")
      }
      species.append(color)
    }
    var colors: [String: RGB] = [:]
    for role in Self.roles { colors[role] = try Self.color(top[role], role, name) }
    let background = colors["background"]
    return Theme(
      name: name, isDark: try variant ?? (background?.isDark ?? true), species: species,
      background: background, bar: colors["bar"], text: colors["text"], dim: colors["dim"],
      accent: colors["accent"], focus: colors["focus"], track: colors["track"],
      warning: colors["warning"])
  }

  /// Whether the file says that it is dark; `nil` where it says nothing.
  private var variant: Bool? {
    get throws(ThemeError) {
      guard let node = top["variant"] else { return nil }
      switch node.scalar?.string {
      case "dark": return true
      case "light": return false
      default:
        throw .file(name, "variant: found \(Self.shown(node)), expected dark or light")
      }
    }
  }
}

extension ThemeFile {
  /// A colour; `nil` where the key is missing or says `terminal`.
  static func color(_ node: Node?, _ key: String, _ file: String) throws(ThemeError) -> RGB? {
    guard let node else { return nil }
    if node.scalar?.string == "terminal" { return nil }
    guard let text = node.scalar?.string, let color = RGB(hex: text) else {
      let hint = node.scalar?.string == "" ? " (a # without quotes starts a comment)" : ""
      throw .file(file, "\(key): found \(shown(node)), expected a colour as \"#rrggbb\"\(hint)")
    }
    return color
  }

  private static func check(
    _ mapping: Node.Mapping, known: [String], in place: String
  ) throws(ThemeError) {
    for (key, _) in mapping {
      let word = key.scalar?.string ?? ""
      guard !known.contains(word) else { continue }
      let hint = nearest(to: word, among: known).map { "did you mean \($0)?" }
      let remedy = hint ?? "expected one of \(known.joined(separator: ", "))"
      throw .file(place, "unknown key \(shown(key)): \(remedy)")
    }
  }

  /// A value as it may appear in a message.
  private static func shown(_ node: Node) -> String {
    guard let text = node.scalar?.string else { return "a list or mapping" }
    return text.isEmpty ? "nothing" : "\"\(firstLine(text).prefix(40))\""
  }

  private static func firstLine(_ text: String) -> String {
    String(text.prefix { !$0.isNewline }).printable
  }
}

extension RGB {
  /// Whether light text is read more easily on it than dark text.
  package var isDark: Bool { oklab.lightness < 0.6 }
}
