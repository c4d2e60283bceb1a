import Cells
import Explorer
import Files
import Foundation
import Interphase
import SessionFiles
import Testing
import Theming

@testable import ExplorerRuntime

/// A folder of its own for each test.
private func withFolder(_ body: (String) throws -> Void) throws {
  let folder = NSTemporaryDirectory() + "/seiscope-archive-\(UUID().uuidString)"
  try Folder.create(folder)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}

/// A state with a grown film and no model.
func grownState() -> ExplorerState {
  PrintedFrame.settled(
    ExplorerState(
      size: Size(width: 80, height: 24), capabilities: Capabilities(colors: .direct, unicode: true),
      themes: [.interphase], session: Session(barriers: .middle, seed: 3, eventLimit: 20_000),
      model: .absent("none")), model: nil)
}

@Suite struct ArchivistTests {
  private func settings(_ folder: String?) -> Archivist.Settings {
    Archivist.Settings(
      program: "seiscope test", folder: folder.map { StateFolder(path: $0) }, home: folder)
  }

  /// Lets an archivist do something, and gives what came of it.
  private func events(
    _ settings: Archivist.Settings, _ body: (Archivist) -> Void
  ) -> [ExplorerEvent] {
    let archivist = Archivist(settings) {}
    body(archivist)
    _ = archivist.finish(grownState().saved)
    return archivist.drain()
  }

  @Test func `a session saved under a name is opened by it, and w writes it again`() throws {
    try withFolder { folder in
      var saved = grownState().saved
      let events = events(settings(folder)) { archivist in
        archivist.perform(.save(saved, path: "film"))
        saved.session.seed = 4
        archivist.perform(.save(saved, path: nil))
        archivist.perform(.open(path: "film"))
      }
      #expect(
        events == [
          .done("session saved: ~/sessions/film.json"),
          .done("session saved: ~/sessions/film.json"), .restored(saved),
        ])
    }
  }

  @Test func `without a name a session gets a new one`() throws {
    try withFolder { folder in
      let saved = grownState().saved
      for _ in 0..<2 { _ = events(settings(folder)) { $0.perform(.save(saved, path: nil)) } }
      let names = Folder.names(in: folder + "/sessions")
      #expect(names.count == 2 && names.allSatisfy { $0.hasPrefix("seiscope-") })
    }
  }

  @Test func `what cannot be opened is an event that says why`() throws {
    try withFolder { folder in
      try WholeFile.write(Array("{}".utf8), to: folder + "/bad.json")
      let events = events(settings(folder)) { archivist in
        archivist.perform(.open(path: folder + "/bad.json"))
        archivist.perform(.open(path: "missing"))
      }
      #expect(events.count == 2)
      for event in events {
        guard case .failed(let text) = event else {
          Issue.record("\(event)")
          continue
        }
        #expect(text.contains("bad.json") || text.contains("missing.json"))
      }
    }
  }

  @Test func `another session is not replaced without being opened`() throws {
    try withFolder { folder in
      let saved = grownState().saved
      _ = events(settings(folder)) { $0.perform(.save(saved, path: "film")) }
      let again = events(settings(folder)) { $0.perform(.save(saved, path: "film")) }
      guard case .failed(let reason) = again.first else {
        Issue.record("\(again)")
        return
      }
      #expect(reason.contains("film.json is there already"))
    }
  }

  @Test func `a view, a theme or a lost model alone is no reason to save`() throws {
    try withFolder { folder in
      var saved = grownState().saved
      let archivist = Archivist(settings(folder)) {}
      archivist.watch(saved)
      saved.view = .map
      saved.theme = "paper"
      saved.modelHash = nil
      archivist.watch(saved)
      #expect(archivist.finish(saved) == nil)
      #expect(StateFolder(path: folder).newestAutosave == nil)
    }
  }

  @Test func `a copied text is in a file too`() throws {
    try withFolder { folder in
      let sent = events(settings(folder)) { $0.copy("sei1:abc", what: "state line", isSent: true) }
      #expect(sent == [.done("state line copied (also in ~/clipboard.txt)")])
      let kept1 = try WholeFile.read(folder + "/clipboard.txt")
      #expect(kept1 == Array("sei1:abc\n".utf8))
      let kept = events(settings(folder)) { $0.copy("x", what: "screen", isSent: false) }
      #expect(kept == [.done("screen in ~/clipboard.txt")])
    }
  }

  @Test func `without a folder there is one notice and the rest goes on`() {
    let events = events(settings(nil)) { archivist in
      archivist.copy("x", what: "screen", isSent: true)
      archivist.perform(.save(grownState().saved, path: nil))
    }
    #expect(events.count == 3 && events[1] == .done("screen copied"))
    guard case .failed(let notice) = events[0], case .failed(let refusal) = events[2] else {
      Issue.record("\(events)")
      return
    }
    #expect(notice.contains("HOME") && refusal.contains("HOME"))
  }

  @Test func `an explorer's end leaves its session for the next one, if it was changed`() throws {
    try withFolder { folder in
      let state = grownState()
      let place = StateFolder(path: folder)
      let untouched = Archivist(settings(folder)) {}
      untouched.watch(state.saved)
      #expect(untouched.finish(state.saved) == nil)
      #expect(place.newestAutosave == nil)

      var changed = state.saved
      changed.session.seed = 99
      let archivist = Archivist(settings(folder)) {}
      archivist.watch(state.saved)
      archivist.watch(changed)
      #expect(archivist.finish(changed) == nil)
      #expect(place.newestAutosave == place.autosave)
      let kept2 = try SessionFile.read(place.autosave)
      #expect(kept2 == changed)
      #expect(Folder.names(in: folder) == ["autosave.json"])
    }
  }

  @Test func `the end saves to the session's file, and never over what is no session`() throws {
    try withFolder { folder in
      var settings = settings(folder)
      settings.sessionPath = folder + "/mine.json"
      let saved = grownState().saved
      #expect(Archivist(settings) {}.finish(saved) == nil)
      let onlyLooking = Archivist(settings) {}
      var taken = saved
      taken.session.seed = 5
      onlyLooking.watch(taken)
      #expect(onlyLooking.finish(taken) == nil)
      let kept3 = try SessionFile.read(folder + "/mine.json")
      #expect(kept3 == saved)
      try WholeFile.write(Array("notes".utf8), to: folder + "/mine.json")
      #expect(Archivist(settings) {}.finish(saved)?.contains("mine.json") == true)
      let kept4 = try WholeFile.read(folder + "/mine.json")
      #expect(kept4 == Array("notes".utf8))
    }
  }
}

