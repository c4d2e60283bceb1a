import Explorer
import Exporting
import Foundation
import Interphase
import SessionFiles

/// An export as one JSON object.
struct ExportRecord: Encodable {
  let provenance: [String: String]
  let state: String
  let barriers: [String: Float]
  let seed: UInt64
  let eventLimit: Int
  let latent: Latent
  let simulated: Simulated?
  let decoded: Decoded?

  struct Latent: Encodable {
    let anchor: String
    /// How far the anchor is moved along each principal axis.
    let offsets: [Double]
    /// Coordinates of the point; left out where no model has answered.
    let coordinates: [Double]?
  }

  struct Simulated: Encodable {
    let lattice: [[UInt8]]
    let observables: Observables
    let floatingOrganicShare: Double
    let events: Int
    let time: Double
    let stage: String
  }

  struct Decoded: Encodable {
    let lattice: [[UInt8]]
    let observables: Observables
    let floatingOrganicShare: Double
    /// By the property's key; empty where the model has no regressor.
    let regressed: [String: Double]
    /// Standard deviation over draws of the prior; left out where the anchor is not the prior.
    let spread: [String: Double]?
  }

  init(_ file: ExportFile) {
    let (order, knobs) = (file.order, file.order.saved.session.knobs)
    let entries = file.provenance.entries.map { ($0.key, $0.value) }
    provenance = Dictionary(uniqueKeysWithValues: entries)
    state = file.stateLine
    barriers = Dictionary(
      uniqueKeysWithValues: Reaction.withBarrier.map { ($0.id, knobs.barriers[$0]) })
    seed = knobs.seed
    eventLimit = knobs.eventLimit
    latent = Latent(
      anchor: knobs.anchor.name, offsets: knobs.offsets, coordinates: order.coordinates)
    simulated = order.run.snapshot.map { snapshot in
      Simulated(
        lattice: snapshot.lattice.rows, observables: Observables(of: snapshot.lattice),
        floatingOrganicShare: order.run.floatingShare, events: snapshot.events,
        time: snapshot.time, stage: "\(snapshot.stage)")
    }
    decoded = order.decoded.map { decoded in
      Decoded(
        lattice: decoded.result.lattice.rows, observables: decoded.observables,
        floatingOrganicShare: decoded.floatingShare,
        regressed: Self.named(decoded.result.regressed),
        spread: decoded.result.spread.map(Self.named))
    }
  }

  func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  private static func named(_ values: [Double]) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: zip(Property.allCases.map(\.key), values))
  }
}

extension ExportOrder {
  /// Coordinates of the latent point on the axes that have a slider; `nil` where no model has said
  /// where the anchor lies.
  var coordinates: [Double]? {
    guard let anchor = decoded?.result.anchorCoordinates, !anchor.isEmpty else { return nil }
    return zip(anchor, saved.session.offsets).map { $0 + $1 }
  }
}

extension Lattice {
  /// Species codes row by row, the electrode first.
  var rows: [[UInt8]] {
    (0..<height).map { Array(codes[($0 * width)..<(($0 + 1) * width)]) }
  }
}
