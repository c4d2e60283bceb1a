package import DataSets
package import Interphase
import SampleStatistics

/// Runs at the barriers of one film: the film's own, where it counts, and others with further seeds.
package struct ReplicaVector: Sendable {
  /// The kind of the split's film.
  package let outcome: Outcome
  /// Whether the split's film ended by itself.
  package let finished: Bool
  /// The first run.
  package let first: FilmFacts
  /// The other runs beside the first.
  package let others: [FilmComparison]
  /// The chance that two runs end far apart, by source.
  package let predicted: [Source: Double]
  /// The share of pairs of these runs that did.
  package let observed: Double
  /// Whether the runs' thicknesses fall into two heaps; `nil` where there are too few to tell.
  package let isBimodal: Bool?
  /// The share of ``subsamples`` of the model's draws, each of as many as there are runs, whose
  /// thicknesses do; `nil` where there are too few to tell.
  ///
  /// Of as many (all draws where runs are more), since the test sees more in more values.
  package let bimodalShare: Double?

  /// Subsamples of a vector's draws.
  package static let subsamples = 20

  /// Compares runs.
  ///
  /// - Parameters:
  ///   - finding: What is said of the split's film.
  ///   - films: Two films or more at its barriers.
  ///   - drawn: Thicknesses of the model's draws [nm]; empty for none.
  package init(_ finding: FilmFinding, films: [Lattice], drawn: [Double]) {
    precondition(films.count >= 2, "\(films.count) runs at one barrier vector")
    self.init(
      finding, first: FilmFacts(of: films[0]),
      others: films.dropFirst().map { FilmComparison(of: $0, with: films[0]) }, drawn: drawn,
      size: (films[0].width, films[0].height))
  }

  /// Gathers runs that have been compared.
  package init(
    _ finding: FilmFinding, first: FilmFacts, others: [FilmComparison], drawn: [Double],
    size: (width: Int, height: Int)
  ) {
    outcome = finding.outcome
    finished = finding.finished
    self.first = first
    self.others = others
    predicted = Dictionary(
      uniqueKeysWithValues: Source.allCases.compactMap { source in
        finding.answers[source].disagreement.map { (source, $0) }
      })
    let thicknesses = ([first] + others.map(\.facts)).map { $0.properties[.thickness] }
    observed = Disagreement(height: size.height).share(of: thicknesses)
    // Heights are whole numbers: a mean over columns knows steps of one over their number.
    let step = 1 / Double(size.width)
    isBimodal = DipTest.isBimodal(thicknesses, widths: thicknesses.map { _ in step })
    bimodalShare = Self.bimodalShare(
      of: drawn, count: thicknesses.count, seed: UInt64(finding.index))
  }

  /// The share of random subsamples that the dip test finds to have two heaps.
  private static func bimodalShare(of drawn: [Double], count: Int, seed: UInt64) -> Double? {
    var source = RandomSource(seed: seed)
    var found = 0
    for _ in 0..<subsamples {
      let chosen = drawn.shuffled(using: &source).prefix(count)
      guard let isBimodal = DipTest.isBimodal(Array(chosen)) else { return nil }
      found += isBimodal ? 1 : 0
    }
    return Double(found) / Double(subsamples)
  }

  /// The properties of all runs.
  var properties: [PropertyVector] { [first.properties] + others.map(\.facts.properties) }
}
