import Interphase

extension ReplicaStudy {
  /// Vectors with about the same predicted chance that two runs end far apart.
  package struct ReliabilityBin: Hashable, Sendable {
    /// The predicted chances that fall in here.
    package let range: Range<Double>
    /// Vectors.
    package let vectors: Int
    /// The mean of their predicted chances.
    package let predicted: Double
    /// The share of pairs of their runs that were far apart.
    package let observed: Double
    /// Its standard error over vectors; 0 for one vector.
    package let error: Double
  }

  /// The chances at which bins end. Two heaps of equal size make one half.
  private static let edges = [0, 0.02, 0.1, 0.2, 0.35, 1.001]

  /// Predicted chances beside what happened: a calibrated source has the two equal in every bin.
  package func reliability(of source: Source) -> [ReliabilityBin] {
    zip(Self.edges, Self.edges.dropFirst()).compactMap { low, high in
      let inside = vectors.filter { vector in
        vector.predicted[source].map { (low..<high).contains($0) } ?? false
      }
      guard !inside.isEmpty else { return nil }
      let count = Double(inside.count)
      let observed = inside.reduce(0) { $0 + $1.observed } / count
      let squares = inside.reduce(0) {
        $0 + ($1.observed - observed) * ($1.observed - observed)
      }
      return ReliabilityBin(
        range: low..<min(high, 1), vectors: inside.count,
        predicted: inside.reduce(0) { $0 + ($1.predicted[source] ?? 0) } / count,
        observed: observed,
        error: inside.count < 2 ? 0 : (squares / (count - 1) / count).squareRoot())
    }
  }

  /// How well a source tells vectors whose runs ended far apart from the others: the chance that it
  /// gives one of the first the higher number, ties for half (area under the ROC curve).
  ///
  /// - Returns: `nil` where there are none of one kind, or the source says nothing.
  package func ranking(of source: Source) -> Double? {
    let said = vectors.compactMap { vector in
      vector.predicted[source].map { (chance: $0, isApart: vector.observed > 0) }
    }
    let apart = said.filter(\.isApart).map(\.chance)
    let close = said.filter { !$0.isApart }.map(\.chance)
    guard !apart.isEmpty, !close.isEmpty else { return nil }
    var wins = 0.0
    for one in apart {
      for other in close { wins += one > other ? 1 : one == other ? 0.5 : 0 }
    }
    return wins / Double(apart.count * close.count)
  }

  /// The mean of a source's predicted chances; `nil` where it says nothing.
  package func predictedDisagreement(of source: Source) -> Double? {
    let chances = vectors.compactMap { $0.predicted[source] }
    return chances.isEmpty ? nil : chances.reduce(0, +) / Double(chances.count)
  }

  /// Vectors whose runs fall into two heaps, and those where the model's draws do; a vector counts as
  /// far as its ``ReplicaVector/bimodalShare`` says, so that there are parts of one.
  package struct Heaps: Hashable, Sendable {
    /// In both.
    package var both = 0.0
    /// In the runs alone: missed by the model.
    package var runsAlone = 0.0
    /// In the draws alone.
    package var drawsAlone = 0.0
    /// In neither.
    package var neither = 0.0
  }

  /// Vectors by the dip test of their runs' thicknesses, and of as many of the draws'; `nil` where
  /// runs are too few for the test, or there are no draws.
  package var heaps: Heaps? {
    var heaps = Heaps()
    for vector in vectors {
      guard let isBimodal = vector.isBimodal, let share = vector.bimodalShare else { return nil }
      if isBimodal {
        heaps.both += share
        heaps.runsAlone += 1 - share
      } else {
        heaps.drawsAlone += share
        heaps.neither += 1 - share
      }
    }
    return vectors.isEmpty ? nil : heaps
  }
}
