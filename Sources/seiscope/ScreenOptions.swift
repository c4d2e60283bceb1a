import ArgumentParser
import Cells
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

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var noMouse = false

  /// The depth that `--color` names, if it is given.
  func colorDepth() throws -> ColorDepth? {
    guard let color else { return nil }
    let depths: [String: ColorDepth] = [
      "truecolor": .direct, "256": .palette, "16": .sixteen, "8": .eight, "mono": .monochrome,
    ]
    guard let depth = depths[color.lowercased()] else {
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

  /// Every theme that is found, and the index of the chosen one.
  ///
  /// - Throws: Where the chosen one is not there or damaged.
  func themes() throws -> ([Theme], Int) {
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().path ?? ""
    let library = ThemeLibrary(
      folders: ThemeLibrary.folders(
        environment: ProcessInfo.processInfo.environment, executable: program))
    guard let theme else { return (library.themes, 0) }
    let chosen = try library.theme(named: theme)
    if let index = library.themes.firstIndex(of: chosen) { return (library.themes, index) }
    return ([chosen] + library.themes, 0)
  }

  private static var localeIsUTF8: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let values = names.compactMap { name in getenv(name).map { String(cString: $0) } }
    guard let locale = values.first(where: { !$0.isEmpty }) else { return true }
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }
}
