import DataSets
import Interphase

/// Films of one split of a data set, read from its shards when they are asked for.
///
/// Memory: eight bytes a film, its index and the place of its record.
public struct StoredFilms: FilmSource {
  private let dataSet: DataSet
  private var places: [Place] = []

  private struct Place {
    var index: UInt32
    var offset: UInt32
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
  ///
  /// - Precondition: Both are below 2³²: the largest data sets and shards are far smaller.
  mutating func append(index: Int, offset: Int) {
    places.append(Place(index: UInt32(index), offset: UInt32(offset)))
  }

  /// Reads one film (some 30 µs) and checks it.
  ///
  /// - Throws: ``DataSetError`` that names the damaged file and record.
  public func film(at index: Int) throws -> Film {
    let place = places[index]
    return Film(try dataSet.sample(Int(place.index), at: Int(place.offset)))
  }
}

extension Film {
  init(_ sample: Sample) {
    self.init(
      lattice: sample.lattice, barriers: sample.barriers, properties: sample.properties,
      seed: sample.seed, index: sample.index)
  }
}
