import Checkpoints
import Foundation
import Growth
import Interphase
import KineticMonteCarlo
import Testing

@Suite struct GrowthRunTests {
  private static let presets: [BarrierPreset] = [.inorganicFilm, .porousOrganicFilm, .monolayer]

  private func run(
    _ preset: BarrierPreset, seed: UInt64, keepsFilms: Bool = true
  ) -> GrowthRun {
    GrowthRun(
      SimulationParameters(published: preset.barriers), seed: seed,
      recording: HistorySettings(keepsFilms: keepsFilms))
  }

  @Test(arguments: presets)
  func `recording a run changes nothing of it`(preset: BarrierPreset) {
    var recorded = run(preset, seed: 3)
    recorded.advance(to: RunLimits(events: 30_000))
    let plain = simulate(recorded.simulation.parameters, seed: 3, eventLimit: 30_000)
    #expect(recorded.result == plain)
  }

  @Test func `a history has the start, the exact states at its times, and the end`() throws {
    var recorded = run(.porousOrganicFilm, seed: 5)
    let limits = RunLimits(events: 40_000)
    recorded.advance(to: limits)
    let history = try #require(recorded.history)
    #expect(history.snapshots[0].time == 0)
    #expect(history.snapshots[0].events == 0)
    let end = try #require(history.snapshots.last)
    #expect(end.events == 40_000)
    #expect(end.time == recorded.simulation.time)
    #expect(end.lattice == recorded.simulation.lattice)
    #expect(history.snapshots.count > 30)
    for snapshot in history.snapshots {
      var other = Simulation(recorded.simulation.parameters, seed: 5)
      other.advance(toEvents: snapshot.events)
      #expect(other.lattice == snapshot.lattice)
      #expect(other.reactionCounts == snapshot.reactionCounts)
      #expect(other.time <= snapshot.time)
      #expect(snapshot.counts == other.lattice.counts)
      #expect(snapshot.observables == Observables(of: other.lattice))
      guard snapshot.events < 40_000 else { continue }
      other.advance(toEvents: snapshot.events + 1)
      #expect(other.time > snapshot.time)
    }
  }

  @Test func `the times are ten to a power of ten, from the first event on`() throws {
    var recorded = run(.inorganicFilm, seed: 1, keepsFilms: false)
    recorded.advance(to: RunLimits(events: 5000))
    let snapshots = try #require(recorded.history).snapshots
    var first = Simulation(recorded.simulation.parameters, seed: 1)
    first.advance(toEvents: 1)
    #expect(snapshots[1].time >= first.time)
    #expect(snapshots[1].time < first.time * 1.2589254117941673)
    for (left, right) in zip(snapshots.dropFirst(), snapshots.dropFirst(2).dropLast()) {
      #expect(abs(right.time / left.time - 1.2589254117941673) < 1e-12)
    }
    #expect(snapshots.allSatisfy { $0.lattice == nil })
  }

