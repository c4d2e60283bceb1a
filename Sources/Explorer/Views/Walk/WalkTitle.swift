import Cells

/// Draws the two lines of words: the whole walk, and the step on screen.
enum WalkTitle {
  static func draw(
    _ scene: WalkScene, _ breaches: [PhysicsBreach?], _ layout: WalkLayout,
    _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) {
    let course = scene.course
    let title = layout.title
    var walk = [Segment(course.title(state), look.title)]
    if let text = progress(scene, state) { walk.append(Segment(text, look.accent)) }
    let room = title.width - walk.reduce(0) { $0 + $1.width + 2 }
    if let summary = summary(of: breaches, state.tunnellingDepth, room, look) {
      walk.append(summary)
    }
    walk.append(Segment(course.extent(state), look.dim))
    if state.session.walk.course == nil { walk.append(Segment("follows the slider", look.dim)) }
    canvas.write(walk, x: title.x, y: title.y, width: title.width)
    let caption = layout.caption
    canvas.write(
      step(scene, breaches[scene.cursor], caption.width, state, look), x: caption.x, y: caption.y,
      width: caption.width)
  }

  /// How many films have arrived, while some are missing.
  private static func progress(_ scene: WalkScene, _ state: ExplorerState) -> String? {
    guard scene.obstacle == nil else { return nil }
    let strip = state.evidence.walk
    guard !scene.isCurrent || !strip.isComplete else { return nil }
    return "decoded \(scene.isCurrent ? strip.films.count : 0) of \(scene.films.count)"
  }

  /// How many films break the physics, and how, in as many words as there is room for; inorganic
  /// where none can form warns, solids that hang on nothing do not: most decoded films have some.
  private static func summary(
    of breaches: [PhysicsBreach?], _ depth: Int, _ room: Int, _ look: Look
  ) -> Segment? {
    let known = breaches.compactMap { $0 }
    guard !known.isEmpty else { return nil }
    guard known.contains(where: \.isPresent) else {
      return Segment("no step breaks the physics", look.dim)
    }
    let high = known.filter { $0.highInorganic > 0 }.count
    let floating = known.filter { $0.floatingSites > 0 }
    func kinds(_ highWords: String, _ floatingWords: String) -> String {
      let parts = [
        high > 0 ? "\(PhysicsBreach.highSign) \(highWords)\(high)" : nil,
        floating.isEmpty ? nil : "\(PhysicsBreach.floatingSign) \(floatingWords)\(floating.count)",
      ]
      return parts.compactMap { $0 }.joined(separator: " · ")
    }
    let all = " of \(known.count) steps"
    let most = floating.map(\.floatingSites).max().map { " (up to \($0) sites)" } ?? ""
    let texts = [
      kinds("inorganic above row \(depth) in ", "floating solids in ") + all + most,
      kinds("inorganic above row \(depth) in ", "floating solids in ") + all,
      kinds("too high in ", "floating in ") + " of \(known.count)", kinds("", ""),
    ]
    return Segment(
      texts.first { $0.unicodeScalars.count <= room } ?? "", high > 0 ? look.warning : look.dim)
  }

  private static func step(
    _ scene: WalkScene, _ breach: PhysicsBreach?, _ width: Int, _ state: ExplorerState,
    _ look: Look
  ) -> [Segment] {
    let course = scene.course
    var segments = [
      Segment("▸ " + course.text(of: course.positions[scene.cursor]), look.focusTitle),
      Segment("step \(scene.cursor + 1) of \(scene.films.count)", look.dim),
    ]
    if let (long, short) = breach?.words(tunnellingDepth: state.tunnellingDepth) {
      let room = width - segments.reduce(0) { $0 + $1.width + 2 }
      segments.append(Segment(long.unicodeScalars.count <= room ? long : short, look.warning))
    }
    if state.walk.isPlaying {
      segments.append(Segment("playing \(state.walk.stepsPerSecond)/s", look.accent))
    }
    return segments
  }
}
