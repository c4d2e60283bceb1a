import Cells

extension WalkView {
  /// Ticks come only while the walk plays and there is more than one film to show.
  static func tickInterval(_ state: ExplorerState) -> Duration? {
    guard state.walk.isPlaying, let scene = try? WalkScene(state), scene.arrived > 1 else {
      return nil
    }
    return state.walk.interval
  }

  /// Goes on by as many steps as time has passed for, to and fro; never more than one round, so that
  /// a session that was suspended does not race.
  static func tick(_ elapsed: Duration, _ state: inout ExplorerState) {
    guard state.walk.isPlaying, let scene = try? WalkScene(state) else { return }
    state.walk.elapsed += elapsed
    var step = scene.cursor
    var rounds = 0
    while state.walk.elapsed >= state.walk.interval, rounds < 2 * scene.films.count {
      state.walk.elapsed -= state.walk.interval
      rounds += 1
      step = next(after: step, in: scene, &state.walk)
    }
    if state.walk.elapsed >= state.walk.interval { state.walk.elapsed = .zero }
    if rounds > 0 { state.walk.cursor = .init(course: scene.course.course, step: step) }
  }

  /// The next film in the direction of play; at an end it turns round.
  private static func next(after step: Int, in scene: WalkScene, _ walk: inout WalkState) -> Int {
    if let next = scene.step(from: step, by: walk.goesBack ? -1 : 1) { return next }
    walk.goesBack.toggle()
    return scene.step(from: step, by: walk.goesBack ? -1 : 1) ?? step
  }
}
