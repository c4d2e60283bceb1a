import Cells
import Files

/// What the terminal can do, as far as the environment tells: nothing is sent to it.
struct TerminalFindings {
  private let here: Surroundings

  init(_ here: Surroundings) { self.here = here }

  /// The smallest screen that the explorer is laid out for.
  private static let least = Size(width: 40, height: 12)

  var all: [Symptom] {
    [terminal, type, colors, characters, between, mouse, clipboard]
  }

  private var terminal: Symptom {
    guard let size = here.size else {
      return .obstacle(
        "terminal", "none",
        "start the explorer in one (over SSH with ssh -t); --print-frame prints one frame anywhere")
    }
    let value = "\(size.width) x \(size.height) cells"
    guard size.width >= Self.least.width, size.height >= Self.least.height else {
      return .caution(
        "terminal", value,
        "enlarge the window to \(Self.least.width) x \(Self.least.height) or more")
    }
    return .fine("terminal", value)
  }

  private var type: Symptom {
    guard let term = here.value("TERM") else {
      return .caution("TERM", "not set", "set TERM=xterm-256color, or what the terminal is")
    }
    guard term != "dumb" else {
      return .obstacle(
        "TERM", term, "this terminal cannot place its cursor; set TERM=xterm-256color if it can")
    }
    guard let folder = entryFolder(of: term) else {
      return .caution(
        "TERM", "\(term), which this machine does not know",
        "an entry like it is used; Debian's ncurses-term has more"
      )
    }
    return .fine("TERM", term, "entry in \(folder)")
  }

  /// The folder of terminfo that describes a terminal, in ncurses' order.
  private func entryFolder(of term: String) -> String? {
    guard let first = term.utf8.first, !term.contains("/") else { return nil }
    let own = [here.value("TERMINFO"), here.value("HOME").map { "\($0)/.terminfo" }]
    let listed = here.value("TERMINFO_DIRS")?.split(separator: ":").map(String.init) ?? []
    let usual = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
    let shelves = [String(term.prefix(1)), String(first, radix: 16)]
    return (own.compactMap { $0 } + listed + usual).first { folder in
      shelves.contains { Folder.kind(of: "\(here.root)\(folder)/\($0)/\(term)") == .other }
    }
  }

  private var colors: Symptom {
    let claim = here.value("COLORTERM")
    guard let depth = here.capabilities?.colors else {
      return .fine("colours", "not known", "standard output is no terminal")
    }
    switch depth {
    case .direct:
      return .fine("colours", "24 bits", claim.map { "COLORTERM=\($0)" } ?? "by TERM")
    case .palette:
      let hint =
        claim == nil
        ? "if the terminal has 24 bits, COLORTERM=truecolor or --color truecolor shows them"
        : here.isInScreen ? "GNU screen passes no more" : "by TERM"
      return .fine("colours", "256", hint)
    case .sixteen, .eight:
      return .caution(
        "colours", "\(depth.rawValue)",
        "species are nearest colours; TERM=xterm-256color or --color 256 if the terminal has more")
    case .monochrome:
      guard here.value("NO_COLOR") == nil else {
        return .fine("colours", "none", "NO_COLOR is set; --color 256 overrules it")
      }
      return .caution(
        "colours", "none", "species are letters or patterns; TERM=xterm-256color if it has colours")
    }
  }

  private var characters: Symptom {
    let variable = ["LC_ALL", "LC_CTYPE", "LANG"].first { here.value($0) != nil }
    let source = variable.map { "\($0)=\(here.value($0) ?? "")" } ?? "no locale is set"
    guard let capabilities = here.capabilities else {
      return .fine("characters", "not known", source)
    }
    guard capabilities.unicode else {
      return .caution(
        "characters", "ASCII", "\(source); set LANG=C.UTF-8, or give --utf8 if the terminal has it")
    }
    return .fine("characters", "UTF-8", source)
  }

  private var between: Symptom {
    let isRemote = here.value("SSH_CONNECTION") != nil || here.value("SSH_TTY") != nil
    let connection = isRemote ? "over SSH" : "on this machine"
    if here.isInTmux {
      let version = here.value("TERM_PROGRAM") == "tmux" ? here.value("TERM_PROGRAM_VERSION") : nil
      return .fine("connection", "\(connection), in tmux" + (version.map { " \($0)" } ?? ""))
    }
    return .fine("connection", connection + (here.isInScreen ? ", in GNU screen" : ""))
  }

  private var mouse: Symptom {
    if here.value("TERM") == "linux" {
      return .caution("mouse", "none on the console", "every control has keys")
    }
    return .fine("mouse", "asked for", "Shift selects text; --no-mouse leaves it to the terminal")
  }

  private var clipboard: Symptom {
    guard here.isInTmux else {
      return .fine("clipboard", "by OSC 52", "some terminals ask first or forbid it")
    }
    guard let options = here.tmuxOptions(["set-clipboard", "allow-passthrough"]) else {
      return .caution("clipboard", "unknown", "tmux does not answer; copied text may stay in it")
    }
    let isOpen = options[0] == "on" || ["on", "all", "1", "2"].contains(options[1])
    guard isOpen else {
      return .caution(
        "clipboard", "tmux keeps it (set-clipboard \(options[0]))",
        "run 'tmux set -s set-clipboard on' to copy to the desktop")
    }
    return .fine("clipboard", "by OSC 52 through tmux", "if the terminal around it allows that")
  }
}
