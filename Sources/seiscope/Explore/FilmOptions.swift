import ArgumentParser
import Console
import Explorer
import Interphase

/// Options for the two films of an explorer: how one grows, and what decodes the other.
struct FilmOptions: ParsableArguments {
  @OptionGroup var barriers: BarrierOptions

  @Option(help: "Seed of the simulation.")
  var seed: UInt64?

  @Option(help: "Event limit; a simulation that reaches it is unfinished.")
  var events = SimulationParameters.defaultEventLimit

  @Option(help: "The folder of the model to decode with. [default: the bundled one]")
  var model: String?

  /// The session that they describe.
  ///
  /// - Throws: A ``UserError`` that names the option and what is wrong.
  func session() throws -> Session {
    guard events >= 1 else { throw OptionError("--events \(events): give 1 or more") }
    let start = StartState.standard
    return Session(
      barriers: try barriers.resolved(base: start.barriers), seed: seed ?? start.seed,
      eventLimit: events)
  }
}
