import Cells

/// Draws the two lines of words: the whole walk, and the step on screen.
enum WalkTitle {
  static func draw(
    _ scene: WalkScene, _ breaches: [PhysicsBreach?], _ layout: WalkLayout,
    _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) {
    let course = scene.course
    var walk = [Segment(course.title(state), look.title)]
    if let text = progress(scene, state) { walk.append(Segment(text, look.accent)) }
    walk += summary(of: breaches, state.tunnellingDepth, look)
    walk.append(Segment(course.extent(state), look.dim))
    if state.session.walk.course == nil { walk.append(Segment("follows the slider", look.dim)) }
    let title = layout.title
    canvas.write(walk, x: title.x, y: title.y, width: title.width)
    let caption = layout.caption
    canvas.write(
      step(scene, breaches[scene.cursor], state, look), x: caption.x, y: caption.y,
      width: caption.width)
  }

  /// How many films have arrived, while some are missing.
  private static func progress(_ scene: WalkScene, _ state: ExplorerState) -> String? {
    guard scene.obstacle == nil else { return nil }
    let strip = state.evidence.walk
    guard !scene.isCurrent || !strip.isComplete else { return nil }
    return "decoded \(scene.isCurrent ? strip.films.count : 0) of \(scene.films.count)"
  }

  /// How many films break the physics, and how.
  private static func summary(
    of breaches: [PhysicsBreach?], _ depth: Int, _ look: Look
  ) -> [Segment] {
    let known = breaches.compactMap { $0 }
    let broken = known.filter(\.isPresent)
    guard !known.isEmpty else { return [] }
    guard !broken.isEmpty else { return [Segment("no step breaks the physics", look.dim)] }
    let high = broken.filter { $0.highInorganic > 0 }.count
    let floating = broken.filter { $0.floatingSites > 0 }.count
    var kinds: [String] = []
    if high > 0 { kinds.append("\(PhysicsBreach.highSign) \(high) inorganic above row \(depth)") }
    if floating > 0 { kinds.append("\(PhysicsBreach.floatingSign) \(floating) floating") }
    return [
      Segment("\(broken.count) of \(known.count) steps break the physics:", look.warning),
      Segment(kinds.joined(separator: ", "), look.warning),
    ]
  }

  private static func step(
    _ scene: WalkScene, _ breach: PhysicsBreach?, _ state: ExplorerState, _ look: Look
  ) -> [Segment] {
    let course = scene.course
    var segments = [
      Segment("▸ " + course.text(of: course.positions[scene.cursor]), look.focusTitle),
      Segment("step \(scene.cursor + 1) of \(scene.films.count)", look.dim),
    ]
    if state.walk.isPlaying {
      segments.append(Segment("playing \(state.walk.stepsPerSecond)/s", look.accent))
    }
    if let breach {
      let words = breach.words(tunnellingDepth: state.tunnellingDepth)
      segments += words.map { Segment($0, look.warning) }
    }
    return segments
  }
}
