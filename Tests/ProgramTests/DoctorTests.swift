import Cells
import Foundation
import Testing
import Theming

@testable import seiscope

/// The doctor in surroundings that are made up.
@Suite final class DoctorTests {
  private let folder = NSTemporaryDirectory() + "seiscope-doctor-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/usr/share/terminfo/x", withIntermediateDirectories: true)
    try write("/usr/share/terminfo/x/xterm-256color", "")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ path: String, _ text: String) throws {
    try text.write(toFile: folder + path, atomically: true, encoding: .utf8)
  }

  private func surroundings(_ changes: [String: String] = [:]) -> Surroundings {
    let usual = [
      "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "de_DE.UTF-8", "HOME": folder,
    ]
    return Surroundings(
      environment: usual.merging(changes) { $1 }, size: Size(width: 120, height: 40),
      capabilities: Capabilities(colors: .direct, unicode: true), tmuxOptions: { _ in nil },
      root: folder)
  }

  private func terminal(_ what: String, _ here: Surroundings) throws -> Symptom {
    try #require(TerminalFindings(here).all.first { $0.what == what })
  }

  @Test func `a good terminal has nothing to mend`() {
    let report = DoctorReport(TerminalFindings(surroundings()).all)
    #expect(
      report.text(unicode: true) == """
        ✓ terminal    120 x 40 cells
        ✓ TERM        xterm-256color  (entry in /usr/share/terminfo)
        ✓ colours     24 bits  (COLORTERM=truecolor)
        ✓ characters  UTF-8  (LANG=de_DE.UTF-8)
        ✓ connection  on this machine
        ✓ mouse       asked for  (Shift selects text; --no-mouse leaves it to the terminal)
        ✓ clipboard   by OSC 52  (some terminals ask first or forbid it)

        The explorer can run.
        """)
  }

  @Test func `without a terminal the explorer cannot run`() throws {
    var here = surroundings()
    here.size = nil
    here.capabilities = nil
    let report = DoctorReport(TerminalFindings(here).all)
    #expect(!report.canExplore)
    let text = report.text(unicode: false)
    #expect(text.hasPrefix("x terminal    none  (start the explorer in one"))
    #expect(text.hasSuffix("The explorer cannot run here."))
    #expect(text.contains("+ colours     not known  (standard output is no terminal)"))
    #expect(text.utf8.allSatisfy { $0 < 128 })
  }

  @Test func `a dumb terminal is an obstacle, an unknown one is not`() throws {
    #expect(try terminal("TERM", surroundings(["TERM": "dumb"])).verdict == .obstacle)
    let unknown = try terminal("TERM", surroundings(["TERM": "xterm-kitty"]))
    #expect(unknown.verdict == .caution)
    #expect(unknown.value == "xterm-kitty, which this machine does not know")
    #expect(try terminal("TERM", surroundings(["TERM": ""])).value == "not set")
    #expect(try terminal("TERM", surroundings(["TERM": "../../etc/passwd"])).verdict == .caution)
  }

  @Test func `a person's own terminfo is found, in folders named by letters or by codes`() throws {
    let own = folder + "/own/78"
    try FileManager.default.createDirectory(atPath: folder + own, withIntermediateDirectories: true)
    try write(own + "/xterm-kitty", "")
    let here = surroundings(["TERM": "xterm-kitty", "TERMINFO": folder + "/own"])
    #expect(try terminal("TERM", here).remedy == "entry in \(folder)/own")
  }

  @Test func `few colours are said with what to do`() throws {
    var here = surroundings(["NO_COLOR": "1"])
    here.capabilities?.colors = .monochrome
    #expect(try terminal("colours", here).verdict == .fine)
    here.environment["NO_COLOR"] = nil
    #expect(try terminal("colours", here).verdict == .caution)
    here.capabilities?.colors = .eight
    #expect(try terminal("colours", here).remedy?.contains("TERM=xterm-256color") == true)
    here.capabilities?.colors = .palette
    here.environment["COLORTERM"] = nil
    #expect(try terminal("colours", here).remedy?.contains("COLORTERM=truecolor") == true)
  }

  @Test func `a small window and a locale without UTF-8 are cautions`() throws {
    var here = surroundings(["LANG": "C"])
    here.size = Size(width: 39, height: 40)
    here.capabilities?.unicode = false
    #expect(try terminal("terminal", here).verdict == .caution)
    let characters = try terminal("characters", here)
    #expect(characters.value == "ASCII")
    #expect(characters.remedy?.hasPrefix("LANG=C; set LANG=C.UTF-8") == true)
    #expect(DoctorReport(TerminalFindings(here).all).canExplore)
  }

  @Test(arguments: [
    (["on", "off"], Symptom.Verdict.fine), (["external", "on"], .fine),
    (["external", "0"], .caution),
    (["off", "off"], .caution),
  ])
  func `tmux passes copied text on or keeps it`(options: [String], verdict: Symptom.Verdict) throws
  {
    var here = surroundings([
      "TMUX": "/tmp/tmux-0/default,1,0", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a",
      "SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22",
    ])
    #expect(try terminal("clipboard", here).value == "unknown")
    here.tmuxOptions = { names in
      #expect(names == ["set-clipboard", "allow-passthrough"])
      return options
    }
    #expect(try terminal("clipboard", here).verdict == verdict)
    #expect(try terminal("connection", here).value == "over SSH, in tmux 3.3a")
  }

  @Test func `what the environment says is not obeyed by a terminal`() {
    let report = DoctorReport(TerminalFindings(surroundings(["TERM": "x\u{1B}]0;boo\u{7}"])).all)
    #expect(!report.text(unicode: true).contains("\u{1B}"))
  }

  @Test func `a damaged theme and a missing model are cautions that name them`() throws {
    let themes = folder + "/.config/seiscope/themes"
    try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
    try "text: red\n".write(toFile: themes + "/mine.yaml", atomically: true, encoding: .utf8)
    let here = surroundings()
    let library = ThemeLibrary(
      folders: ThemeLibrary.folders(environment: here.environment, executable: "/nowhere/seiscope"))
    let findings = ResourceFindings(here, library: library, models: []).all
    let theme = try #require(findings.first { $0.what == "theme file" })
    #expect(theme.remedy?.contains("theme mine: ") == true)
    #expect(findings.first { $0.what == "models" }?.verdict == .caution)
    #expect(findings.first { $0.what == "settings" }?.value == folder + "/.config/seiscope")
    #expect(findings.allSatisfy { $0.verdict != .obstacle })
    let damaged = ResourceFindings(here, library: library, models: [folder + "/none"])
    #expect(damaged.all.contains { $0.value == "none: damaged" })
    #expect(damaged.usableModel == nil)
  }

  @Test func `looking for a place to write leaves nothing behind`() {
    let here = surroundings()
    _ = ResourceFindings(here, library: ThemeLibrary(folders: []), models: []).all
    #expect(!FileManager.default.fileExists(atPath: folder + "/.config"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/.local"))
  }

  @Test func `little memory is a caution`() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/proc", withIntermediateDirectories: true)
    let machine = MachineFindings(surroundings(), model: nil)
    #expect(machine.memory.value == "unknown")
    try write("/proc/meminfo", "MemTotal:  16000000 kB\nMemFree: 1 kB\nMemAvailable:  8000000 kB\n")
    #expect(machine.memory == .fine("memory", "8.2 of 16.4 GB available"))
    try write("/proc/meminfo", "MemTotal:  16000000 kB\nMemFree: 1 kB\nMemAvailable:  100000 kB\n")
    #expect(machine.memory.verdict == .caution)
  }
}
