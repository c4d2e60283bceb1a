import Files
import Interphase
import SampleStatistics
public import Surrogate

/// The films that a training learns from.
///
/// Where they come from a data set they stay on the disk: sixteen bytes a film are held.
public struct Corpus: Sendable {
  /// Films to learn from.
  public let training: any FilmSource
  /// Films that choose the best epoch.
  public let validation: any FilmSource
  /// Films that judge the model in the end.
  public let test: any FilmSource
  /// Between physical numbers and the network's, from the training split.
  public let scaling: Scaling
  /// What the films were simulated with.
  public let simulation: SimulationRecord
  /// Where the films came from.
  public let record: DataRecord

  /// Gathers films.
  ///
  /// - Parameters:
  ///   - seed: Of the data set.
  ///   - samples: Films in the data set, used or not.
  ///   - rulesVersion: Of the simulator that made them.
  /// - Throws: ``TrainingError`` where a split is too small for a training; what reading throws.
  public init(
    training: any FilmSource, validation: any FilmSource, test: any FilmSource,
    simulation: SimulationRecord, seed: UInt64, samples: Int, rulesVersion: Int
  ) throws {
    var survey = FilmSurvey()
    for (split, films) in [(0, training), (1, validation), (2, test)] {
      for index in 0..<films.count { survey.add(try films.film(at: index), split: split) }
    }
    try self.init(
      training: training, validation: validation, test: test, survey: survey,
      simulation: simulation, seed: seed, samples: samples, rulesVersion: rulesVersion)
  }

  /// Gathers films that were surveyed.
  init(
    training: any FilmSource, validation: any FilmSource, test: any FilmSource,
    survey: FilmSurvey, simulation: SimulationRecord, seed: UInt64, samples: Int,
    rulesVersion: Int
  ) throws(TrainingError) {
    for (name, films, least) in [
      ("training", training, 2), ("validation", validation, 1), ("test", test, 2),
    ] where films.count < least {
      throw .tooFewFilms(split: name, found: films.count, least: least)
    }
    self.training = training
    self.validation = validation
    self.test = test
    self.simulation = simulation
    scaling = survey.scaling
    record = DataRecord(
      seed: seed, samples: samples, training: training.count, validation: validation.count,
      test: test.count, hash: survey.hash, rulesVersion: rulesVersion)
  }
}

/// What has to be known of all films before training: a hash, and the properties' moments.
struct FilmSurvey {
  private var checksums = [Checksum](repeating: Checksum(), count: 3)
  private var moments = CoMoments(quantities: Property.allCases.count)

  /// Takes a film of the training (0), validation (1) or test split (2).
  mutating func add(_ film: Film, split: Int) {
    checksums[split].add(film.lattice.codes)
    checksums[split].add(film.barriers.values)
    checksums[split].add(film.properties)
    if split == 0 { moments.add(film.properties.map(Double.init)) }
  }

  /// A hash of all films [hexadecimal].
  var hash: String {
    var whole = Checksum()
    for checksum in checksums { whole.add(Array(checksum.hexadecimal.utf8)) }
    return whole.hexadecimal
  }

  var scaling: Scaling {
    Scaling(
      propertyMeans: moments.means,
      propertyDeviations: moments.means.indices.map { moments.deviation($0) })
  }
}
