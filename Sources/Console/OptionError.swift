package import Interphase

/// An option whose value cannot be used.
package struct OptionError: UserError {
  /// One sentence for the reader.
  package let description: String
  /// What the process ends with.
  package let exitStatus: ExitStatus

  /// An error with its own sentence.
  package init(_ description: String, status: ExitStatus = .usage) {
    self.description = description
    exitStatus = status
  }
}
