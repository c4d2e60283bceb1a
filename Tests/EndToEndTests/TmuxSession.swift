import Foundation

/// A tmux server of its own with one window, driven as a person would.
final class TmuxSession {
  private let socket = "seiscope-" + UUID().uuidString.prefix(8)
  /// What the program saves and is configured by: nothing of the person who runs the tests.
  let folder: TemporaryFolder

  init(columns: Int, rows: Int, command: String) throws {
    folder = try TemporaryFolder()
    try tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "env", "LANG=C.UTF-8", "TERM=tmux-256color", "XDG_STATE_HOME=\(folder.path)",
      "XDG_CONFIG_HOME=\(folder.path)", "sh", "-c", command,
    ])
  }

  deinit { _ = try? tmux(["kill-server"]) }

  func send(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The screen as text.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// Polls the screen until it holds the text; the last screen where it does not within 20 s.
  func wait(for text: String) throws -> (found: Bool, screen: String) {
    try wait { $0.contains(text) }
  }

  /// Polls the screen until it is as wanted; the last screen where it is not within 20 s.
  func wait(until isWanted: (String) -> Bool) throws -> (found: Bool, screen: String) {
    var shown = ""
    for _ in 0..<400 {
      shown = try screen()
      if isWanted(shown) { return (true, shown) }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return (false, shown)
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    try Program.run(program: "/usr/bin/tmux", ["-L", String(socket)] + arguments).output
  }
}
