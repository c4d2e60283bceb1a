import Explorer
import Files
import Foundation
import Interphase
import Testing

@testable import SessionFiles

@Suite struct SessionFileTests {
  private func text(of saved: SavedSession) throws -> String {
    String(decoding: try SessionFile.bytes(of: saved, program: "seiscope test"), as: UTF8.self)
  }

  private func read(_ text: String) throws -> SavedSession {
    try SessionFile.session(from: Array(text.utf8), file: "film.json")
  }

  private func error(reading text: String) -> String {
    do {
      _ = try read(text)
      return "none"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `any session comes back exactly`(seed: UInt64) throws {
    var sessions = RandomSession(seed: seed)
    for step in 0..<150 {
      let saved = sessions.next()
      let text = try text(of: saved)
      #expect(try read(text) == saved, "seed \(seed), session \(step)")
      #expect(try self.text(of: read(text)) == text, "seed \(seed), session \(step)")
    }
  }

  @Test func `what is left out is as at the start`() throws {
    let saved = try read(#"{"version": 1, "knobs": {"barriers": {"dimerisation": 0.35}}}"#)
    let start = StartState.standard
    let expected = Session(
      barriers: try start.barriers.setting(.dimerisation, to: 0.35), seed: start.seed)
    #expect(saved == SavedSession(session: expected, view: .explore, focus: .axis(0)))
  }

  @Test(arguments: [
    ("", "film.json: is no session: expected JSON"),
    ("{\"version\": 1", "film.json: is no session: expected JSON"),
    ("[]", "film.json: is no session: expected an object with 'version': 1"),
    ("{}", "film.json: is no session: expected an object with 'version': 1"),
    (
      #"{"version": 2, "new": 1}"#,
      "film.json: version 2 of a newer program, this one reads 1: update it"
    ),
    (#"{"version": "1"}"#, "film.json: version: found \"1\", expected a whole number from 1 to 1"),
    (#"{"version": 1, "vieww": "map"}"#, "film.json: unknown key 'vieww': did you mean 'view'?"),
    (#"{"version": 1, "view": "mpa"}"#, "film.json: view: found \"mpa\""),
    (
      #"{"version": 1, "view": "films"}"#,
      "film.json: view: found \"films\", expected one of explore, compare"
    ),
    (
      #"{"version": 1, "knobs": {"barriers": {"dimerization": 0.3}}}"#,
      "film.json: knobs.barriers: unknown key 'dimerization': did you mean 'dimerisation'?"
    ),
    (
      #"{"version": 1, "knobs": {"barriers": {"dimerisation": -1}}}"#,
      "film.json: knobs.barriers.dimerisation: found -1.0, expected 0 to 100 eV"
    ),
    (
      #"{"version": 1, "knobs": {"offsets": [1, 2]}}"#,
      "film.json: knobs.offsets: found 2 numbers, expected 8"
    ),
    (
      #"{"version": 1, "knobs": {"offsets": [1, 2, 3, 4, 5, 6, 7, "8"]}}"#,
      "film.json: knobs.offsets[7]: found \"8\", expected a number"
    ),
    (
      #"{"version": 1, "knobs": {"anchor": "test:-1"}}"#,
      "film.json: knobs.anchor: found \"test:-1\""
    ),
    (#"{"version": 1, "knobs": {"seed": 18446744073709551616}}"#, "film.json: knobs.seed: found"),
    (#"{"version": 1, "knobs": {"eventLimit": 0}}"#, "film.json: knobs.eventLimit: found 0"),
    (
      #"{"version": 1, "map": {"horizontal": 0}}"#,
      "film.json: map.horizontal: found 0, expected a whole number from 1 to 8"
    ),
    (
      #"{"version": 1, "bookmarks": [{"name": "a", "knobs": {}}, {"name": "a", "knobs": {}}]}"#,
      "film.json: bookmarks[1].name: found \"a\", expected each name once"
    ),
    (#"{"version": 1, "locked": ["PC9"]}"#, "film.json: locked[0]: found \"PC9\""),
    (#"{"version": 1, "theme": null}"#, "film.json: theme: found null, expected a text"),
  ])
  func `a damaged file is told in one sentence`(text: String, beginning: String) {
    let message = error(reading: text)
    #expect(message.hasPrefix(beginning), "\(message)")
    #expect(!message.contains("\n"))
  }

  @Test func `every cut of a file is damage, and none traps`() throws {
    var sessions = RandomSession(seed: 4)
    let bytes = try SessionFile.bytes(of: sessions.next(), program: "seiscope test")
    for count in stride(from: 0, to: bytes.count - 2, by: 13) {
      #expect(throws: SessionError.self) {
        try SessionFile.session(from: Array(bytes[..<count]), file: "film.json")
      }
    }
  }

  @Test func `a file that is no session is never replaced`() throws {
    let folder = NSTemporaryDirectory() + "/seiscope-session-\(UUID().uuidString)"
    try Folder.create(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var sessions = RandomSession(seed: 5)
    let (first, second) = (sessions.next(), sessions.next())
    let path = folder + "/film.json"
    try SessionFile.write(first, to: path, program: "seiscope test")
    try SessionFile.write(second, to: path, program: "seiscope test")
    #expect(try SessionFile.read(path) == second)
    for foreign in ["my notes", #"{"version": 7}"#, String(repeating: " ", count: 2 << 20)] {
      try WholeFile.write(Array(foreign.utf8), to: path)
      #expect(throws: SessionError.self) {
        try SessionFile.write(first, to: path, program: "seiscope test")
      }
      #expect(try WholeFile.read(path) == Array(foreign.utf8))
    }
  }

  @Test func `more than a file may hold is refused when it is written`() {
    var session = Session(barriers: .middle, seed: 0)
    let knobs = session.knobs
    session.bookmarks = (0...SessionFile.mostBookmarks).map {
      Bookmark(name: "\($0)", knobs: knobs)
    }
    let many = SavedSession(session: session, view: .map, focus: .axis(0))
    #expect(throws: SessionError.self) { try SessionFile.bytes(of: many, program: "") }
    session.bookmarks = (0..<900).map {
      Bookmark(name: "\($0)" + String(repeating: "界", count: 400), knobs: knobs)
    }
    let long = SavedSession(session: session, view: .map, focus: .axis(0))
    #expect(throws: SessionError.self) { try SessionFile.bytes(of: long, program: "") }
  }
}

@Suite struct StateFolderTests {
  @Test func `names lie among the sessions, paths where they say`() {
    let folder = StateFolder(path: "/s")
    #expect(folder.sessionPath(named: "film", home: "/h") == "/s/sessions/film.json")
    #expect(folder.sessionPath(named: "./film", home: "/h") == "./film")
    #expect(folder.sessionPath(named: "film.json", home: "/h") == "film.json")
    #expect(folder.sessionPath(named: "~/film", home: "/h") == "/h/film")
  }

  @Test func `the newest autosave wins, and only old ones of dead processes are removed`() throws {
    let folder = StateFolder(
      path: NSTemporaryDirectory() + "/seiscope-state-\(UUID().uuidString)")
    try Folder.create(folder.path)
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    #expect(folder.newestAutosave == nil)
    func write(_ path: String, second: Int) throws {
      try WholeFile.write([0x7B, 0x7D], to: path)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: Double(second))], ofItemAtPath: path)
    }
    try write(folder.autosave, second: 1_000)
    let mine = folder.autosave(of: getpid())
    try write(mine, second: 900)
    // No process has a number beyond the kernel's limit of 2²².
    for number in 0..<20 {
      try write(folder.autosave(of: 1 << 23 + Int32(number)), second: 1_100 + number)
    }
    #expect(folder.newestAutosave == folder.autosave(of: 1 << 23 + 19))
    folder.prune()
    #expect(Folder.names(in: folder.path).count == 18)
    #expect(Folder.kind(of: mine) != .missing && Folder.kind(of: folder.autosave) != .missing)
    #expect(Folder.kind(of: folder.autosave(of: 1 << 23 + 3)) == .missing)
    #expect(Folder.kind(of: folder.autosave(of: 1 << 23 + 4)) != .missing)
  }
}
