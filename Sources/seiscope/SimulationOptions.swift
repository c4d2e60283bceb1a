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
  func setup() throws -> SimulationSetup {
    let file = try barrierOptions.readFile()
    let barriers = try barrierOptions.resolved(file: file)
    // First what the file says, so that an error in it names it and not a flag that nobody gave.
    if let file { try check(file, barriers) }
    let parameters = try Self.parameters(
      barriers, size: size ?? file?.size, temperature: temperature ?? file?.temperature,
      tunnellingDepth: tunnellingDepth ?? file?.tunnellingDepth)
    let limit = events ?? file?.events ?? SimulationParameters.defaultEventLimit
    guard limit >= 0 else { throw OptionError("--events \(limit): give 0 or more") }
    return SimulationSetup(parameters: parameters, seed: seed ?? file?.seed ?? 1, events: limit)
  }

  private func check(_ file: ParameterFile, _ barriers: Barriers) throws {
    if let events = file.events, events < 0 {
      throw OptionError("\(file.path): events: found \(events), expected 0 or more", status: .data)
    }
    do {
      _ = try Self.parameters(
        barriers, size: file.size, named: "size", temperature: file.temperature,
        tunnellingDepth: file.tunnellingDepth)
    } catch let error as any UserError {
      throw OptionError("\(file.path): \(error)", status: .data)
    }
  }

  private static func parameters(
    _ barriers: Barriers, size: String?, named sizeName: String = "--size", temperature: Double?,
    tunnellingDepth: Int?
  ) throws -> SimulationParameters {
    let sides = try parse(size ?? "50x50", named: sizeName)
    return try SimulationParameters(
      barriers: barriers, width: sides.width, height: sides.height,
      temperatureKelvin: temperature ?? 300, tunnellingDepth: tunnellingDepth ?? 4)
  }

  private static func parse(_ size: String, named name: String) throws -> (width: Int, height: Int)
  {
    let sides = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1] else {
      throw OptionError("\(name) '\(size)': give width x height in sites, like 50x50")
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

  /// Films of replicas that are kept at once [sites, a byte each].
  private static let mostSites = 1 << 31

  /// Makes sure that so many runs have seeds, and that memory holds their films.
  func check(runs: Int, replicas: Int) throws {
    let sites = parameters.width * parameters.height
    guard runs <= Self.mostSites / sites else {
      throw OptionError(
        "\(runs) runs of \(parameters.width)x\(parameters.height) sites do not fit into memory: "
          + "give fewer --replicas or a smaller --size")
    }
    try checkSeeds(for: replicas)
  }

  /// Makes sure that so many runs have seeds.
  func checkSeeds(for runs: Int) throws {
    guard seed <= UInt64.max - UInt64(runs) else {
      throw OptionError("--seed \(seed): leaves no room for \(runs) runs")
    }
  }
}
