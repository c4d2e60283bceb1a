public import Interphase

/// What is wrong with a theme file, or with the name of a theme.
public struct ThemeError: UserError, Hashable {
  /// One sentence: file, key, what was found, what was expected.
  public let description: String
  /// 65 for a file's contents, 66 where there is none.
  public let exitStatus: ExitStatus

  init(_ description: String, status: ExitStatus = .data) {
    self.description = description
    exitStatus = status
  }

  /// A file whose contents are wrong, or cannot be read.
  static func file(_ file: String, _ problem: String) -> ThemeError {
    ThemeError("theme \(file): \(problem)")
  }
}
