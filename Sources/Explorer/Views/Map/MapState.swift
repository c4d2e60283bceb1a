import Cells

/// What passes in the view Map.
struct MapState: Equatable, Sendable {
  /// A point of the plane of two axes.
  struct PlanePoint: Equatable, Sendable {
    /// The axes.
    var plane: Plane
    /// The coordinate on the axis across.
    var x: Double
    /// The coordinate on the axis upwards.
    var y: Double
  }

  /// Two principal axes, from 0.
  struct Plane: Equatable, Sendable {
    var horizontal: Int
    var vertical: Int
  }

  /// A mouse button held on the plot.
  enum Grip: Equatable, Sendable {
    /// The session's point has not moved yet.
    case still
    /// It has: the step of undo is there.
    case moved
  }

  /// Where a person points to; it counts in its own plane only.
  var cursor: PlanePoint?
  /// The chosen film of the test split, by its index.
  var selection: Int?
  /// Whether the mouse holds the session's point.
  var grip: Grip?
  /// Coordinates of the places whose films were decoded last, on all axes, the newest last.
  private(set) var trail: [[Double]] = []

  /// The most places that are kept.
  static let trailLength = 50

  /// Keeps a place, unless it is the newest already.
  mutating func keep(_ place: [Double]) {
    guard trail.last != place else { return }
    trail.append(place)
    if trail.count > Self.trailLength { trail.removeFirst(trail.count - Self.trailLength) }
  }
}

extension ExplorerState {
  /// The plane on screen; `nil` where the model has no two axes.
  var mapPlane: MapState.Plane? {
    guard let count = model.summary?.axes.count, count >= 2 else { return nil }
    let horizontal = min(max(0, session.map.horizontal), count - 1)
    let vertical = min(max(0, session.map.vertical), count - 1)
    guard horizontal != vertical else {
      return MapState.Plane(horizontal: horizontal, vertical: (horizontal + 1) % count)
    }
    return MapState.Plane(horizontal: horizontal, vertical: vertical)
  }

  /// The cursor, where it lies in the plane on screen.
  var mapCursor: MapState.PlanePoint? { map.cursor?.plane == mapPlane ? map.cursor : nil }

  /// The session's point on all axes that have a slider; `nil` until the model has said it.
  var coordinates: [Double]? {
    guard knowsAnchor, let axes = model.summary?.axes.indices else { return nil }
    return axes.map { value(of: .axis($0)) }
  }

  /// Where the session's point would be, had it gone to the cursor; without cursor, where it is.
  var aimedCoordinates: [Double]? {
    guard var aimed = coordinates, let cursor = mapCursor else { return coordinates }
    aimed[cursor.plane.horizontal] = cursor.x
    aimed[cursor.plane.vertical] = cursor.y
    return aimed
  }

  /// Keeps the session's place in the trail once its film is on screen: before, the anchor's
  /// coordinates may be those of an earlier anchor.
  mutating func keepTrail() {
    guard demo == nil, decoded?.result.generation == decodeGeneration,
      let place = coordinates
    else { return }
    map.keep(place)
  }
}
