package import ArgumentParser
import Glibc
import Interphase

extension ParsableCommand {
  /// Runs the command as the whole program: renders errors, in one place, and sets the exit status.
  ///
  /// It ends without the libraries' clean-up at exit, which threads that still compute, such as the
  /// explorer's, would run into.
  package static func runAsProgram() {
    // A file beyond `ulimit -f` is then an error that says so, like a full disk, and no signal.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
      // A full disk under a redirected output shows only when the buffer is written out.
      guard fflush(nil) == 0 else {
        throw OptionError(
          "standard output cannot be written: free space or choose another file",
          status: .inputOutput)
      }
      _exit(EXIT_SUCCESS)
    } catch let error as any UserError {
      StandardError.write("\(_commandName): \(printable("\(error)"))\n")
      fflush(nil)
      _exit(error.exitStatus.rawValue)
    } catch {
      exit(withError: error)
    }
  }

  /// A message without what a terminal would obey: parts of it may come from a file.
  private static func printable(_ message: String) -> String {
    String(
      String.UnicodeScalarView(
        message.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }
}
