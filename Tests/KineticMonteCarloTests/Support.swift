import Interphase
import KineticMonteCarlo
import ReferenceSimulator

/// A configuration drawn top row first.
func scene(_ picture: String) throws -> Configuration { try Configuration(picture: picture) }

/// A run from a drawn configuration.
func simulation(
  _ picture: String, barriers: Barriers = .middle, seed: UInt64 = 1
) throws -> Simulation {
  let configuration = try scene(picture)
  let parameters = try SimulationParameters(
    barriers: barriers, width: configuration.lattice.width,
    height: configuration.lattice.height)
  return try Simulation(
    parameters, configuration: configuration, source: RandomSource(seed: seed))
}

extension Barriers {
  /// Uniform between two energies [eV]: close enough together for all events to happen in a short
  /// run.
  static func random(in range: ClosedRange<Float>, using source: inout RandomSource) -> Barriers {
    try! Barriers((0..<count).map { _ in .random(in: range, using: &source) })
  }
}

extension ReferenceState {
  init(_ configuration: Configuration) {
    self.init(
      lattice: configuration.lattice, dimers: configuration.dimers.map { ($0[0], $0[1]) },
      clusters: configuration.clusters)
  }
}

/// A listed event in terms that the engine and the reference share.
struct Listing: Hashable, CustomStringConvertible {
  let reaction: Reaction
  let site: Int
  let direction: Int
  let ofCluster: Bool
  /// [1/s], rounded to nine digits.
  let rate: String

  init(_ event: ListedEvent) {
    reaction = event.reaction
    site = event.site
    direction = event.direction
    ofCluster = event.ofCluster
    rate = Self.rounded(event.rate)
  }

  init(_ event: ReferenceEvent, in state: ReferenceState) {
    reaction = event.reaction
    site = event.site
    ofCluster = event.ofCluster
    rate = Self.rounded(event.rate)
    let towards = Direction.allCases.first { state.neighbour(of: event.site, $0) == event.other }
    direction =
      event.ofCluster ? event.direction?.rawValue ?? 0 : towards?.rawValue ?? -1
  }

  private static func rounded(_ rate: Double) -> String {
    let exponent = rate.exponent
    return "\((rate.significand * 1e9).rounded()) · 2^\(exponent)"
  }

  var description: String {
    "\(reaction.id) of \(ofCluster ? "cluster at " : "")\(site) to \(direction) at \(rate)"
  }
}

extension Simulation {
  var listing: [Listing: Int] { listedEvents.map { Listing($0) }.counted }

  /// The events that clusters list of their own, as "reaction" or "reaction direction".
  var clusterEvents: [String] {
    let names = ["left", "right", "down", "up"]
    return listedEvents.filter(\.ofCluster).map { event in
      [.coalescence, .clusterDiffusion].contains(event.reaction)
        ? "\(event.reaction.id) \(names[event.direction])" : event.reaction.id
    }.sorted()
  }
}

extension ReferenceState {
  func listing(_ parameters: SimulationParameters) -> [Listing: Int] {
    events(parameters).map { Listing($0, in: self) }.counted
  }
}

extension Sequence where Element: Hashable {
  var counted: [Element: Int] { Dictionary(map { ($0, 1) }, uniquingKeysWith: +) }
}
