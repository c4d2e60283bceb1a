import Cells

/// Draws the strip: small films from one end to the other, each with its place below.
enum WalkStrip {
  static func draw(
    _ scene: WalkScene, _ breaches: [PhysicsBreach?], _ layout: WalkLayout,
    _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) {
    let near = layout.thumbnail(nearest: scene.cursor)?.step
    for thumbnail in layout.thumbnails {
      if let film = scene.films[thumbnail.step] {
        LatticeView.draw(
          film.lattice, in: thumbnail.picture, scale: layout.stripScale, look: look, on: &canvas)
      } else {
        LatticeView.drawEmpty(in: thumbnail.picture, look: look, on: &canvas)
      }
      drawLabel(
        thumbnail, label(thumbnail, scene, breaches[thumbnail.step]?.sign, state),
        isNear: thumbnail.step == near, isBroken: breaches[thumbnail.step]?.isPresent == true, look,
        on: &canvas)
    }
    drawArrows(layout, look, on: &canvas)
  }

  /// The longest form of a label that fits: word, place, sign.
  private static func label(
    _ thumbnail: WalkLayout.Thumbnail, _ scene: WalkScene, _ sign: Unicode.Scalar?,
    _ state: ExplorerState
  ) -> String {
    let course = scene.course
    let place = course.text(of: course.positions[thumbnail.step])
    let end = sign.map { " \($0)" } ?? ""
    let word = course.word(for: thumbnail.step, state).map { $0 + " " } ?? ""
    let bare = place.hasSuffix(" eV") ? String(place.dropLast(3)) : place
    return [word + place, word + bare, place, bare].map { $0 + end }
      .first { $0.unicodeScalars.count + 2 <= thumbnail.label.width } ?? bare
  }

  /// A label in the middle below its film; the one nearest to the cursor stands out.
  private static func drawLabel(
    _ thumbnail: WalkLayout.Thumbnail, _ text: String, isNear: Bool, isBroken: Bool, _ look: Look,
    on canvas: inout Canvas
  ) {
    let place = thumbnail.label
    let x = place.x + max(0, (place.width - text.unicodeScalars.count) / 2)
    let style = isNear ? look.focusTitle : isBroken ? look.warning : look.dim
    if isNear, x >= place.x + 2 { canvas.write("▸", x: x - 2, y: place.y, style: look.focusTitle) }
    canvas.write(text, x: x, y: place.y, style: style, width: place.maxX - x)
  }

  /// The direction of the walk, where there is room between films.
  private static func drawArrows(_ layout: WalkLayout, _ look: Look, on canvas: inout Canvas) {
    for (left, right) in zip(layout.thumbnails, layout.thumbnails.dropFirst())
    where right.picture.x - left.picture.maxX >= 3 {
      canvas.write(
        "→", x: (left.picture.maxX + right.picture.x) / 2,
        y: left.picture.y + left.picture.height / 2, style: look.dim)
    }
  }
}
