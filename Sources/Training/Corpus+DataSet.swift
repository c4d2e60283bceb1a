public import DataSets
import Surrogate

extension Corpus {
  /// Finds the films of a data set, reading it once; they stay on the disk.
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
    var films = [StoredFilms](repeating: StoredFilms(in: dataSet), count: 3)
    var survey = FilmSurvey()
    var reader = dataSet.samples()
    var count = 0
    while let sample = try reader.next(), sample.index < limit ?? .max {
      let split = Self.place(of: dataSet.split(of: sample))
      films[split].append(index: sample.index, offset: reader.offset)
      survey.add(Film(sample), split: split)
      count += 1
      report(count)
    }
    try self.init(
      training: films[0], validation: films[1], test: films[2], survey: survey,
      simulation: SimulationRecord(
        width: plan.width, height: plan.height, temperature: plan.temperature,
        tunnellingDepth: plan.tunnellingDepth, eventLimit: plan.eventLimit),
      seed: plan.seed, samples: plan.samples, rulesVersion: dataSet.manifest.rulesVersion)
  }

  private static func place(of split: Split) -> Int {
    switch split {
    case .training: 0
    case .validation: 1
    case .test: 2
    }
  }
}
