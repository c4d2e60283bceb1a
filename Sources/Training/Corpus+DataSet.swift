public import DataSets
import Surrogate

extension Corpus {
  /// Reads a data set into memory.
  ///
  /// - Parameters:
  ///   - dataSet: A complete data set.
  ///   - limit: Films to use at most, those of the lowest index; all where `nil`.
  ///   - report: Told the films read so far.
  /// - Throws: ``DataSetError`` that names the damaged file, ``TrainingError`` where a split is too
  ///   small.
  public init(
    _ dataSet: DataSet, limit: Int? = nil, report: (Int) -> Void = { _ in }
  ) throws {
    let plan = dataSet.manifest.parameters
    let empty = Films(width: plan.width, height: plan.height)
    var films: [Split: Films] = [:]
    var reader = dataSet.samples()
    var count = 0
    while let sample = try reader.next(), sample.index < limit ?? .max {
      films[dataSet.split(of: sample), default: empty].append(
        sample.lattice, barriers: sample.barriers, properties: sample.properties,
        seed: sample.seed, index: sample.index)
      count += 1
      report(count)
    }
    try self.init(
      training: films[.training] ?? empty, validation: films[.validation] ?? empty,
      test: films[.test] ?? empty,
      simulation: SimulationRecord(
        width: plan.width, height: plan.height, temperature: plan.temperature,
        tunnellingDepth: plan.tunnellingDepth, eventLimit: plan.eventLimit),
      seed: plan.seed, samples: plan.samples, rulesVersion: dataSet.manifest.rulesVersion)
  }
}
