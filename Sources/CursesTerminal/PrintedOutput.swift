public import Cells

#if canImport(Glibc)
  import CNcursesW
  import Glibc
#else
  import CNcursesW
  import Darwin
#endif

/// Standard output as it is where results are printed to it, without taking the screen.
public enum PrintedOutput {
  /// Whether a person reads standard output.
  public static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// What the reader can show: a terminal's colours and glyphs as the environment tells (TERM,
  /// COLORTERM, NO_COLOR, the locale); elsewhere UTF-8 without colours.
  public static var capabilities: Capabilities {
    let environment = terminalEnvironment()
    guard isTerminal else { return Capabilities(colors: .monochrome, unicode: true) }
    let plan = try? TerminalPlan(environment: environment, override: nil) { name in
      let count = nc_color_count(name)
      return count < 0 ? nil : Int(count)
    }
    // A terminal that cannot place its cursor, such as Emacs' shell, prints text all the same.
    return Capabilities(
      colors: plan?.colors ?? .monochrome,
      unicode: Locale.prepare(override: nil, environment: environment))
  }

  /// Columns and rows of the terminal; `nil` where there is none, or it does not know.
  public static var size: Size? {
    var found = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &found) == 0, found.ws_col > 0, found.ws_row > 0
    else { return nil }
    return Size(width: Int(found.ws_col), height: Int(found.ws_row))
  }
}
