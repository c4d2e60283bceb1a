import DataSets
import Foundation
import Interphase

/// The numbers of a sample that are correlated with each other (paper, Fig. 4, and beyond): barriers,
/// properties, the logarithms of time and events.
struct SampleQuantities {
  /// One of them.
  struct Quantity: Sendable {
    /// In tables, at most 14 columns.
    let label: String
    /// In files, with its unit.
    let column: String
    let value: @Sendable (Sample) -> Double
  }

  let all: [Quantity]

  /// Those that a set holds: an imported one may lack time and events.
  init(of dataSet: DataSet) {
    let missing = dataSet.manifest.imported?.missing ?? []
    let runs = [Self.time, Self.events].filter { quantity in
      !missing.contains { quantity.column.contains($0) }
    }
    all = Self.barriers + Self.properties + runs
  }

  func values(of sample: Sample) -> [Double] { all.map { $0.value(sample) } }

  private static let barriers = Reaction.withBarrier.map { reaction in
    Quantity(label: reaction.shortLabel, column: "\(reaction.id) [eV]") {
      Double($0.barriers[reaction])
    }
  }

  private static let properties = Property.allCases.map { property in
    Quantity(
      label: property == .volumeFraction ? "volume share" : property.name,
      column: property.heading
    ) { Double($0.properties[property.rawValue]) }
  }

  private static let time = Quantity(label: "log time", column: "log10 time [s]") {
    log10(max(Double($0.time), 1e-15))
  }

  private static let events = Quantity(label: "log events", column: "log10 events") {
    log10(Double(max($0.events, 1)))
  }
}
