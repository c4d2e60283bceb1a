package import DataSets
import Growth
import Networks
package import Surrogate

/// Shows a split of a data set to a model, film by film from the disk, on several threads.
///
/// Memory: 2 kB a film shown, beside what ``TrainingFilms`` hold and a network a thread.
package struct SplitExaminer: Sendable {
  /// Films of a pass through the network.
  package static let batch = 32
  private let examiners: [Examiner]

  /// Builds the model's network once a thread.
  ///
  /// - Throws: ``NetworkError``.
  package init(
    _ bundle: ModelBundle, training: TrainingFilms?, seed: UInt64, threads: Int
  ) throws {
    let description = bundle.description
    examiners = try (0..<max(1, threads)).map { _ in
      let network = try InferenceNetwork(
        architecture: description.architecture, tensors: bundle.tensors, batchSize: Self.batch)
      return Examiner(
        Predictor(network, scaling: description.scaling), training: training, seed: seed)
    }
  }

  /// What was found over a split.
  package struct Examination: Sendable {
    /// The films, in the order of their index.
    package var findings: [FilmFinding] = []
    /// The places among ``findings`` of the films that were to be kept.
    package var keptPlaces: [Int] = []
    /// Those films.
    package var kept: [Sample] = []
  }

  /// Shows the first films of a split.
  ///
  /// - Parameters:
  ///   - dataSet: Of the model's size.
  ///   - split: Which part.
  ///   - count: Films to show; fewer where there are not so many.
  ///   - places: Places of films to keep, rising.
  ///   - isWanted: Told the films done and asked for more, between batches.
  /// - Returns: `nil` where no more was wanted.
  /// - Throws: ``DataSetError`` that names the damaged file.
  package func examine(
    _ dataSet: DataSet, _ split: Split, count: Int, keeping places: [Int],
    isWanted: (Int) -> Bool
  ) throws(DataSetError) -> Examination? {
    var result = Examination()
    let wanted = Set(places)
    var reader = dataSet.samples(in: split)
    while result.findings.count < count {
      guard isWanted(result.findings.count) else { return nil }
      var samples: [Sample] = []
      let room = min(examiners.count * Self.batch, count - result.findings.count)
      while samples.count < room, let sample = try reader.next() { samples.append(sample) }
      guard !samples.isEmpty else { break }
      for (offset, sample) in samples.enumerated() {
        let place = result.findings.count + offset
        guard wanted.contains(place) else { continue }
        result.keptPlaces.append(place)
        result.kept.append(sample)
      }
      result.findings += findings(of: samples)
    }
    return result
  }

  /// Thicknesses of the model's draws at a film's barriers [nm].
  package func drawnThicknesses(for sample: Sample) -> [Double] {
    examiners[0].drawnThicknesses(for: sample)
  }

  private func findings(of samples: [Sample]) -> [FilmFinding] {
    let batches = stride(from: 0, to: samples.count, by: Self.batch).map {
      Array(samples[$0..<min($0 + Self.batch, samples.count)])
    }
    let found = Parallel.map(count: batches.count) { examiners[$0].findings(of: batches[$0]) }
    return (found ?? []).flatMap { $0 }
  }
}
