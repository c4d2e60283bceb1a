import Interphase
import SampleStatistics

/// How far a decoded film is from simulated ones, over how far these are from each other.
///
/// The distance of two films is 1 − |A ∩ B| / |A ∪ B| of their solid sites (Jaccard 1912): a metric
/// from 0 to 1 that electrolyte above the films does not dilute, and that counts where matter is,
/// which is what the eye compares. Seeds are exchangeable, so that the numerator is a mean over all
/// films, not over the one on screen alone. A ratio of 1 says that the decoded film is as good as
/// another seed's; below 1 it lies in the middle of them.
struct TwinRatio: Equatable {
  /// A mean distance with its standard error.
  struct Distance: Equatable {
    var mean: Double
    /// `nil` of fewer than three films.
    var error: Double?
  }

  /// From the decoded film to the simulated ones, mean over films.
  let toModel: Distance
  /// Between the simulated ones, mean over pairs.
  let amongFilms: Distance
  /// Their ratio; `nil` where all simulated films are alike.
  let ratio: Distance?

  /// Compares a decoded film with simulated ones; `nil` of fewer than two.
  ///
  /// Standard errors are those of the jackknife over films (Efron 1982), since pairs that share a
  /// film are not independent.
  init?(decoded: Lattice, films: [Lattice]) {
    let count = films.count
    guard count >= 2 else { return nil }
    let toModel = films.map { Self.distance(decoded, $0) }
    var sums = [Double](repeating: 0, count: count)
    for first in 0..<count {
      for second in first + 1..<count {
        let distance = Self.distance(films[first], films[second])
        sums[first] += distance
        sums[second] += distance
      }
    }
    let (model, pairs) = (toModel.reduce(0, +), sums.reduce(0, +) / 2)
    func pairCount(_ films: Int) -> Double { Double(films * (films - 1) / 2) }
    let numerators = toModel.map { (model - $0) / Double(count - 1) }
    let denominators = count < 3 ? [] : sums.map { (pairs - $0) / pairCount(count - 1) }
    self.toModel = Distance(
      mean: model / Double(count), error: count < 3 ? nil : Self.error(numerators))
    amongFilms = Distance(
      mean: pairs / pairCount(count), error: count < 3 ? nil : Self.error(denominators))
    guard amongFilms.mean > 0 else {
      ratio = nil
      return
    }
    let ratios = zip(numerators, denominators).map { $0 / $1 }
    let isKnown = count >= 3 && ratios.allSatisfy(\.isFinite)
    ratio = Distance(
      mean: self.toModel.mean / amongFilms.mean, error: isKnown ? Self.error(ratios) : nil)
  }

  /// 1 − intersection over union of the solid sites of two films; 0 where neither has any.
  static func distance(_ a: Lattice, _ b: Lattice) -> Double {
    var overlap = Overlap()
    overlap.add(decoded: a, simulated: b)
    if let solid = overlap.solid { return 1 - solid }
    return Observables(of: a).volumeFraction > 0 ? 1 : 0
  }

  /// The jackknife's standard error, from the estimates that leave out one film each.
  private static func error(_ estimates: [Double]) -> Double {
    // √((n − 1) / n · Σ (θᵢ − θ̄)²), which is n − 1 times the standard error of their mean.
    Double(estimates.count - 1) * Estimate(estimates).error
  }
}

/// How well probabilities meet frequencies, over the film's sites.
struct Calibration: Equatable {
  /// Mean of |p − f|.
  let meanDifference: Double
  /// Brier score of p: mean of (p − y)² over sites and films, y whether a film holds the species.
  let brier: Double
  /// The score that the frequencies themselves reach, mean of f (1 − f): no forecast has a lower one.
  let least: Double

  /// Compares over some sites; `nil` of none.
  init?(probability: [Double], frequency: [Double], sites: Range<Int>) {
    guard !sites.isEmpty, probability.count == frequency.count else { return nil }
    var (difference, square, spread) = (0.0, 0.0, 0.0)
    for site in sites {
      let (p, f) = (probability[site], frequency[site])
      difference += (p - f).magnitude
      square += (p - f) * (p - f)
      spread += f * (1 - f)
    }
    let count = Double(sites.count)
    meanDifference = difference / count
    brier = (square + spread) / count
    least = spread / count
  }
}
