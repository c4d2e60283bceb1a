import Files
import Interphase

/// The themes that were found, and what was wrong with the others.
public struct ThemeLibrary: Sendable {
  /// At least the built-in one. Ours come first, others by name.
  public let themes: [Theme]
  /// One for each file that could not be used.
  public let problems: [ThemeError]

  private static let order = ["interphase", "paper", "okabe-ito", "high-contrast", "mono"]

  /// Reads all theme files (`*.yaml`, `*.yml`) of some folders.
  ///
  /// A theme of an earlier folder hides one of the same name in a later folder, so a person's own come
  /// first. A folder that does not exist is no problem.
  public init(folders: [String]) {
    var found = [Theme.interphase.name: Theme.interphase]
    var seen: Set<String> = []
    var problems: [ThemeError] = []
    for folder in folders {
      for file in Folder.names(in: folder).sorted() {
        guard let name = Self.themeName(file), !seen.contains(name) else { continue }
        do {
          found[name] = try Theme(path: "\(folder)/\(file)")
          seen.insert(name)
        } catch {
          problems.append(error)
        }
      }
    }
    let ours = Self.order.compactMap { found[$0] }
    let others = found.values.filter { !Self.order.contains($0.name) }
    themes = ours + others.sorted { $0.name < $1.name }
    self.problems = problems
  }

  /// The theme of a name, or of a path to a file.
  ///
  /// - Throws: Where there is none, with the nearest name, or where its file is damaged.
  public func theme(named name: String) throws(ThemeError) -> Theme {
    if let theme = themes.first(where: { $0.name == name }) { return theme }
    if name.contains("/") || Self.themeName(name) != nil { return try Theme(path: name) }
    if let problem = problems.first(where: { $0.description.hasPrefix("theme \(name):") }) {
      throw problem
    }
    let names = themes.map(\.name)
    let hint = nearest(to: name, among: names).map { "did you mean \($0)?" }
    throw ThemeError(
      "theme \(name): not found; \(hint ?? "there are \(names.joined(separator: ", "))")",
      status: .noInput)
  }

  /// The theme for who chose none, once the terminal has told its background: `interphase` on dark,
  /// `paper` on light.
  ///
  /// - Returns: The first that fits, ours before others; the built-in dark one where only dark ones were
  ///   found.
  public func theme(forDarkBackground isDark: Bool) -> Theme {
    themes.first { $0.isDark == isDark } ?? .interphase
  }

  /// Where themes are looked for: the person's folder (XDG), then `Themes` beside and above the
  /// program: an installed prefix's `share/seiscope`, or the repository that it was built in.
  ///
  /// - Parameters:
  ///   - environment: XDG_CONFIG_HOME and HOME are read.
  ///   - executable: Absolute path of the program.
  /// - Returns: Folders that may not exist, the strongest first.
  public static func folders(environment: [String: String], executable: String) -> [String] {
    let own = UserFolders(environment: environment).configuration
    var folders = own.map { ["\($0)/themes"] } ?? []
    let parts = executable.split(separator: "/").dropLast()
    for count in stride(from: parts.count, to: max(0, parts.count - 4), by: -1) {
      let ancestor = "/" + parts.prefix(count).joined(separator: "/")
      folders += ["\(ancestor)/share/seiscope/Themes", "\(ancestor)/Themes"]
    }
    return folders
  }

  private static func themeName(_ file: String) -> String? {
    for suffix in [".yaml", ".yml"] where file.hasSuffix(suffix) && file.count > suffix.count {
      return String(file.dropLast(suffix.count).split(separator: "/").last ?? "")
    }
    return nil
  }
}

extension Theme {
  /// Reads a theme file, ours or a base16 scheme. Its name is the file's without extension.
  ///
  /// - Throws: Where the file cannot be read, or with the key that is wrong.
  public init(path: String) throws(ThemeError) {
    let bytes: [UInt8]
    do {
      bytes = try WholeFile.read(path)
    } catch {
      throw ThemeError(error.description, status: error.exitStatus)
    }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = file.split(separator: ".").dropLast().joined(separator: ".")
    try self.init(yaml: String(decoding: bytes, as: UTF8.self), name: name)
  }

  /// Reads a theme from YAML.
  ///
  /// - Throws: With the key that is wrong.
  public init(yaml: String, name: String) throws(ThemeError) {
    self = try ThemeFile(yaml, name: name).theme()
  }
}
