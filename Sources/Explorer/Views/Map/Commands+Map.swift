import Cells
import Charts
import Interphase

extension Command {
  /// What only the view Map does.
  static let map: [Command] = [
    Command("map-right", "cursor to the right", .view, ["→", "l"]) { $0.moveMapCursor(1, 0) },
    Command("map-left", "cursor to the left", .view, ["←", "h"]) { $0.moveMapCursor(-1, 0) },
    Command("map-up", "cursor up", .view, ["↑", "k"]) { $0.moveMapCursor(0, 1) },
    Command("map-down", "cursor down", .view, ["↓", "j"]) { $0.moveMapCursor(0, -1) },
    Command("map-far-right", "cursor far to the right", .view, ["S-→", "L"]) {
      $0.moveMapCursor(8, 0)
    },
    Command("map-far-left", "cursor far to the left", .view, ["S-←", "H"]) {
      $0.moveMapCursor(-8, 0)
    },
    Command("map-far-up", "cursor far up", .view, ["S-↑", "K"]) { $0.moveMapCursor(0, 4) },
    Command("map-far-down", "cursor far down", .view, ["S-↓", "J"]) { $0.moveMapCursor(0, -4) },
    Command("map-go", "go to the cursor, or to the chosen sample", .view, ["Enter", "Space"]) {
      $0.acceptOnMap()
    },
    Command("map-leave", "no chosen sample, no cursor", .view, ["Esc"]) { $0.leaveMapCursor() },
    Command("map-next-sample", "choose the next of the nearest samples", .view, ["s"]) {
      $0.chooseSample(1)
    },
    Command("map-previous-sample", "choose the one before", .view, ["S"]) { $0.chooseSample(-1) },
    Command("map-colour", "colour by the next property", .view, ["c"]) { $0.nextMapProperty(1) },
    Command("map-sheet", "contact sheet of decoded films", .view, ["C"]) {
      $0.toggleContactSheet()
    },
    Command("map-next-across", "next axis across", .view, ["]"]) { $0.turnMap(across: 1) },
    Command("map-previous-across", "previous axis across", .view, ["["]) { $0.turnMap(across: -1) },
    Command("map-next-up", "next axis upwards", .view, ["}"]) { $0.turnMap(up: 1) },
    Command("map-previous-up", "previous axis upwards", .view, ["{"]) { $0.turnMap(up: -1) },
  ]
}

extension ExplorerState {
  /// The map as it stands; `nil` where there is none yet.
  var mapScene: MapScene? { MapScene(self, in: contentFrame) }

  /// Moves the cursor by cells, or over a contact sheet by films; it starts at the session's point.
  mutating func moveMapCursor(_ across: Int, _ up: Int) {
    guard let scene = mapScene, let places = scene.places else { return }
    let plot = places.plot
    let start =
      mapCursor.map { places.cell(x: $0.x, y: $0.y) } ?? coordinates.flatMap(scene.cell(of:))
    let cell = start ?? Point(x: plot.x + plot.width / 2, y: plot.y + plot.height / 2)
    let stepX = scene.sheet.map { across.signum() * plot.width / $0.columns } ?? across
    let stepY = scene.sheet.map { up.signum() * plot.height / $0.rows } ?? up
    let moved = Point(
      x: min(max(plot.x, cell.x + stepX), plot.maxX - 1),
      y: min(max(plot.y, cell.y - stepY), plot.maxY - 1))
    map.cursor = scene.point(at: moved)
    map.selection = nil
  }

  mutating func leaveMapCursor() {
    if map.selection != nil { map.selection = nil } else { map.cursor = nil }
  }

  /// Loads the chosen film, or goes to the cursor.
  mutating func acceptOnMap() {
    if let index = map.selection {
      loadSample(index)
    } else if let cursor = mapCursor {
      goOnMap(to: cursor)
    } else {
      message = "arrows put a cursor on the map, s chooses a sample: Enter then goes there"
    }
  }

  /// Moves the session's point in the plane, as one step of undo; while the mouse holds the point
  /// only its first move makes one.
  mutating func goOnMap(to point: MapState.PlanePoint) {
    guard knowsAnchor else {
      message = "the model has not answered yet: the point can be moved in a moment"
      return
    }
    let (across, up) = (Control.axis(point.plane.horizontal), Control.axis(point.plane.vertical))
    guard !refusesToMove(across), !refusesToMove(up) else { return }
    let before = session
    session.set(across, to: point.x, anchor: anchorCoordinate(point.plane.horizontal))
    session.set(up, to: point.y, anchor: anchorCoordinate(point.plane.vertical))
    let isUnderWay = holdsView && map.grip == .moved
    guard session != before, !isUnderWay else { return }
    history.record(before)
    if map.grip != nil { map.grip = .moved }
  }

  /// Chooses a film of the list, counted from the chosen one; beyond its ends none.
  mutating func chooseSample(_ step: Int) {
    guard let scene = mapScene else { return }
    let listed = scene.neighbours.map(\.index)
    guard !listed.isEmpty else { return }
    let now = map.selection.flatMap { listed.firstIndex(of: $0) }
    let next = now.map { $0 + step } ?? (step > 0 ? 0 : listed.count - 1)
    map.selection = listed[(next + listed.count) % listed.count]
  }

  /// Goes to a film of the test split whole: its encoding, its barriers, its seed, so that the
  /// simulated film is the film itself. Locked sliders go too, as with a bookmark.
  mutating func loadSample(_ index: Int) {
    guard let samples = evidence.map?.samples, samples.indices.contains(index) else { return }
    let sample = samples[index]
    edit { session in
      session.barriers = sample.barriers
      session.seed = sample.seed
      session.anchor = .testSample(index)
      session.offsets = [Double](repeating: 0, count: Session.sliderCount)
    }
    map.selection = nil
    map.cursor = nil
    notice = "at test sample \(index + 1): its barriers, seed and encoding"
  }

  mutating func toggleContactSheet() {
    edit { $0.map.showsContactSheet.toggle() }
    if session.map.showsContactSheet, let scene = mapScene, scene.sheet == nil {
      message = "a contact sheet needs a larger window"
    }
  }

  mutating func nextMapProperty(_ step: Int) {
    let all = Property.allCases
    edit { session in
      let next = session.map.property.rawValue + step + all.count
      session.map.property = all[next % all.count]
    }
  }

  /// Takes other axes, never the same one twice.
  mutating func turnMap(across: Int = 0, up: Int = 0) {
    guard let plane = mapPlane, let count = model.summary?.axes.count, count > 2 else { return }
    func turned(_ axis: Int, _ step: Int, besides other: Int) -> Int {
      guard step != 0 else { return axis }
      let next = (axis + step + count) % count
      return next == other ? (next + step + count) % count : next
    }
    edit { session in
      session.map.horizontal = turned(plane.horizontal, across, besides: plane.vertical)
      session.map.vertical = turned(plane.vertical, up, besides: plane.horizontal)
    }
    map.cursor = nil
  }
}
