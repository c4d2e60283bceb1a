import Interphase
import KineticMonteCarlo

/// A start and the barriers under which it is left to itself.
struct Setup: Sendable {
  /// Species, pairs and clusters at the start.
  let configuration: Configuration
  /// What the simulator is given.
  let parameters: SimulationParameters
  /// The rate constants of the nineteen reactions [1/s], of ``RateConstants``.
  let rates: [Double]

  /// Draws the start.
  ///
  /// - Parameters:
  ///   - picture: As `Configuration(picture:)` reads it.
  ///   - barriers: Those of the reactions that happen [eV]; the others have a rate constant of 0.
  ///   - temperature: [K].
  ///   - tunnellingDepth: [nm].
  /// - Precondition: The picture is a configuration of 3 × 3 sites or more, the barriers are physics.
  init(
    _ picture: String, _ barriers: [Reaction: Float], temperature: Double = 300,
    tunnellingDepth: Int = 4
  ) {
    do {
      let configuration = try Configuration(picture: picture)
      try self.init(
        configuration, .only(barriers, others: Barriers.greatest), temperature: temperature,
        tunnellingDepth: tunnellingDepth)
    } catch {
      preconditionFailure("a set-up that cannot be: \(error)\n\(picture)")
    }
  }

  /// Takes a start and all barriers.
  init(
    _ configuration: Configuration, _ barriers: Barriers, temperature: Double = 300,
    tunnellingDepth: Int = 4
  ) throws {
    self.configuration = configuration
    parameters = try SimulationParameters(
      barriers: barriers, width: configuration.lattice.width,
      height: configuration.lattice.height, temperatureKelvin: temperature,
      tunnellingDepth: tunnellingDepth)
    rates = RateConstants.all(barriers: barriers, temperature: temperature)
  }

  /// The rate constant of a reaction [1/s].
  func rate(of reaction: Reaction) -> Double { rates[reaction.rawValue - 1] }

  /// A run from this start.
  func simulation(seed: UInt64) -> Simulation {
    do {
      return try Simulation(
        parameters, configuration: configuration, source: RandomSource(seed: seed))
    } catch {
      preconditionFailure("the start has not the size of the parameters: \(error)")
    }
  }
}
