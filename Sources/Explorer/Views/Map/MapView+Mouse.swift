import Cells
import Charts

extension MapView {
  static func press(_ point: Point, in frame: Rect, _ state: inout ExplorerState) -> [Effect]? {
    state.map.grip = nil
    guard let scene = MapScene(state, in: frame), let places = scene.places else { return nil }
    if places.plot.contains(point) {
      state.map.grip = .still
      move(to: point, scene, &state)
    } else if places.xTitle.contains(point) {
      state.turnMap(across: 1)
    } else if places.yTitle.contains(point) {
      state.turnMap(up: 1)
    } else if places.valueTitle.contains(point) || places.bar.contains(point) {
      state.nextMapProperty(1)
    } else if let index = MapList.sample(at: point, scene) {
      if state.map.selection == index {
        state.loadSample(index)
      } else {
        state.map.selection = index
      }
    } else {
      return nil
    }
    return []
  }

  static func drag(to point: Point, in frame: Rect, _ state: inout ExplorerState) {
    guard state.map.grip != nil, let scene = MapScene(state, in: frame),
      let plot = scene.places?.plot
    else { return }
    let inside = Point(
      x: min(max(plot.x, point.x), plot.maxX - 1), y: min(max(plot.y, point.y), plot.maxY - 1))
    move(to: inside, scene, &state)
  }

  /// Over the list the wheel chooses films, over titles axes and colours.
  static func wheel(
    _ direction: Int, at point: Point, _ modifiers: Modifiers, in frame: Rect,
    _ state: inout ExplorerState
  ) {
    guard let scene = MapScene(state, in: frame), let places = scene.places else { return }
    if scene.layout.list?.contains(point) == true {
      state.chooseSample(-direction)
    } else if places.xTitle.contains(point) {
      state.turnMap(across: direction)
    } else if places.yTitle.contains(point) {
      state.turnMap(up: direction)
    } else if places.valueTitle.contains(point) || places.bar.contains(point) {
      state.nextMapProperty(direction)
    }
  }

  /// The cursor and the session's point go to a cell together.
  private static func move(to cell: Point, _ scene: MapScene, _ state: inout ExplorerState) {
    guard let point = scene.point(at: cell) else { return }
    state.map.cursor = point
    state.map.selection = nil
    state.goOnMap(to: point)
  }
}
