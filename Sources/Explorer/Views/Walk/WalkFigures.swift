import Cells

/// Draws what is measured on the film of the cursor, and what is regressed of it.
enum WalkFigures {
  static func draw(
    _ scene: WalkScene, in frame: Rect, _ state: ExplorerState, _ look: Look,
    on canvas: inout Canvas
  ) {
    let isWide = frame.width >= 40
    let ends = isWide ? [frame.x + 28, frame.x + 39] : [frame.x + 18, frame.x + 25]
    for (name, end) in zip(isWide ? ["decoded", "regressed"] : ["dec", "regr"], ends) {
      canvas.write(name, endingAt: end, y: frame.y, style: look.dim)
    }
    for (quantity, row) in rows(in: frame) {
      let isShown = quantity == state.session.walk.quantity
      if isShown { canvas.write("▸", x: row.x, y: row.y, style: look.focus) }
      canvas.write(
        isWide ? quantity.heading : quantity.shortName, x: row.x + 2, y: row.y,
        style: isShown ? look.focusTitle : look.dim)
      guard let film = scene.film else { continue }
      let values = [quantity.measured(on: film), quantity.regressed(of: film)]
      for ((value, end), style) in zip(zip(values, ends), [look.text, look.focus]) {
        guard let value else { continue }
        canvas.write(
          NumberText.fixed(value, quantity.decimals), endingAt: end, y: row.y, style: style)
      }
    }
  }

  /// The quantity of a row that was pressed.
  static func quantity(at point: Point, in frame: Rect) -> WalkQuantity? {
    rows(in: frame).first { $0.row.contains(point) }?.quantity
  }

  private static func rows(in frame: Rect) -> [(quantity: WalkQuantity, row: Rect)] {
    WalkQuantity.allCases.prefix(frame.height - 1).enumerated().map { line, quantity in
      (quantity, Rect(x: frame.x, y: frame.y + 1 + line, width: frame.width, height: 1))
    }
  }
}
