import Evaluation
import Interphase

/// Replicas in JSON.
struct ReplicaPart: Encodable {
  let vectors: Int
  let furtherSeeds: Int?
  let eventLimit: Int?
  /// By property.
  let correlations: [String: Correlation]
  /// By source.
  let reliability: [String: [Bin]]
  /// Left out for too few seeds, or a model that predicts nothing from barriers.
  let heaps: Heaps?

  /// A correlation between runs of the same barriers.
  struct Correlation: Encodable {
    let value: Double
    let standardError: Double
  }

  /// Vectors with about the same predicted chance that two runs end far apart.
  struct Bin: Encodable {
    let from: Double
    let to: Double
    let vectors: Int
    let predicted: Double
    let observed: Double
    let standardError: Double
  }

  /// Vectors with two heaps of thickness, by the dip test: once of the runs, and over a vector's
  /// subsamples of the model's draws.
  struct Heaps: Encodable {
    let both: Double
    let runsAlone: Double
    let drawsAlone: Double
    let neither: Double
    /// Subsamples of a vector's draws, each of as many as it has runs.
    let subsamples: Int
  }

  init(_ study: ReplicaStudy, _ plan: ReplicaPlan?) {
    vectors = study.vectors.count
    furtherSeeds = plan?.seeds
    eventLimit = plan?.eventLimit
    correlations = Dictionary(
      uniqueKeysWithValues: Property.allCases.compactMap { property in
        study.correlation(of: property).map {
          (property.key, Correlation(value: $0.value, standardError: $0.error))
        }
      })
    reliability = Dictionary(
      uniqueKeysWithValues: Source.allCases.map { source in
        (source.rawValue, study.reliability(of: source).map(Bin.init))
      })
    heaps = study.heaps.map {
      Heaps(
        both: $0.both, runsAlone: $0.runsAlone, drawsAlone: $0.drawsAlone, neither: $0.neither,
        subsamples: ReplicaVector.subsamples)
    }
  }
}

extension ReplicaPart.Bin {
  init(_ bin: ReplicaStudy.ReliabilityBin) {
    self.init(
      from: bin.range.lowerBound, to: bin.range.upperBound, vectors: bin.vectors,
      predicted: bin.predicted, observed: bin.observed, standardError: bin.error)
  }
}
