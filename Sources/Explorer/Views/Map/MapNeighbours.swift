/// The films of the test split that lie nearest to a place.
///
/// Distances are over all axes that have a slider, each in units of its standard deviation over the
/// test split: principal axes are uncorrelated, so that this is Mahalanobis' distance in their space.
struct MapNeighbours {
  /// A film with its distance.
  struct Neighbour: Equatable {
    /// The film's index in the test split.
    var index: Int
    /// How far it lies [standard deviations].
    var distance: Double
  }

  /// The nearest ones, the nearest first.
  ///
  /// - Complexity: One pass over the films.
  static func nearest(_ count: Int, to place: [Double], in data: MapData) -> [Neighbour] {
    let scales = data.deviations.map { $0 > 0 ? 1 / $0 : 0 }
    var found: [Neighbour] = []
    for (index, sample) in data.samples.enumerated() where sample.coordinates.count >= place.count {
      var sum = 0.0
      for axis in place.indices {
        let step = (sample.coordinates[axis] - place[axis]) * scales[axis]
        sum += step * step
      }
      guard sum.isFinite, found.count < count || sum < found[found.count - 1].distance else {
        continue
      }
      let rank = found.firstIndex { sum < $0.distance } ?? found.count
      found.insert(Neighbour(index: index, distance: sum), at: rank)
      if found.count > count { found.removeLast() }
    }
    return found.map { Neighbour(index: $0.index, distance: $0.distance.squareRoot()) }
  }
}
