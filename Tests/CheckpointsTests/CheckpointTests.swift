import Interphase
import KineticMonteCarlo
import Testing

@testable import Checkpoints

/// A run that is saved, damaged, and gone on with.
@Suite struct CheckpointTests {
  /// Vectors in which much happens, of all kinds: clusters that merge and leave, dimers, jams.
  private static func parameters(_ seed: UInt64) throws -> SimulationParameters {
    var draws = RandomSource(seed: seed)
    let barriers = try Barriers((0..<15).map { _ in .random(in: 0.3...0.42, using: &draws) })
    return try SimulationParameters(
      barriers: barriers, width: Int.random(in: 3...20, using: &draws),
      height: Int.random(in: 4...24, using: &draws))
  }

  private func checkpoint(
    _ run: Simulation, seed: UInt64, attachments: [String: [UInt8]] = [:]
  ) -> SimulationCheckpoint {
    SimulationCheckpoint(run.saved, seed: seed, program: "test", attachments: attachments)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a run goes on from any event to the same end`(seed: UInt64) throws {
    let parameters = try Self.parameters(seed)
    let whole = simulate(parameters, seed: seed, eventLimit: 20_000)
    var draws = RandomSource(seed: seed)
    var run = Simulation(parameters, seed: seed)
    while run.events < 20_000, !run.isFinished {
      let step = Int.random(in: 1...6000, using: &draws)
      run.advance(toEvents: min(20_000, run.events + step))
      let bytes = try checkpoint(run, seed: seed).bytes()
      let opened = try SimulationCheckpoint(bytes: bytes, name: "run")
      #expect(opened.run == run.saved)
      run = try Simulation(opened.run)
      #expect(run.saved == opened.run)
    }
    #expect(SimulationResult(run, seed: seed) == whole)
    #expect(run.checkInvariants() == [])
  }

  @Test func `a run of the published model goes on across the summing-up of time`() throws {
    let parameters = SimulationParameters(published: .esmaeilpour)
    var run = Simulation(parameters, seed: 4)
    for limit in [1, 40_000, 65_535, 65_536, 65_537, 130_000] {
      run.advance(toEvents: limit)
      run = try Simulation(
        SimulationCheckpoint(bytes: try checkpoint(run, seed: 4).bytes(), name: "run").run)
    }
    #expect(
      SimulationResult(run, seed: 4) == simulate(parameters, seed: 4, eventLimit: 130_000))
  }

  @Test func `attachments and the seed come back`() throws {
    let run = Simulation(try Self.parameters(1), seed: 9)
    let saved = checkpoint(run, seed: 9, attachments: ["history": [1, 2, 3], "empty": []])
    let opened = try SimulationCheckpoint(bytes: try saved.bytes(), name: "run")
    #expect(opened == saved)
  }

  @Test func `any damaged byte is found`() throws {
    var run = Simulation(try Self.parameters(3), seed: 3)
    run.advance(toEvents: 3000)
    let bytes = try checkpoint(run, seed: 3).bytes()
    for place in stride(from: 0, to: bytes.count, by: 37) {
      var damaged = bytes
      damaged[place] ^= 0x10
      // A blank or a digit of the header may change to what means the same.
      if let opened = try? SimulationCheckpoint(bytes: damaged, name: "run") {
        #expect(opened.run == run.saved, "byte \(place)")
        #expect(place < 5000, "byte \(place)")
      }
    }
    for length in [0, 7, 8, 100, bytes.count / 2, bytes.count - 1] {
      #expect(throws: (any Error).self) {
        try SimulationCheckpoint(bytes: Array(bytes[..<length]), name: "run")
      }
    }
  }

  @Test func `numbers of no run are refused, whatever the checksum`() throws {
    var run = Simulation(SimulationParameters(published: .esmaeilpour), seed: 3)
    run.advance(toEvents: 3000)
    let saved = run.saved
    func refused(_ name: String, _ change: (inout SavedRun) -> Void) {
      var changed = saved
      change(&changed)
      #expect(changed != saved, "\(name) changes nothing")
      #expect(throws: SavedRunError.self, "\(name)") { try Simulation(changed) }
    }
    let busiest = saved.lists.indices.max { saved.lists[$0].count < saved.lists[$1].count }!
    try #require(saved.lists[busiest].count > 1)
    refused("a slot twice") { $0.lists[busiest][0] = $0.lists[busiest][1] }
    refused("a slot of nowhere") { $0.lists[busiest][0] = .max }
    refused("a missing list") { $0.lists.removeLast() }
    refused("a missing slot") { $0.lists[busiest].removeLast() }
    refused("a cluster's identifier twice") { $0.freeClusters[0] = $0.freeClusters[1] }
    refused("a negative identifier") { $0.freeClusters[0] = -1 }
    refused("a particle too many") { $0.monomers.append(0) }
    refused("a size too many") { $0.moveSizes.append(3) }
    refused("a generator of zeros") { $0.source = [0, 0, 0, 0] }
    refused("a clock's number of one") {
      $0.clockNumbers[31] = 1; $0.clockUsed = 0
    }
    refused("an endless wait") { $0.pendingDraws = .max }
    refused("null draws without end") {
      $0.pendingDraws = 1 << 22
      $0.eventDraws = 0
    }
    refused("a wait of minutes") { $0.pendingDraws = 1 << 40 }
    refused("a number that no clock draws") {
      $0.clockNumbers[31] = .leastNonzeroMagnitude
      $0.clockUsed = 0
    }
    refused("draws before events") { $0.eventDraws = $0.pendingDraws + 1 }
    refused("no time") { $0.committedTime = .nan }
    refused("a reduction to come") { $0.lastReductionTime = .infinity }
    refused("negative events") { $0.tally[1] = -1 }
    refused("too many events") {
      $0.tally[1] = .max; $0.tally[2] = .max
    }
    refused("an end while something can happen") { $0.isExhausted = true }
    refused("another size") {
      $0.lattice = Lattice(emptyWidth: $0.lattice.width + 1, height: $0.lattice.height)
    }
  }

  @Test func `another version is named`() throws {
    var header = CheckpointHeader(
      of: checkpoint(Simulation(try Self.parameters(1), seed: 1), seed: 1))
    header.rulesVersion = 1
    #expect(
      throws: CheckpointError.version(
        file: "f", what: "rules version", found: 1, expected: rulesVersion)
    ) { try CheckpointHeader(text: try header.text(), file: "f") }
    header.rulesVersion = rulesVersion
    header.format = 9
    #expect(
      throws: CheckpointError.version(
        file: "f", what: "format version", found: 9, expected: 1)
    ) { try CheckpointHeader(text: try header.text(), file: "f") }
    #expect(throws: CheckpointError.foreign(file: "f")) {
      try CheckpointHeader(text: "{}", file: "f")
    }
  }
}
