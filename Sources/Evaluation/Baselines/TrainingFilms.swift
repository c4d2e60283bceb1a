package import DataSets
import Interphase
import SampleStatistics
package import Surrogate

/// What one knows of a training split without any model.
package struct TrainingFilms: Sendable {
  /// The films, by their barriers.
  package let nearest: NearestFilms
  /// The mean of each property.
  package let means: PropertyVector
  /// From the 5 % to the 95 % quantile of each property.
  package let interval: PropertyInterval
  /// The chance that two of the films are far apart, see ``Disagreement``.
  package let disagreement: Double

  /// Takes films; `nil` for none.
  package init?(_ nearest: NearestFilms, height: Int) {
    guard nearest.filmCount > 0 else { return nil }
    self.nearest = nearest
    let all = (0..<nearest.filmCount).map(nearest.properties(at:))
    means = all.reduce(.zero, +) / Double(all.count)
    interval = PropertyInterval(of: all)
    disagreement = Disagreement(height: height).share(of: all.map { $0[.thickness] })
  }

  /// Reads the training split of a data set.
  ///
  /// - Parameters:
  ///   - scaling: The model's: how barriers are compared.
  ///   - isWanted: Asked before each film; the rest is left out once it says no.
  /// - Returns: `nil` for an empty split.
  /// - Throws: ``DataSetError`` that names the damaged file.
  package static func read(
    _ dataSet: DataSet, scaling: Scaling, isWanted: (Int) -> Bool = { _ in true }
  ) throws(DataSetError) -> TrainingFilms? {
    var nearest = NearestFilms(scaling: scaling)
    var reader = dataSet.samples(in: .training)
    while let sample = try reader.next(), isWanted(nearest.filmCount) {
      nearest.append(
        sample.lattice, barriers: sample.barriers,
        properties: PropertyVector(sample.properties), index: sample.index)
    }
    return TrainingFilms(nearest, height: dataSet.height)
  }

  /// Adds what all electrolyte, the nearest film and the nearest films say of a film.
  func answer(_ sample: Sample, into answers: inout Answers, height: Int) {
    let empty = Lattice(emptyWidth: sample.lattice.width, height: sample.lattice.height)
    answers[.trivial].film = FilmComparison(of: empty, with: sample.lattice)
    answers[.trivial].reading = means
    answers[.trivial].prediction = means
    answers[.trivial].interval = interval
    answers[.trivial].disagreement = disagreement

    let places = nearest.places(near: sample.barriers, excluding: sample.index)
    guard let first = places.first else { return }
    let properties = places.map(nearest.properties(at:))
    answers[.nearest].film = FilmComparison(
      of: nearest.lattice(at: first), with: sample.lattice)
    answers[.nearest].reading = properties[0]
    answers[.nearest].prediction = properties[0]
    answers[.neighbours].prediction = properties.reduce(.zero, +) / Double(properties.count)
    answers[.neighbours].interval = PropertyInterval(endsOf: properties)
    answers[.neighbours].disagreement = Disagreement(height: height).share(
      of: properties.map { $0[.thickness] })
  }
}

extension PropertyInterval {
  /// The least and the greatest value of each property over films.
  ///
  /// Of n films of one distribution a further one lies between with the chance (n − 1) / (n + 1):
  /// 90.5 % for ``NearestFilms/count``, where interpolated quantiles would hold 81 %.
  /// - Precondition: There is a film.
  package init(endsOf films: [PropertyVector]) {
    self.init(low: films[0], high: films[0])
    for film in films.dropFirst() {
      low = pointwiseMin(low, film)
      high = pointwiseMax(high, film)
    }
  }

  /// The 5 % and 95 % quantiles of each property over films.
  ///
  /// - Precondition: There is a film.
  package init(of films: [PropertyVector]) {
    self.init(low: .zero, high: .zero)
    for property in Property.allCases {
      let sorted = films.map { $0[property] }.sorted()
      low[property] = Statistics.quantile(0.05, of: sorted)
      high[property] = Statistics.quantile(0.95, of: sorted)
    }
  }
}