  @Test(arguments: 1...6)
  func `a run cut and saved anywhere comes to the same history`(seed: UInt64) throws {
    var source = RandomSource(seed: seed)
    let preset = Self.presets[Int(seed) % 3]
    let limits = RunLimits(events: 60_000)
    var whole = run(preset, seed: seed)
    let reason = whole.advance(to: limits)
    var cut = run(preset, seed: seed)
    for _ in 0..<6 {
      // Cut by events, by time, by a pause: each with a checkpoint behind it.
      let events = Int.random(in: cut.simulation.events...60_000, using: &source)
      let time = source.unit() < 0.5 ? cut.time * (1 + 3 * source.unit()) : .infinity
      cut.advance(
        to: RunLimits(events: events, time: time),
        byEvents: Int.random(in: 1...20_000, using: &source))
      cut = try GrowthRun(try cut.checkpoint(program: "test"), file: "test")
    }
    let end = cut.advance(to: limits)
    #expect(end == reason, "seed \(seed)")
    #expect(cut.result == whole.result, "seed \(seed)")
    #expect(cut.history == whole.history, "seed \(seed)")
    #expect(
      try cut.checkpoint(program: "test").attachments
        == whole.checkpoint(program: "test").attachments, "seed \(seed)")
  }

  @Test(arguments: presets)
  func `a time limit gives the film of that time`(preset: BarrierPreset) throws {
    var whole = run(preset, seed: 8)
    whole.advance(to: RunLimits(events: 50_000))
    let middle = whole.simulation.time / 7
    var cut = run(preset, seed: 8)
    let reason = cut.advance(to: RunLimits(events: 50_000, time: middle))
    #expect(reason == .time)
    #expect(cut.time == middle)
    #expect(cut.simulation.time <= middle)
    let history = try #require(cut.history)
    #expect(history.snapshots.last?.time == middle)
    #expect(history.snapshots.last?.events == cut.simulation.events)
    var next = Simulation(whole.simulation.parameters, seed: 8)
    next.advance(toEvents: cut.simulation.events)
    #expect(next.lattice == cut.simulation.lattice)
    next.advance(toEvents: cut.simulation.events + 1)
    #expect(next.time > middle)
  }

  @Test func `a run says why it stopped`() {
    var finished = run(.inorganicFilm, seed: 2)
    #expect(finished.advance(to: RunLimits(events: 10), byEvents: 5) == nil)
    #expect(finished.advance(to: RunLimits(events: 10)) == .events)
    #expect(finished.advance(to: RunLimits(events: 1_000_000)) == .finished)
    #expect(finished.advance(to: RunLimits(events: 1_000_000, time: 1e9)) == .finished)
    #expect(run(.monolayer, seed: 1).result.events == 0)
    var none = run(.monolayer, seed: 1)
    #expect(none.advance(to: RunLimits(events: 0)) == .events)
    #expect(none.advance(to: RunLimits(events: 9, time: 1e-15)) == .time)
    #expect(none.history?.snapshots.map(\.events) == [0, 0])
    // The limit that falls on the last event of a run that is then finished.
    var exact = run(.inorganicFilm, seed: 2)
    #expect(exact.advance(to: RunLimits(events: finished.simulation.events)) == .finished)
    #expect(exact.history == finished.history)
  }

  @Test func `time to passivation is that of the last electron, of finished runs alone`() throws {
    var recorded = run(.inorganicFilm, seed: 4)
    let cut = recorded
    #expect(cut.result.passivationTime == nil)
    recorded.advance(to: RunLimits(events: 1_000_000))
    let time = try #require(recorded.result.passivationTime)
    #expect(time > 0 && time <= recorded.result.time)
    let history = try #require(recorded.history)
    let end = try #require(history.snapshots.last).chargeBalance
    #expect(end == recorded.result.chargeBalance)
    for snapshot in history.snapshots {
      #expect((snapshot.chargeBalance.electrons == end.electrons) == (snapshot.time >= time))
    }
  }

  @Test func `a history finds the film of any time`() throws {
    var recorded = run(.inorganicFilm, seed: 4, keepsFilms: false)
    recorded.advance(to: RunLimits(events: 2000))
    let history = try #require(recorded.history)
    for (place, snapshot) in history.snapshots.enumerated().dropLast() {
      let next = history.snapshots[place + 1].time
      #expect(history.snapshot(at: snapshot.time) == snapshot)
      #expect(history.snapshot(at: next.nextDown) == snapshot)
    }
    #expect(history.snapshot(at: -1) == nil)
    #expect(history.snapshot(at: .infinity) == history.snapshots.last)
  }

  @Test func `a history of another run is refused`() throws {
    var short = run(.inorganicFilm, seed: 4)
    short.advance(to: RunLimits(events: 100))
    var long = run(.inorganicFilm, seed: 4)
    long.advance(to: RunLimits(events: 2000))
    let mixed = SimulationCheckpoint(
      short.simulation.saved, seed: 4, program: "test",
      attachments: try long.checkpoint(program: "test").attachments)
    #expect(throws: CheckpointError.self) { try GrowthRun(mixed, file: "test") }
    let garbled = SimulationCheckpoint(
      short.simulation.saved, seed: 4, program: "test", attachments: ["history": [1, 2, 3]])
    #expect(throws: CheckpointError.self) { try GrowthRun(garbled, file: "test") }
  }

  @Test func `a history that no run has is refused, whatever the checksum`() throws {
    var recorded = run(.inorganicFilm, seed: 2, keepsFilms: false)
    recorded.advance(to: RunLimits(events: 3000))
    let sound = try recorded.checkpoint(program: "test")
    let bytes = try #require(sound.attachments["history"])
    #expect(try GrowthRun(sound, file: "f").history == recorded.history)
    func refused(_ name: String, _ change: (inout [String: Any]) -> Void) throws {
      var history = try #require(
        try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      change(&history)
      let changed = try JSONSerialization.data(withJSONObject: history)
      let checkpoint = SimulationCheckpoint(
        sound.run, seed: sound.seed, program: sound.program,
        attachments: sound.attachments.merging(["history": [UInt8](changed)]) { $1 })
      #expect(throws: CheckpointError.self, "\(name)") { try GrowthRun(checkpoint, file: "f") }
    }
    func snapshot(_ key: String, _ value: Any) -> (inout [String: Any]) -> Void {
      { history in
        var snapshots = history["snapshots"] as! [[String: Any]]
        snapshots[1][key] = value
        history["snapshots"] = snapshots
      }
    }
    let many = [Int.max, 0, 5] + [Int](repeating: 0, count: 16)
    try refused("too many reactions", snapshot("reactions", many))
    try refused("another number of events", snapshot("events", 2_900))
    try refused("negative counts", snapshot("counts", [2600, -100, 0, 0, 0, 0, 0, 0]))
    try refused("a grid long past") { $0["next"] = -300_000 }
    try refused("a grid without end") { $0["next"] = 1_000_000 }
    try refused("no points") { $0["pointsPerDecade"] = 0 }
  }
}
