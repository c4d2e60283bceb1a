/// The principal axes along which films differ, to measure distances by.
///
/// Those with ``leadingShare`` of the variance or more, ``limit`` at most, each in units of its
/// standard deviation.
struct LeadingAxes: Sendable {
  /// Axes at most.
  static let limit = 16
  /// The share of the variance that an axis must have.
  static let leadingShare: Float = 0.01

  private let axes: PrincipalAxes
  /// How many there are.
  let count: Int

  init(_ axes: PrincipalAxes) {
    self.axes = axes
    let leading = axes.explainedVariance.prefix { $0 >= Self.leadingShare }.count
    count = min(max(leading, 1), Self.limit)
  }

  /// A point's coordinates in units of the standard deviations; 0 beyond the leading axes.
  func place(of point: [Float]) -> SIMD16<Float> {
    var place = SIMD16<Float>()
    for (axis, value) in coordinates(of: point).enumerated()
    where axes.standardDeviation[axis] > 0 {
      place[axis] = value / axes.standardDeviation[axis]
    }
    return place
  }

  /// The length of what the leading axes leave of a point's distance from the mean.
  func remainder(of point: [Float]) -> Float {
    var rest = zip(point, axes.mean).map { $0 - $1 }
    for (axis, value) in zip(axes.axes, coordinates(of: point)) {
      for index in rest.indices { rest[index] -= value * axis[index] }
    }
    return rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private func coordinates(of point: [Float]) -> [Float] {
    axes.axes.prefix(count).map { axis in
      axis.indices.reduce(0) { $0 + (point[$1] - axes.mean[$1]) * axis[$1] }
    }
  }
}

/// Places of films with the room that each has: how far its neighbours are.
struct FilmPlaces: Sendable {
  /// The neighbour whose distance is a film's room.
  static let neighbour = 5

  /// The places.
  let places: [SIMD16<Float>]
  private let rooms: [Float]

  /// - Precondition: There are two places or more.
  /// - Complexity: O(n²).
  init(_ places: [SIMD16<Float>]) {
    self.places = places
    let found = places.indices.map { Self.room(of: $0, among: places) }
    // Films that are alike to the bit leave a heap no room at all.
    let least = max(0.1 * found.sorted()[found.count / 2], 1e-6)
    rooms = found.map { max($0, least) }
  }

  /// The least distance from any film in units of that film's room.
  func distance(of place: SIMD16<Float>, excluding excluded: Int? = nil) -> Float {
    var least = Float.infinity
    for index in places.indices where index != excluded {
      let difference = places[index] - place
      least = min(least, (difference * difference).sum() / (rooms[index] * rooms[index]))
    }
    return least.squareRoot()
  }

  /// The distance of a film's ``neighbour``th nearest, or its last, where there are fewer.
  private static func room(of film: Int, among places: [SIMD16<Float>]) -> Float {
    var found: [Float] = []
    for index in places.indices where index != film {
      let difference = places[index] - places[film]
      let square = (difference * difference).sum()
      if found.count == neighbour, square >= found[neighbour - 1] { continue }
      found.insert(square, at: found.firstIndex { $0 > square } ?? found.count)
      if found.count > neighbour { found.removeLast() }
    }
    return found[found.count - 1].squareRoot()
  }
}
