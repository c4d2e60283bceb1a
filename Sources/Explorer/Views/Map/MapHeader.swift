import Cells

/// The line above the map: what it is of, and what may be pressed.
enum MapHeader {
  static func draw(
    _ scene: MapScene, _ state: ExplorerState, in frame: Rect, _ look: Look,
    on canvas: inout Canvas
  ) {
    let keys = "c colour  [ ] { } axes  s samples  C sheet"
    let said = segments(scene, state, look)
    let end = canvas.write(said, x: frame.x, y: frame.y, width: frame.width)
    if end + 3 + keys.count <= frame.maxX {
      canvas.write(keys, endingAt: frame.maxX, y: frame.y, style: look.dim)
    }
  }

  private static func segments(
    _ scene: MapScene, _ state: ExplorerState, _ look: Look
  ) -> [Segment] {
    let count = NumberText.grouped(scene.data.samples.count)
    let plane = "PC\(scene.plane.horizontal + 1) and PC\(scene.plane.vertical + 1)"
    var segments = [
      Segment(state.session.map.showsContactSheet ? "Contact sheet" : "Test split", look.title)
    ]
    if state.session.map.showsContactSheet {
      segments.append(progress(scene, state, look))
    } else {
      segments.append(Segment("\(count) samples", look.text))
    }
    let axes = state.model.summary?.axes ?? []
    let share = [scene.plane.horizontal, scene.plane.vertical]
      .reduce(0) { $0 + axes[$1].explainedVariance }
    segments.append(Segment("in the plane of \(plane)", look.dim))
    let percent = NumberText.fixed(100 * share, 0)
    segments.append(Segment("\(percent) % of the latent variance", look.dim))
    return segments
  }

  /// How far the contact sheet is.
  private static func progress(
    _ scene: MapScene, _ state: ExplorerState, _ look: Look
  ) -> Segment {
    guard let sheet = scene.sheet else { return Segment("needs a larger window", look.warning) }
    if let reason = state.evidence.failures[.sheet] { return Segment(reason, look.warning) }
    let arrived = sheet.films(state).count
    return arrived == sheet.count
      ? Segment("\(arrived) decoded films", look.text)
      : Segment("\(arrived) of \(sheet.count) films decoded", look.accent)
  }
}
