import Cells

/// The view Walk: decoded films from one end of a slider to the other, or between two bookmarks.
enum WalkView: ExplorerView {
  static func sliders(_ state: ExplorerState, in frame: Rect) -> [SliderFrame] {
    [SliderDock.frame(state, in: WalkLayout.dock(in: frame))]
  }

  static func work(_ state: ExplorerState) -> [WorkKind: WorkTask] {
    guard let course = try? state.walkCourse(), let task = try? state.walkTask(of: course) else {
      return [:]
    }
    return [.walk: task]
  }

  static func draw(_ state: ExplorerState, in frame: Rect, on canvas: inout Canvas) {
    let look = Look(state)
    for slider in sliders(state, in: frame) { SliderView.draw(slider, state, on: &canvas) }
    do {
      let scene = try WalkScene(state)
      draw(scene, WalkLayout(scene.course, in: frame), state, look, on: &canvas)
    } catch {
      let title = WalkLayout.title(in: frame)
      canvas.write("Walk", x: title.x, y: title.y, style: look.title)
      let room = Rect(x: 1, y: frame.y + 2, width: frame.width - 2, height: frame.height - 3)
      canvas.write(wrapped: error.sentence, in: room, style: look.text)
    }
  }

  private static func draw(
    _ scene: WalkScene, _ layout: WalkLayout, _ state: ExplorerState, _ look: Look,
    on canvas: inout Canvas
  ) {
    let breaches = scene.breaches(tunnellingDepth: state.tunnellingDepth)
    WalkTitle.draw(scene, breaches, layout, state, look, on: &canvas)
    WalkStrip.draw(scene, breaches, layout, state, look, on: &canvas)
    if let film = scene.film {
      LatticeView.draw(
        film.lattice, in: layout.film, scale: layout.filmScale, look: look, on: &canvas)
    } else {
      LatticeView.drawEmpty(in: layout.film, look: look, on: &canvas)
      let inner = Rect(
        x: layout.film.x + 1, y: layout.film.y + layout.film.height / 3,
        width: layout.film.width - 2, height: layout.film.height)
      canvas.write(
        wrapped: scene.obstacle ?? "this step is being decoded", in: inner, style: look.dim)
    }
    if let frame = layout.curve {
      WalkCurve(scene, breaches, state).draw(in: frame, look, on: &canvas)
    }
    if let frame = layout.figures { WalkFigures.draw(scene, in: frame, state, look, on: &canvas) }
  }

  static func status(_ state: ExplorerState) -> String? {
    let isPath = if case .between = state.session.walk.course { true } else { false }
    let play = state.walk.isPlaying ? "Space stops" : "Space plays"
    let first = "←→ step  \(play)  Enter goes there"
    switch state.size.width {
    case ..<72: return first
    case ..<110: return first + (isPath ? "  [ ] ends  i way  s swap" : "  c curve  Tab slider")
    default:
      return first
        + (isPath
          ? "  c curve  [ ] ends of the path  i linear or spherical  s swap  f follows the slider"
          : "  c curve  Tab another slider  f keeps to it  [ ] path between bookmarks")
    }
  }
}

extension WalkScene {
  /// What is wrong with each film that has arrived.
  func breaches(tunnellingDepth: Int) -> [PhysicsBreach?] {
    films.map { $0.map { PhysicsBreach(of: $0, tunnellingDepth: tunnellingDepth) } }
  }
}

extension ExplorerState {
  /// Rows above the electrode within which inorganic can form.
  var tunnellingDepth: Int { model.summary?.tunnellingDepth ?? 0 }
}
