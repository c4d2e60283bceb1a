#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whether the terminal takes UTF-8, by the locale that a person set.
enum Locale {
  /// Variables that decide on characters, the strongest first.
  static let variables = ["LC_ALL", "LC_CTYPE", "LANG"]

  /// Sets the locale of characters, and only that: numbers keep their point.
  ///
  /// A locale that SSH forwarded and this machine lacks still says UTF-8 by its name; where nothing is
  /// set at all, as in containers, UTF-8 is far likelier than not.
  /// - Parameters:
  ///   - override: Whether glyphs beyond ASCII are wanted; `nil` asks the environment.
  ///   - environment: Values of `variables`.
  /// - Returns: Whether they can be shown.
  static func prepare(override: Bool?, environment: [String: String]) -> Bool {
    let isSet = setlocale(LC_CTYPE, "") != nil
    if let override {
      return override && (isUTF8 || setFallback())
    }
    let name = variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    if isSet && name != nil { return isUTF8 }
    return (name == nil || isNamedUTF8(name ?? "")) && setFallback()
  }

  /// Whether a locale's name promises UTF-8: `de_DE.UTF-8`, `C.utf8`.
  ///
  /// One without a code set is taken for one of today's, but `@euro` names an old one.
  static func isNamedUTF8(_ name: String) -> Bool {
    guard name != "C", name != "POSIX" else { return false }
    guard let point = name.firstIndex(of: ".") else { return !name.contains("@") }
    let code = name[point...].dropFirst().prefix { $0 != "@" }
    return ["utf8", "utf-8"].contains(code.lowercased())
  }

  private static var isUTF8: Bool { String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8" }

  private static func setFallback() -> Bool {
    setlocale(LC_CTYPE, "C.UTF-8") != nil || setlocale(LC_CTYPE, "en_US.UTF-8") != nil
  }
}

/// The variables that decide how the terminal is used.
func terminalEnvironment() -> [String: String] {
  let names = ["TERM", "COLORTERM", "NO_COLOR", "TMUX", "STY"] + Locale.variables
  var values: [String: String] = [:]
  for name in names {
    if let value = getenv(name) { values[name] = String(cString: value) }
  }
  return values
}

/// The system's text for an `errno`.
func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }
