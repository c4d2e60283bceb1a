import DataSets
import Interphase
import SampleStatistics

/// What `dataset show` draws of a set, gathered in one pass.
struct DatasetPortrait {
  /// What is correlated.
  let quantities: [SampleQuantities.Quantity]
  /// Their means, deviations and correlations.
  let moments: CoMoments
  /// The first films of each class.
  let films: [Outcome: [Sample]]

  /// Reads the whole set once.
  ///
  /// - Parameters:
  ///   - films: Films of each class to keep.
  ///   - progress: Told the samples read so far.
  init(
    of dataSet: DataSet, films count: Int, progress: (GenerationProgress) -> Void
  ) throws(DataSetError) {
    let quantities = SampleQuantities(of: dataSet)
    var moments = CoMoments(quantities: quantities.all.count)
    var films: [Outcome: [Sample]] = [:]
    var reader = dataSet.samples()
    while let sample = try reader.next() {
      moments.add(quantities.values(of: sample))
      if films[sample.outcome, default: []].count < count {
        films[sample.outcome, default: []].append(sample)
      }
      progress(GenerationProgress(read: moments.count, of: dataSet.count))
    }
    self.quantities = quantities.all
    self.moments = moments
    self.films = films
  }
}
