import Interphase
import SampleStatistics

/// How well two films agree, in numbers; `nil` where there is nothing to be met.
struct FilmAgreement: Equatable {
  /// Share of sites at which both hold the same, in rows 1 to the greater of their heights.
  let alikeShare: Double?
  /// Intersection over union of solid sites.
  let solid: Double?
  /// The same of inorganic.
  let inorganic: Double?
  /// The same of organic.
  let organic: Double?
  /// The root mean square difference of S₂(r) over its value at 0, in the simulated film's rows.
  let twoPointError: Double?
  /// Decoded less simulated thickness [nm].
  let thicknessDifference: Double
  /// Pearson's correlation of the heights of columns; `nil` where either is flat.
  let profileCorrelation: Double?

  /// Compares two films of one size; some 0.2 ms.
  init(simulated: Lattice, decoded: Lattice) {
    let truth = simulated.filmHeights
    let own = decoded.filmHeights
    let top = max(truth.max() ?? 0, own.max() ?? 0)
    let region = simulated.width..<max(1, top + 1) * simulated.width
    let alike = region.reduce(0) { $0 + (simulated.codes[$1] == decoded.codes[$1] ? 1 : 0) }
    alikeShare = region.isEmpty ? nil : Double(alike) / Double(region.count)

    var overlap = Overlap()
    overlap.add(decoded: decoded, simulated: simulated)
    solid = overlap.solid
    inorganic = overlap.inorganic
    organic = overlap.organic

    let height = truth.max() ?? 0
    var (correlation, reference) = (TwoPointCorrelation(), TwoPointCorrelation())
    correlation.add(decoded, height: height)
    reference.add(simulated, height: height)
    twoPointError = correlation.error(against: reference)

    let count = Double(max(1, truth.count))
    thicknessDifference = Double(own.reduce(0, +) - truth.reduce(0, +)) / count
    let isFlat = Set(truth).count < 2 || Set(own).count < 2
    profileCorrelation =
      isFlat ? nil : Statistics.correlation(truth.map(Double.init), own.map(Double.init))
  }
}
