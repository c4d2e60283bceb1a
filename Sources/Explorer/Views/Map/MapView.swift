import Cells
import Interphase

/// The view Map: the test split in the plane of two principal axes, and the session's point there.
enum MapView: ExplorerView {
  static let commands: [Command] = Command.map

  static func sliders(_ state: ExplorerState, in frame: Rect) -> [SliderFrame] {
    let layout = MapLayout(in: frame, lattice: state.latticeSize)
    return layout.dock.map { [SliderDock.frame(state, in: $0)] } ?? []
  }

  static func work(_ state: ExplorerState) -> [WorkKind: WorkTask] {
    guard state.mapPlane != nil else { return [:] }
    var tasks: [WorkKind: WorkTask] = [.map: .map]
    // A place is known once the model has answered for the present anchor.
    guard state.decoded?.result.generation == state.decodeGeneration, state.knowsAnchor,
      let scene = MapScene(state, in: state.contentFrame)
    else { return tasks }
    if let sheet = scene.sheet {
      tasks[.sheet] = .films(sheet.steps(state, scene.plane))
    } else if scene.layout.films.count > 1, let index = scene.companion(state) {
      tasks[.sheet] = .films([.at(scene.data.place(of: index))])
    }
    return tasks
  }

  static func draw(_ state: ExplorerState, in frame: Rect, on canvas: inout Canvas) {
    let look = Look(state)
    for slider in sliders(state, in: frame) { SliderView.draw(slider, state, on: &canvas) }
    guard let scene = MapScene(state, in: frame) else {
      drawAbsence(state, in: frame, look, on: &canvas)
      return
    }
    if let header = scene.layout.header {
      MapHeader.draw(scene, state, in: header, look, on: &canvas)
    }
    MapPlot.draw(scene, state, look, on: &canvas)
    if let list = scene.layout.list { MapList.draw(scene, state, in: list, look, on: &canvas) }
    MapFilms.draw(scene, state, look, on: &canvas)
  }

  /// Why there is no map, in one sentence.
  private static func drawAbsence(
    _ state: ExplorerState, in frame: Rect, _ look: Look, on canvas: inout Canvas
  ) {
    let text: String
    switch state.model {
    case .absent(let reason): text = reason
    case .present where state.mapPlane == nil:
      text = "a map needs two principal axes: this model has fewer"
    case .present: text = state.evidence.failures[.map] ?? "the test split is being read"
    }
    let isFailure = state.evidence.failures[.map] != nil
    let y = frame.y + frame.height / 3
    canvas.write(
      wrapped: text,
      in: Rect(x: frame.x + 2, y: y, width: frame.width - 4, height: max(0, frame.maxY - 1 - y)),
      style: isFailure ? look.warning : look.dim)
  }
}

extension MapData {
  /// Where a film of the test split is decoded: at its own encoding, under its own barriers.
  func place(of index: Int) -> LatentPlace {
    LatentPlace(
      barriers: samples[index].barriers, anchor: .testSample(index),
      offsets: [Double](repeating: 0, count: Session.sliderCount))
  }
}
