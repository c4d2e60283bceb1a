import ArgumentParser
import Growth
import Interphase
import KineticMonteCarlo

/// `seiscope simulate`: one run or replicas of the kinetic Monte Carlo simulation.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Grow an interphase by kinetic Monte Carlo.",
    discussion: """
      Grows a film on 50 x 50 sites of 1 nm from fifteen reaction barriers and prints what is \
      measured of it. The same seed and barriers give the same film, to the byte.
      """)

  @OptionGroup var barrierOptions: BarrierOptions

  @Option(help: "Seed of the random choices.")
  var seed: UInt64 = 1

  @Option(help: "Event limit; a run that reaches it is unfinished.")
  var events = SimulationParameters.defaultEventLimit

  @Option(help: "Runs, with seeds from --seed upwards, over all cores; adds a summary.")
  var replicas: Int?

  @Option(help: "Lattice size in sites of 1 nm.")
  var size = "50x50"

  @Option(help: "Temperature [K].")
  var temperature = 300.0

  @Option(help: "Rows above the electrode that electrons reach through inorganic [nm].")
  var tunnellingDepth = 4

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "Print the lattice too.")
  var lattice = false

  func run() throws {
    let parameters = try simulationParameters()
    guard events >= 0 else { throw OptionError("--events \(events): give 0 or more") }
    let runs = replicas ?? 1
    guard (1...100_000).contains(runs) else {
      throw OptionError("--replicas \(runs): give 1 to 100000")
    }
    guard seed <= UInt64.max - UInt64(runs) else {
      throw OptionError("--seed \(seed): leaves no room for \(runs) replicas")
    }
    Interruption.install()
    guard
      let results = Ensemble.run(
        parameters, firstSeed: seed, count: runs, eventLimit: events,
        isStopped: { Interruption.isRequested })
    else {
      throw OptionError("stopped: nothing is lost, since nothing was written", status: .interrupted)
    }
    if json {
      try print(
        replicas == nil
          ? SimulationReport.json(of: results[0], withLattice: lattice)
          : SimulationReport.json(of: results, withLattice: lattice))
    } else {
      print(SimulationReport.text(of: results, withLattice: lattice))
    }
  }

  private func simulationParameters() throws -> SimulationParameters {
    let sides = size.split(separator: "x").map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1] else {
      throw OptionError("--size '\(size)': give width x height in sites, like 50x50")
    }
    return try SimulationParameters(
      barriers: barrierOptions.resolved(), width: width, height: height,
      temperatureKelvin: temperature, tunnellingDepth: tunnellingDepth)
  }
}
