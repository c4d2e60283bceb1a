/// Everything but the seed that a simulation depends on.
public struct SimulationParameters: Hashable, Sendable {
  /// The fifteen barriers [eV].
  public var barriers: Barriers
  /// Sites in a row [nm].
  public var width: Int
  /// Rows, electrode and sink included [nm].
  public var height: Int
  /// Temperature [K].
  public var temperature: Double
  /// Rows above the electrode that electrons reach through inorganic [nm].
  public var tunnellingDepth: Int

  /// The event limit of the published design.
  public static let defaultEventLimit = 1_000_000

  /// Defaults are those of the published model: 50 × 50 sites, 300 K, 4 nm.
  ///
  /// - Throws: ``ParameterError`` for a size below 3 × 3 or beyond 65,535 a side or 4 million
  ///   sites, a temperature outside 1 to 10,000 K, a negative depth.
  public init(
    barriers: Barriers, width: Int = 50, height: Int = 50, temperatureKelvin: Double = 300,
    tunnellingDepth: Int = 4
  ) throws(ParameterError) {
    guard (3...65_535).contains(width), (3...65_535).contains(height),
      width * height <= 4_000_000
    else { throw .size(width: width, height: height) }
    guard (1...10_000).contains(temperatureKelvin) else {
      throw .temperature(temperatureKelvin)
    }
    guard tunnellingDepth >= 0 else { throw .tunnellingDepth(tunnellingDepth) }
    self.barriers = barriers
    self.width = width
    self.height = height
    self.temperature = temperatureKelvin
    self.tunnellingDepth = tunnellingDepth
  }

  /// The published model at these barriers.
  public init(published barriers: Barriers) {
    self.barriers = barriers
    width = 50
    height = 50
    temperature = 300
    tunnellingDepth = 4
  }

  /// The rate constant of a reaction at these parameters [1/s], before any cluster's slow-down.
  public func rate(of reaction: Reaction) -> Double {
    let barrier =
      reaction.rawValue <= Barriers.count
      ? Double(barriers[reaction]) : Reaction.escapeBarrier
    return RateLaw(temperatureKelvin: temperature).rate(barrier: barrier)
  }
}

/// Why parameters are outside what can be simulated.
public enum ParameterError: UserError, Equatable {
  /// Too small, or beyond memory.
  case size(width: Int, height: Int)
  /// Outside 1 to 10,000, where rates overflow or vanish [K].
  case temperature(Double)
  /// Negative [nm].
  case tunnellingDepth(Int)

  /// Bad usage.
  public var exitStatus: ExitStatus { .usage }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .size(let width, let height):
      "a lattice of \(width) x \(height) cannot be simulated: give 3 x 3 up to 4 million "
        + "sites, at most 65,535 a side"
    case .temperature(let kelvin):
      "a temperature of \(kelvin) K is outside physics: give 1 to 10000"
    case .tunnellingDepth(let depth):
      "a tunnelling depth of \(depth) nm is outside physics: give 0 or more"
    }
  }
}
