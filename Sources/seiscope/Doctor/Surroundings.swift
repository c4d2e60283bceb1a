import Cells
import CursesTerminal
import Foundation
import Glibc

/// What the doctor looks at beside files: everything that a test would want to be otherwise.
struct Surroundings {
  /// The process's variables.
  var environment: [String: String]
  /// Columns and rows of the terminal; `nil` where there is none.
  var size: Size?
  /// What the explorer would draw with; `nil` where standard output is no terminal and so cannot say.
  var capabilities: Capabilities?
  /// The values of tmux's options of these names, in their order; `nil` where tmux does not answer.
  var tmuxOptions: ([String]) -> [String]?
  /// Put before the paths of the system's files.
  var root = ""

  /// What is here.
  static var current: Surroundings {
    let isShown = PrintedOutput.isTerminal
    return Surroundings(
      environment: ProcessInfo.processInfo.environment, size: terminalSize,
      capabilities: isShown ? PrintedOutput.capabilities : nil, tmuxOptions: askTmux)
  }

  /// The size of the terminal behind any of the three streams, of which a pipe takes one or two.
  ///
  /// A terminal that does not know its size, as some serial lines, is taken for one of 80×24, as ncurses
  /// does.
  private static var terminalSize: Size? {
    let streams = [STDOUT_FILENO, STDIN_FILENO, STDERR_FILENO]
    guard let terminal = streams.first(where: { isatty($0) == 1 }) else { return nil }
    var found = winsize()
    guard ioctl(terminal, UInt(TIOCGWINSZ), &found) == 0, found.ws_col > 0, found.ws_row > 0
    else { return Size(width: 80, height: 24) }
    return Size(width: Int(found.ws_col), height: Int(found.ws_row))
  }

  private static func askTmux(_ names: [String]) -> [String]? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let format = names.map { "#{\($0)}" }.joined(separator: "\n")
    process.arguments = ["tmux", "display-message", "-p", format]
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.count >= names.count ? Array(lines.prefix(names.count)) : nil
  }
}

extension Surroundings {
  /// A variable that is set to something.
  func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether the terminal is a window of tmux.
  var isInTmux: Bool { value("TMUX") != nil }

  /// Whether the terminal is a window of GNU screen.
  var isInScreen: Bool { !isInTmux && (value("STY") != nil) }
}
