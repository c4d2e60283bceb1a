import Interphase
import KineticMonteCarlo

/// What an event costs by its class: started configurations in which nearly all events are of one.
///
/// Reactions use up what they need, so they cannot be repeated by the million; what one costs follows
/// from runs of the whole mechanism in which it is frequent.
enum Classes {
  private struct Case {
    let name: String
    let simulation: Simulation
  }

  private static let events = 1_000_000
  private static let rounds = 5

  static func report() -> String {
    var table = Table(["events", "ns/event", "of the named kind", "allocations"])
    for example in cases {
      var costs: [Double] = []
      var allocations = 0
      var run = example.simulation
      run.advance(toEvents: 50_000)
      let before = run.reactionCounts
      let start = run.events
      for _ in 0..<rounds where !run.isFinished {
        let from = run.events
        let cost = Cost.of { run.advance(toEvents: from + events) }
        costs.append(cost.seconds / Double(run.events - from) * 1e9)
        allocations += cost.allocations
      }
      let most = zip(run.reactionCounts, before).map(-).max()!
      table.add([
        example.name, fixed(costs.median, 1),
        fixed(100 * Double(most) / Double(run.events - start), 1) + " %", "\(allocations)",
      ])
    }
    return table.text
  }

  private static var cases: [Case] {
    [
      particles("monomer hop, 1 % of sites", .monomer, 1, 24, .monomerDiffusion),
      particles("monomer hop, 20 % of sites", .monomer, 1, 480, .monomerDiffusion),
      particles("monomer hop, 40 % of sites", .monomer, 1, 1250, .monomerDiffusion),
      particles("dimer hop, 2 % of sites", .dimer, 2, 24, .dimerDiffusion),
      particles("dimer hop, 20 % of sites", .dimer, 2, 280, .dimerDiffusion),
      particles("precursor hop, 1 % of sites", .precursor, 1, 24, .precursorDiffusion),
      particles("precursor hop, 10 % of sites", .precursor, 1, 250, .precursorDiffusion),
      particles("cluster of 3 moves", .organic, 3, 20, .clusterDiffusion),
      particles("cluster of 10 moves", .organic, 10, 20, .clusterDiffusion),
      particles("cluster of 30 moves", .organic, 30, 12, .clusterDiffusion),
      cycle,
    ]
  }

  /// Particles of one kind in a closed box that do nothing but hop: reactions take ages.
  private static func particles(
    _ name: String, _ species: Species, _ size: Int, _ count: Int, _ reaction: Reaction
  ) -> Case {
    var source = RandomSource(seed: 7)
    var scene = Scene(width: 50, height: 50)
    scene.close(forClusters: species == .organic)
    scene.scatter(species, size: size, count: count, using: &source)
    return Case(name: name, simulation: scene.simulation(.only([reaction: 0.3]), seed: 1))
  }

  /// Electrolyte reduced to precursors that hop to the sink: events 1, 14 and 16 in turn.
  private static var cycle: Case {
    let scene = Scene(width: 50, height: 4)
    return Case(
      name: "reduction, hop and escape",
      simulation: scene.simulation(
        .only([.ecReductionElectrode: 0.08, .precursorDiffusion: 0.05]), seed: 1))
  }
}
