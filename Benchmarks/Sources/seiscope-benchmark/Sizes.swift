import Interphase
import KineticMonteCarlo

/// What an event costs on larger lattices of the same density: the algorithm's cost does not grow, the
/// caches' does.
enum Sizes {
  private static let sides = [50, 200, 1000]
  private static let events = 2_000_000
  private static let rounds = 3

  static func report() -> String {
    var table = Table([
      "sites", "ns/event", "against 50 x 50", "resident bytes a site", "allocations",
    ])
    var first: Double?
    for side in sides {
      let before = Machine.residentMemory
      var run = start(side: side)
      // Into the caches, and past the pages that are touched for the first time.
      run.advance(toEvents: events / 2)
      let bytes = Double(Machine.residentMemory - before) / Double(side * side)
      var costs: [Double] = []
      var allocations = 0
      for _ in 0..<rounds {
        let goal = run.events + events
        let cost = Cost.of { run.advance(toEvents: goal) }
        costs.append(cost.seconds / Double(events) * 1e9)
        allocations += cost.allocations
      }
      let cost = costs.median
      first = first ?? cost
      table.add([
        "\(side) x \(side)", fixed(cost, 1), fixed(cost / first!, 2), fixed(bytes, 0),
        "\(allocations)",
      ])
    }
    return table.text
  }

  /// A solution of Li₂EDC with a few dimers and clusters of three, the densities of an unfinished run.
  private static func start(side: Int) -> Simulation {
    var source = RandomSource(seed: UInt64(side))
    var scene = Scene(width: side, height: side)
    let sites = side * (side - 2)
    scene.close(forClusters: false)
    scene.scatter(.organic, size: 3, count: sites / 150, using: &source)
    scene.scatter(.dimer, size: 2, count: sites / 100, using: &source)
    scene.scatter(.monomer, size: 1, count: sites / 6, using: &source)
    // No reactions, so that the densities last.
    return scene.simulation(
      .only([.monomerDiffusion: 0.48, .dimerDiffusion: 0.5, .clusterDiffusion: 0.5]), seed: 1)
  }
}
