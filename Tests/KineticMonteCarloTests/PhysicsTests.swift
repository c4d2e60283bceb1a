import Interphase
import KineticMonteCarlo
import SampleStatistics
import Testing

/// Closed forms, each with its own standard error as the band.
@Suite struct PhysicsTests {
  @Test func `the first wait is exponential with the total rate`() throws {
    let parameters = try SimulationParameters(barriers: .middle, width: 3, height: 3)
    // On an empty lattice the three sites at the electrode can be reduced, and nothing else.
    let rate = 3 * parameters.rate(of: .ecReductionElectrode)
    let waits = (0..<4000).map { seed in
      simulate(parameters, seed: UInt64(seed), eventLimit: 1).time * rate
    }
    let mean = Estimate(waits)
    #expect(abs(mean.mean - 1) < 4 * mean.error)
    let square = Estimate(waits.map { ($0 - mean.mean) * ($0 - mean.mean) })
    #expect(abs(square.mean - 1) < 4 * square.error)
    // A third of an exponential's draws lie beyond ln 3.
    let beyond = Estimate(waits.map { $0 > 1.0986122886681098 ? 1 : 0 })
    #expect(abs(beyond.mean - 1.0 / 3) < 4 * beyond.error)
  }

  /// A walker on an otherwise empty lattice, too far from its borders to meet them.
  struct Walker: CustomTestStringConvertible, Sendable {
    let name: String
    let particle: [Int]
    let species: Species
    let reaction: Reaction
    let factor: Double
    var testDescription: String { name }
  }

  static let side = 41
  static let centre = side / 2 * side + side / 2

  static let walkers = [
    Walker(
      name: "precursor", particle: [centre], species: .precursor, reaction: .precursorDiffusion,
      factor: 1),
    Walker(
      name: "monomer", particle: [centre], species: .monomer, reaction: .monomerDiffusion,
      factor: 1),
    Walker(
      name: "dimer", particle: [centre, centre + 1], species: .dimer, reaction: .dimerDiffusion,
      factor: 10.0 / 3),
    Walker(
      name: "cluster of three", particle: [centre, centre + 1, centre + 2], species: .organic,
      reaction: .clusterDiffusion, factor: RateLaw.clusterSlowdown(sites: 3)),
  ]

  @Test(arguments: walkers)
  func `a lone walker diffuses as its rate says`(walker: Walker) throws {
    var lattice = Lattice(emptyWidth: Self.side, height: Self.side)
    for site in walker.particle { lattice[site % Self.side, site / Self.side] = walker.species }
    let configuration = try Configuration(lattice)
    let parameters = try SimulationParameters(
      barriers: .only([walker.reaction: 0.4]), width: Self.side, height: Self.side)
    var squares: [Double] = []
    var times: [Double] = []
    for seed in 0..<400 {
      var run = try Simulation(
        parameters, configuration: configuration, source: RandomSource(seed: UInt64(seed)))
      run.advance(toEvents: 16)
      try #require(run.reactionCounts[walker.reaction.rawValue - 1] == 16)
      squares.append(squareDistance(of: run.lattice, walker))
      times.append(run.time)
    }
    let square = Estimate(squares)
    // Sixteen waits at one rate: their sum's relative variance is a sixteenth.
    let mean = Estimate(times).mean
    let spread = Estimate(times.map { ($0 / mean - 1) * ($0 / mean - 1) * 16 })
    #expect(abs(spread.mean - 1) < 4 * spread.error, "\(spread.mean) ± \(spread.error)")
    let time = Estimate(times)
    // D = ⟨r²⟩ / 4⟨t⟩ [a²/s]; the error of the ratio from those of both.
    let diffusion = square.mean / (4 * time.mean) / parameters.rate(of: walker.reaction)
    let error =
      diffusion
      * (square.error * square.error / square.mean / square.mean
      + time.error * time.error / time.mean / time.mean).squareRoot()
    #expect(abs(diffusion - walker.factor) < 4 * error, "\(diffusion) ± \(error)")
    #expect(error < 0.08 * walker.factor)
  }

  /// From the start to the middle of the walker's sites [a²].
  private func squareDistance(of lattice: Lattice, _ walker: Walker) -> Double {
    func middle(_ sites: [Int]) -> (x: Double, y: Double) {
      let count = Double(sites.count)
      return (
        sites.reduce(0) { $0 + Double($1 % Self.side) } / count,
        sites.reduce(0) { $0 + Double($1 / Self.side) } / count
      )
    }
    let sites = lattice.codes.indices.filter { lattice.codes[$0] == walker.species.rawValue }
    let (start, end) = (middle(walker.particle), middle(sites))
    return (end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y)
  }
}
