import Explorer
import Interphase
import KineticMonteCarlo
import Testing

@testable import ExplorerRuntime

@Suite struct SimulationRunnerTests {
  private func request(_ events: Int, seed: UInt64 = 5) -> SimulationRequest {
    SimulationRequest(
      generation: 3, barriers: StartState.standard.barriers, seed: seed, eventLimit: events)
  }

  private func films(of request: SimulationRequest, wanted: Int = .max) -> [SimulationSnapshot] {
    var films: [SimulationSnapshot] = []
    var asked = 0
    var runner = SimulationRunner(request)
    runner.run(
      isWanted: {
        asked += 1
        return asked <= wanted
      }, publish: { films.append($0) })
    return films
  }

  @Test func `the last film is the one that simulate gives`() throws {
    let last = try #require(films(of: request(20_000)).last)
    let expected = simulate(
      SimulationParameters(published: StartState.standard.barriers), seed: 5, eventLimit: 20_000)
    #expect(last.lattice == expected.lattice)
    #expect(last.events == 20_000)
    #expect(last.time == expected.time)
    #expect(last.stage == .unfinished)
    #expect(last.generation == 3)
  }

  @Test func `growth is recorded at simulated times, whatever the clock says`() throws {
    let once = try #require(films(of: request(5_000)).last).growth
    let again = try #require(films(of: request(5_000)).last).growth
    #expect(once == again)
    #expect(once.count > 15)
    #expect(zip(once, once.dropFirst()).allSatisfy { $0.time < $1.time })
  }

  @Test func `films on the way end with the film, and with nothing else than its history`() throws {
    let request = request(20_000)
    let snapshots = films(of: request)
    let last = try #require(snapshots.last)
    #expect(last.frames.last?.lattice == last.lattice)
    #expect(last.frames.last?.events == last.events)
    #expect(last.frames.last?.time == last.time)
    #expect(last.frames.last?.executed.reduce(0, +) == last.events)
    #expect(zip(last.frames, last.frames.dropFirst()).allSatisfy { $0.time < $1.time })
    #expect(zip(last.frames, last.frames.dropFirst()).allSatisfy { $0.events <= $1.events })
    #expect(last.frames.first?.events == 1)
    #expect(last.frames.count > 20)
    let middle = try #require(last.frames.dropFirst(last.frames.count / 2).first)
    var simulation = Simulation(
      SimulationParameters(published: request.barriers), seed: request.seed)
    simulation.advance(toEvents: middle.events)
    #expect(simulation.lattice == middle.lattice)
    #expect(snapshots.dropLast().allSatisfy { $0.frames.isEmpty })
    #expect(films(of: request).last?.frames == last.frames)
  }

  @Test func `a film that is wanted no more is given up without a word`() {
    #expect(films(of: request(1_000_000), wanted: 2).isEmpty)
  }

  @Test func `a film whose events are all forbidden ends at once`() throws {
    var barriers = Barriers.middle
    for reaction in [Reaction.ecReductionElectrode, .ecReductionInorganic] {
      barriers = try barriers.setting(reaction, to: 60)
    }
    let request = SimulationRequest(
      generation: 1, barriers: barriers, seed: 1, eventLimit: 10)
    #expect(films(of: request).last?.stage != .growing)
  }
}

@Suite struct WorkerTests {
  @Test func `the newest request wins and the one being done is told`() async {
    let (started, start) = AsyncStream<Int>.makeStream()
    let (ended, end) = AsyncStream<Int>.makeStream()
    let worker = Worker<Int> {
      { request, isWanted in
        start.yield(request)
        while request == 1, isWanted() { continue }
        end.yield(request)
      }
    }
    worker.submit(1)
    for await _ in started { break }
    worker.submit(2)
    var seen: [Int] = []
    for await request in ended {
      seen.append(request)
      if request == 2 { break }
    }
    #expect(seen == [1, 2])
  }
}
