import DataSets
import Interphase

/// Films of one split of a data set, read from its shards when they are asked for.
///
/// Memory: sixteen bytes a film, its index and the place of its record.
public struct StoredFilms: FilmSource {
  private let dataSet: DataSet
  private var places: [Place] = []

  private struct Place {
    var index: Int
    var offset: Int
  }

  /// No films yet.
  init(in dataSet: DataSet) { self.dataSet = dataSet }

  /// Sites in a row.
  public var width: Int { dataSet.width }
  /// Rows.
  public var height: Int { dataSet.height }
  /// Films.
  public var count: Int { places.count }

  /// Notes a film's index and where its record begins in its shard [bytes].
  mutating func append(index: Int, offset: Int) {
    places.append(Place(index: index, offset: offset))
  }

  /// Reads one film (some 30 µs) and checks it.
  ///
  /// - Throws: ``DataSetError`` that names the damaged file and record.
  public func film(at index: Int) throws -> Film {
    let place = places[index]
    return Film(try dataSet.sample(place.index, at: place.offset))
  }
}

extension Film {
  init(_ sample: Sample) {
    self.init(
      lattice: sample.lattice, barriers: sample.barriers, properties: sample.properties,
      seed: sample.seed, index: sample.index)
  }
}
