import Explorer
import Interphase
import KineticMonteCarlo
import Surrogate
import Testing

@testable import ExplorerRuntime

@Suite struct WorkTests {
  private func withDecoder(_ body: (any FilmDecoder) throws -> Void) throws {
    try withModel { path in
      try body(ModelSource(bundle: path, session: Session(barriers: .middle, seed: 1)).open())
    }
  }

  private func place(_ anchor: Anchor, _ barriers: Barriers = .middle, offset: Double = 0)
    -> LatentPlace
  {
    var offsets = [Double](repeating: 0, count: 8)
    offsets[3] = offset
    return LatentPlace(barriers: barriers, anchor: anchor, offsets: offsets)
  }

  private func films(_ steps: [LatentStep], _ decoder: any FilmDecoder) -> [StripFilm] {
    let order = WorkOrder(kind: .walk, generation: 3, task: .films(steps))
    guard var strip = StripWork(order) else { return [] }
    var found: [StripFilm] = []
    while !strip.isOver {
      guard let delivery = strip.advance(with: decoder) else { continue }
      #expect(delivery.kind == .walk && delivery.generation == 3)
      guard case .films(let films, of: steps.count) = delivery.outcome else { return [] }
      #expect(Array(films.prefix(found.count)) == found, "films came, none went")
      found = films
    }
    return found
  }

  @Test func `a path's ends are the films of its ends`() throws {
    try withDecoder { decoder in
      let (start, end) = (place(.testSample(0), offset: 2), place(.latentMean, .esmaeilpour))
      for path in LatentPath.allCases {
        let steps = [0, 0.5, 1].map { LatentStep.between(start, end, share: $0, path: path) }
        let found = films(steps, decoder)
        #expect(found.count == 3)
        #expect(found.first == decoder.film(at: .at(start)))
        #expect(found.last == decoder.film(at: .at(end)))
      }
    }
  }

  @Test func `barriers and coordinates change in proportion along a straight path`() throws {
    try withDecoder { decoder in
      let (start, end) = (place(.testSample(1), .middle), place(.latentMean, .esmaeilpour))
      let step = LatentStep.between(start, end, share: 0.25, path: .linear)
      let film = try #require(decoder.film(at: step))
      let from = try #require(decoder.film(at: .at(start)))
      for (value, first) in zip(film.coordinates, from.coordinates) {
        #expect(abs(value - 0.75 * first) < 1e-4)
      }
      for reaction in Reaction.withBarrier {
        let expected = 0.75 * Barriers.middle[reaction] + 0.25 * Barriers.esmaeilpour[reaction]
        #expect(abs(film.barriers[reaction] - expected) < 1e-6)
      }
      #expect(film.regressed.count == 4)
    }
  }

  @Test func `a film to encode that is not there is waited for in a sentence`() throws {
    try withDecoder { decoder in
      let task = WorkTask.films([.at(place(.simulated))])
      var strip = try #require(StripWork(WorkOrder(kind: .sheet, generation: 1, task: task)))
      let advanced = strip.advance(with: decoder)
      let delivery = try #require(advanced)
      guard case .failure = delivery.outcome else {
        Issue.record("\(delivery)")
        return
      }
      #expect(strip.isOver)
    }
  }

  @Test func `the map is the bundle's, film by film`() throws {
    try withDecoder { decoder in
      let map = smallBundle().latentMap
      let samples = decoder.map().samples
      #expect(samples.count == map.count)
      for (index, sample) in samples.enumerated() {
        #expect(sample.seed == map.seeds[index])
        let barriers = try map.barriers(at: index)
        #expect(sample.barriers == barriers)
        #expect(sample.properties == map.properties(at: index).map(Double.init))
        let decoded = decoder.film(at: .at(place(.testSample(index))))
        #expect(decoded?.coordinates == sample.coordinates)
      }
    }
  }

  @Test func `replicas are what simulate gives for their seeds`() throws {
    let barriers = StartState.standard.barriers
    let seeds: [UInt64] = [4, 1, .max]
    let task = WorkTask.replicas(barriers: barriers, eventLimit: 3000, seeds: seeds)
    let work = try #require(
      ReplicaWork(WorkOrder(kind: .replicas, generation: 2, task: task)))
    var last: WorkDelivery?
    work.run(isWanted: { true }, publish: { last = $0 })
    let expected = seeds.map {
      simulate(SimulationParameters(published: barriers), seed: $0, eventLimit: 3000).lattice
    }
    #expect(last?.outcome == .replicas(expected, of: 3))
    #expect(last?.generation == 2)
  }

  @Test func `replicas that are wanted no more are given up without a word`() throws {
    let task = WorkTask.replicas(barriers: .middle, eventLimit: 1_000_000, seeds: [1, 2])
    let work = try #require(
      ReplicaWork(WorkOrder(kind: .replicas, generation: 1, task: task)))
    var asked = 0
    work.run(
      isWanted: {
        asked += 1
        return asked < 2
      }, publish: { Issue.record("\($0)") })
  }

  @Test func `of two deliveries of a kind the newer order's stays, whoever comes last`() {
    let outbox = Outbox {}
    let newer = WorkDelivery(kind: .walk, generation: 2, outcome: .films([], of: 4))
    outbox.put(newer)
    outbox.put(WorkDelivery(kind: .walk, generation: 1, outcome: .films([], of: 9)))
    outbox.put(WorkDelivery(kind: .sheet, generation: 1, outcome: .films([], of: 9)))
    let events = outbox.drain()
    #expect(events.count == 2)
    #expect(events.first == .delivered(newer))
    #expect(outbox.drain().isEmpty)
  }
}
