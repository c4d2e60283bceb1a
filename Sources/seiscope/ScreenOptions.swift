import ArgumentParser
import Cells
import Console
import ExplorerRuntime
import Foundation
import Theming

/// Options for what a screen shows, whatever the terminal says.
struct ScreenOptions: ParsableArguments {
  @Option(help: "Theme, by the name of its file.")
  var theme: String?

  @Option(help: "Colours: truecolor, 256, 16, 8 or mono. [default: what the terminal has]")
  var color: String?

  @Flag(help: "Draw with glyphs beyond ASCII, whatever the locale says.")
  var utf8 = false

  @Flag(help: "Draw with ASCII alone.")
  var ascii = false

  @Flag(inversion: .prefixedNo, help: "Take the mouse, or leave it to the terminal.")
  var mouse: Bool?

  /// Depths by the names that options and configurations use.
  static let depths: [String: ColorDepth] = [
    "truecolor": .direct, "256": .palette, "16": .sixteen, "8": .eight, "mono": .monochrome,
  ]

  /// The depth that `--color` names, if it is given.
  func colorDepth() throws -> ColorDepth? {
    guard let color else { return nil }
    guard let depth = Self.depths[color.lowercased()] else {
      throw OptionError("--color '\(color)': use truecolor, 256, 16, 8 or mono")
    }
    return depth
  }

  /// Whether glyphs beyond ASCII were asked for or forbidden.
  func unicode() throws -> Bool? {
    guard !(utf8 && ascii) else {
      throw OptionError("--utf8 and --ascii contradict each other: give one of them")
    }
    return utf8 ? true : ascii ? false : nil
  }

  /// For a frame that is printed: text without colours unless they are asked for, UTF-8 unless a
  /// terminal that reads it cannot show it.
  func printedCapabilities() throws -> Capabilities {
    let isShown = isatty(STDOUT_FILENO) == 0 || Self.localeIsUTF8
    return Capabilities(colors: try colorDepth() ?? .monochrome, unicode: try unicode() ?? isShown)
  }

  /// The theme of a name, or of a path to a file.
  ///
  /// - Throws: Where it is not there or damaged.
  static func theme(named name: String) throws -> Theme { try library().theme(named: name) }

  /// Every theme that is found, the chosen one among them. Costs some 20 ms.
  static func allThemes(with chosen: Theme) -> FoundThemes {
    let library = library()
    var found = FoundThemes(library.themes, problem: library.problems.first?.description)
    guard let same = found.themes.firstIndex(where: { $0.name == chosen.name }) else {
      found.themes.insert(chosen, at: 0)
      return found
    }
    // A theme given by its path may bear the name of one in the library: it was asked for.
    found.themes[same] = chosen
    return found
  }

  /// The themes of the person and those that came with the program.
  static func library() -> ThemeLibrary {
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().path ?? ""
    return ThemeLibrary(
      folders: ThemeLibrary.folders(
        environment: ProcessInfo.processInfo.environment, executable: program))
  }

  private static var localeIsUTF8: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let values = names.compactMap { name in getenv(name).map { String(cString: $0) } }
    guard let locale = values.first(where: { !$0.isEmpty }) else { return true }
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }
}
