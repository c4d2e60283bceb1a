import Interphase
import KineticMonteCarlo

/// One run of the mix, measured.
struct MixRun {
  let result: SimulationResult
  let cost: Cost

  var rate: Double { Double(result.events) / cost.seconds / 1e6 }
}

/// The throughput over a Latin hypercube of barrier vectors: the design that users run.
enum Mix {
  static let vectors = 50
  static let eventLimit = 1_000_000

  /// Every vector `rounds` times; of each vector the run of median time.
  static func measure(rounds: Int) -> [MixRun] {
    let runs = (0..<rounds).map { _ in
      Design.vectors(count: vectors, seed: 1).enumerated().map { index, barriers in
        run(SimulationParameters(published: barriers), seed: UInt64(index))
      }
    }
    return (0..<vectors).map { vector in
      let same = runs.map { $0[vector] }.sorted { $0.cost.seconds < $1.cost.seconds }
      return same[same.count / 2]
    }
  }

  private static func run(_ parameters: SimulationParameters, seed: UInt64) -> MixRun {
    var simulation = Simulation(parameters, seed: seed)
    let cost = Cost.of { simulation.advance(toEvents: eventLimit) }
    return MixRun(result: SimulationResult(simulation, seed: seed), cost: cost)
  }

  static func report(_ runs: [MixRun], everyVector: Bool) -> String {
    var table = Table(["million events/s", "vectors", "p10", "median", "p90"])
    table.add(row("all vectors", runs))
    table.add(row("with 300,000 events or more", runs.filter { $0.result.events >= 300_000 }))
    let events = runs.reduce(0) { $0 + $1.result.events }
    let seconds = runs.reduce(0) { $0 + $1.cost.seconds }
    let allocations = runs.reduce(0) { $0 + $1.cost.allocations }
    return table.text + """


      \(events) events in \(fixed(seconds, 2)) s: \(fixed(Double(events) / seconds / 1e6, 1)) \
      million events/s overall; \(allocations) allocations
      """ + (everyVector ? "\n\n" + slowest(runs) : "")
  }

  private static func row(_ name: String, _ runs: [MixRun]) -> [String] {
    let rates = runs.map(\.rate)
    return [name, "\(runs.count)"] + [0.1, 0.5, 0.9].map { fixed(rates.quantile($0), 1) }
  }

  /// The vectors by speed, with the reactions that they spend their events on.
  private static func slowest(_ runs: [MixRun]) -> String {
    var table = Table(["vector", "events", "million/s", "most frequent"])
    for (index, run) in runs.enumerated().sorted(by: { $0.element.rate < $1.element.rate }) {
      let shares = Reaction.allCases.map { ($0, run.result.reactionCounts[$0.rawValue - 1]) }
        .sorted { $0.1 > $1.1 }.prefix(3)
        .map { "\($0.id) \(fixed(100 * Double($1) / Double(run.result.events), 0)) %" }
      table.add(
        ["\(index)", "\(run.result.events)", fixed(run.rate, 1), shares.joined(separator: ", ")])
    }
    return table.text
  }
}