@Suite struct ExportFileTests {
  @Test func `every format that is written says how the state is had again`() throws {
    try withFolder { folder in
      let state = grownState()
      let line = StateLine(state.saved).text
      for format in ExportOrder.Format.allCases where format != .svg {
        let path = "\(folder)/film.\(format.fileEnding)"
        let order = ExportOrder(format: format, path: path, of: state)
        try ExportFile(order, program: "seiscope test").write(to: path)
        let text = String(decoding: try WholeFile.read(path), as: UTF8.self)
        #expect(text.contains(line), "\(format)")
      }
    }
  }

  @Test func `the JSON holds the film that is on screen`() throws {
    try withFolder { folder in
      let state = grownState()
      let path = folder + "/film.json"
      try ExportFile(ExportOrder(format: .json, path: path, of: state), program: "test")
        .write(to: path)
      let data = Data(try WholeFile.read(path))
      let object = try #require(
        JSONSerialization.jsonObject(with: data) as? [String: Any])
      let simulated = try #require(object["simulated"] as? [String: Any])
      let rows = try #require(simulated["lattice"] as? [[Int]])
      let film = try #require(state.run.snapshot).lattice
      #expect(rows.flatMap { $0 } == film.codes.map { Int($0) })
      #expect(object["decoded"] == nil && object["seed"] as? Int == 3)
      let barriers = try #require(object["barriers"] as? [String: Double])
      for reaction in Reaction.withBarrier {
        #expect(barriers[reaction.id].map { Float($0) } == Barriers.middle[reaction])
      }
    }
  }

  @Test func `two exports of one moment have two names`() throws {
    try withFolder { folder in
      let state = grownState()
      for format in [ExportOrder.Format.text, .npz] {
        let file = ExportFile(ExportOrder(format: format, path: nil, of: state), program: "test")
        let first = try file.writeAnew(in: folder, time: 1_000_000)
        let second = try file.writeAnew(in: folder, time: 1_000_000)
        #expect(first != second && second.hasSuffix("-2.\(format.fileEnding)"), "\(second)")
      }
    }
  }

  @Test func `nothing is exported before there is a film`() throws {
    let state = ExplorerState(
      size: Size(width: 80, height: 24), capabilities: Capabilities(colors: .direct, unicode: true),
      themes: [.interphase], session: Session(barriers: .middle, seed: 3),
      model: .absent("none"))
    for format in [ExportOrder.Format.csv, .npz, .png] {
      #expect(throws: ExportError.nothingYet) {
        try ExportFile(ExportOrder(format: format, path: nil, of: state), program: "test")
          .write(to: "/nowhere/film")
      }
    }
  }
}
