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
  /// Whether thicknesses fall into two heaps, of the runs and of the model's draws; `nil` where there
  /// are too few to tell.
  package let isBimodal: (runs: Bool?, draws: Bool?)

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
    isBimodal = (
      DipTest.isBimodal(thicknesses, widths: thicknesses.map { _ in step }),
      drawn.isEmpty ? nil : DipTest.isBimodal(drawn)
    )
  }

  /// The properties of all runs.
  var properties: [PropertyVector] { [first.properties] + others.map(\.facts.properties) }
}
