import Cells
import Charts
import Interphase

/// Draws the plot: test split or contact sheet, trail, marks, cursor.
enum MapPlot {
  static func draw(
    _ scene: MapScene, _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) {
    guard let places = scene.places else { return }
    scene.chart.draw(
      in: scene.layout.chart, look: look.charts, showsSamples: scene.sheet == nil,
      on: &canvas)
    drawTrail(scene, places, state, look, on: &canvas)
    if let sheet = scene.sheet { drawSheet(sheet, scene, state, look, on: &canvas) }
    drawSelection(scene, places, state, look, on: &canvas)
    drawPoint(scene, places, state, look, on: &canvas)
    drawCursor(scene, places, state, look, on: &canvas)
  }

  private static func drawSheet(
    _ sheet: ContactSheet, _ scene: MapScene, _ state: ExplorerState, _ look: Look,
    on canvas: inout Canvas
  ) {
    let films = sheet.films(state)
    for index in 0..<sheet.count {
      let picture = sheet.picture(index)
      guard films.indices.contains(index) else {
        LatticeView.drawEmpty(in: picture, look: look, on: &canvas)
        continue
      }
      let film = films[index]
      LatticeView.draw(film.lattice, in: picture, scale: sheet.scale, look: look, on: &canvas)
      let value = scene.property.value(in: film.observables)
      let text = NumberText.fixed(value, scene.property.decimals)
      canvas.write(
        text, x: picture.x + (picture.width - text.count) / 2, y: picture.maxY,
        style: scene.style(of: value, look))
    }
  }

  /// Where the point was: the older half fainter.
  private static func drawTrail(
    _ scene: MapScene, _ places: ScatterMap.Places, _ state: ExplorerState, _ look: Look,
    on canvas: inout Canvas
  ) {
    let trail = state.map.trail
    for (age, place) in trail.enumerated() {
      guard let cell = scene.cell(of: place), places.plot.contains(cell) else { continue }
      let isRecent = 2 * age >= trail.count
      canvas.write(
        isRecent ? "•" : "·", x: cell.x, y: cell.y, style: isRecent ? look.focus : look.dim)
    }
  }

  /// The chosen film of the test split.
  private static func drawSelection(
    _ scene: MapScene, _ places: ScatterMap.Places, _ state: ExplorerState, _ look: Look,
    on canvas: inout Canvas
  ) {
    guard let index = state.map.selection, scene.data.samples.indices.contains(index),
      let cell = scene.cell(of: scene.data.samples[index].coordinates), places.plot.contains(cell)
    else { return }
    canvas.write("◆", x: cell.x, y: cell.y, style: look.accentTitle)
  }

  /// The session's point, or at the edge an arrow to it, and its place on both axes.
  private static func drawPoint(
    _ scene: MapScene, _ places: ScatterMap.Places, _ state: ExplorerState, _ look: Look,
    on canvas: inout Canvas
  ) {
    guard let coordinates = state.coordinates, let cell = scene.cell(of: coordinates) else {
      return
    }
    let plot = places.plot
    let x = min(max(plot.x, cell.x), plot.maxX - 1)
    let y = min(max(plot.y, cell.y), plot.maxY - 1)
    let sign =
      cell.x < x ? "←" : cell.x > x ? "→" : cell.y < y ? "↑" : cell.y > y ? "↓" : "●"
    canvas.write(sign, x: x, y: y, style: look.focusTitle)
    if cell.x == x { canvas.write("▴", x: x, y: plot.maxY, style: look.focusTitle) }
    if cell.y == y { canvas.write("▸", x: plot.x - 1, y: y, style: look.focusTitle) }
  }

  private static func drawCursor(
    _ scene: MapScene, _ places: ScatterMap.Places, _ state: ExplorerState, _ look: Look,
    on canvas: inout Canvas
  ) {
    guard let cursor = state.mapCursor, let cell = places.cell(x: cursor.x, y: cursor.y),
      places.plot.contains(cell)
    else { return }
    if let sheet = scene.sheet {
      let picture = sheet.picture(sheet.index(near: cell))
      for x in picture.x..<picture.maxX { canvas[x, picture.maxY].style = look.cursor }
    } else {
      canvas[cell.x, cell.y].style = look.cursor
    }
  }
}

extension MapScene {
  /// The colour of a value of the chosen property.
  func style(of value: Double, _ look: Look) -> Style {
    guard look.isColored, let share = chart.values.share(of: value) else { return look.text }
    return Style(foreground: chart.colors[share])
  }
}
