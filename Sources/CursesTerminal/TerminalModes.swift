/// Modes that ncurses does not know, as escape sequences.
///
/// Terminals ignore those they do not have.
enum TerminalModes {
  /// Bracketed paste; with the mouse also drags (1002), reported without limits of size (1006).
  static func on(mouse: Bool) -> String {
    "\u{1B}[?2004h" + (mouse ? mouseOn : "")
  }

  /// Presses, drags and the wheel are reported.
  static let mouseOn = "\u{1B}[?1002h\u{1B}[?1006h"
  /// The mouse is the terminal's own again.
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l"

  /// All of them off, an unfinished frame included.
  static let off = frameEnd + "\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l"

  /// Asks for the background's colour (OSC 11), then for the device's attributes (DA1).
  static let backgroundQuery = "\u{1B}]11;?\u{1B}\\" + "\u{1B}[c"

  /// From here nothing is shown until the frame's end (synchronized output).
  static let frameStart = "\u{1B}[?2026h"
  /// Shows the frame at once.
  static let frameEnd = "\u{1B}[?2026l"

  /// What makes a terminal whole when ncurses cannot be asked any more: after a crash.
  static let restore = off + "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"
}
