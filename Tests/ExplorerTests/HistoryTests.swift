import Cells
import Testing

@testable import Explorer

@Suite struct HistoryTests {
  @Test(arguments: Array(1...40) as [UInt64])
  func `two hundred random actions are undone, and done again`(seed: UInt64) {
    var monkey = Monkey(seed: seed)
    var state = Fixture.state(120, 40)
    for _ in 0..<200 { monkey.notice(state.update(monkey.event(state)), state) }
    _ = state.update(.input(.key(.escape)))  // ends a drag
    let end = state.session
    let done = state.history.past.count
    for _ in 0..<200 { _ = state.update(.command("undo", answer: nil)) }
    #expect(state.session == state.start, "seed \(seed)")
    for _ in 0..<done { _ = state.update(.command("redo", answer: nil)) }
    #expect(state.session == end, "seed \(seed)")
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func `u and Ctrl-R lead back to where one was`(seed: UInt64) {
    var monkey = Monkey(seed: seed)
    var state = Fixture.state(120, 40)
    for step in 0..<600 {
      monkey.notice(state.update(monkey.event(state)), state)
      var there = state
      // Closes what takes the keys, and ends a drag.
      play(&there, (.escape, []), (.escape, []), (.escape, []))
      guard there.overlay == nil, !there.history.past.isEmpty else { continue }
      let session = there.session
      play(&there, (.character("u"), []))
      #expect(there.session != session, "seed \(seed), step \(step)")
      play(&there, (.character("r"), .control))
      #expect(there.session == session, "seed \(seed), step \(step)")
    }
  }
}
