import ArgumentParser
import Console
import Growth
import Interphase

/// The options that say what to simulate, shared by the commands that run simulations.
struct SimulationOptions: ParsableArguments {
  @OptionGroup var barrierOptions: BarrierOptions

  @Option(help: "Seed of the random choices. [default: 1]")
  var seed: UInt64?

  @Option(help: "Event limit; a run that reaches it is unfinished. [default: 1000000]")
  var events: Int?

  @Option(help: "Lattice size in sites of 1 nm. [default: 50x50]")
  var size: String?

  @Option(help: "Temperature [K]. [default: 300]")
  var temperature: Double?

  @Option(
    help: "Rows above the electrode that electrons reach through inorganic [nm]. [default: 4]")
  var tunnellingDepth: Int?

  /// What the options come to: a flag goes before the file, the file before the default.
  ///
  /// - Throws: A `UserError` that names option or file, and the remedy.
  func setup(base: Barriers = .middle) throws -> SimulationSetup {
    let file = try barrierOptions.readFile()
    let barriers = try barrierOptions.resolved(base: base, file: file)
    let sides = try Self.parse(size: size ?? file?.size ?? "50x50")
    let parameters = try SimulationParameters(
      barriers: barriers, width: sides.width, height: sides.height,
      temperatureKelvin: temperature ?? file?.temperature ?? 300,
      tunnellingDepth: tunnellingDepth ?? file?.tunnellingDepth ?? 4)
    let limit = events ?? file?.events ?? SimulationParameters.defaultEventLimit
    guard limit >= 0 else { throw OptionError("--events \(limit): give 0 or more") }
    return SimulationSetup(parameters: parameters, seed: seed ?? file?.seed ?? 1, events: limit)
  }

  private static func parse(size: String) throws -> (width: Int, height: Int) {
    let sides = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1] else {
      throw OptionError("--size '\(size)': give width x height in sites, like 50x50")
    }
    return (width, height)
  }
}

/// What to simulate.
struct SimulationSetup {
  /// Everything that the runs share.
  let parameters: SimulationParameters
  /// Seed of the first run.
  let seed: UInt64
  /// Event limit.
  let events: Int

  /// Makes sure that so many runs have seeds.
  func checkSeeds(for runs: Int) throws {
    guard seed <= UInt64.max - UInt64(runs) else {
      throw OptionError("--seed \(seed): leaves no room for \(runs) runs")
    }
  }
}
