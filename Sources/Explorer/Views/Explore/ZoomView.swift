import Cells
import Interphase

/// One film alone, as large as makes sites easy to see; what does not fit is scrolled to by the
/// site that is looked at.
enum ZoomView {
  /// What is shown of the film.
  private struct Window {
    var picture: Rect
    var scale: LatticeScale
    /// Cells of the whole picture that lie left of and below the window.
    var left: Int
    var below: Int
    var cells: Size
  }

  private static func window(
    of film: Lattice, in frame: Rect, _ state: ExplorerState
  ) -> Window {
    let room = Size(width: frame.width - 2, height: frame.height - 1)
    // One step larger than both films beside each other are.
    let factor = if case .enlarged(let factor) = state.layout.scale { factor + 1 } else { 1 }
    let scale = LatticeScale.enlarged(factor)
    let cells = scale.cells(width: film.width, height: film.height)
    let shown = Size(width: min(cells.width, room.width), height: min(cells.height, room.height))
    let site = state.explore.inspected.map { ($0.x, $0.y) } ?? (film.width / 2, 0)
    let place = scale.cell(
      of: site, width: film.width, height: film.height, tall: Look(state).usesGlyphs)
    let left = min(max(0, place.column - shown.width / 2), cells.width - shown.width)
    let fromBottom = cells.height - 1 - place.line
    let below = min(max(0, fromBottom - shown.height * 2 / 3), cells.height - shown.height)
    return Window(
      picture: Rect(
        x: frame.x + (frame.width - shown.width) / 2, y: frame.y + 1, width: shown.width,
        height: shown.height),
      scale: scale, left: left, below: below, cells: cells)
  }

  private static func film(_ side: ExploreState.Side, _ state: ExplorerState) -> Lattice? {
    side == .simulated ? state.shownFilm : state.decoded?.result.lattice
  }

  static func draw(
    _ side: ExploreState.Side, in frame: Rect, _ state: ExplorerState, _ look: Look,
    on canvas: inout Canvas
  ) {
    guard let film = film(side, state) else { return }
    let window = window(of: film, in: frame, state)
    var whole = Canvas(size: window.cells)
    LatticeView.draw(
      film.hiding(state.session.hidden), in: whole.bounds, scale: window.scale, look: look,
      on: &whole)
    if let site = state.explore.inspected {
      LatticeView.mark(
        (site.x, site.y), width: film.width, height: film.height, in: whole.bounds,
        scale: window.scale, look: look, on: &whole)
    }
    let top = window.cells.height - window.below - window.picture.height
    for y in 0..<window.picture.height {
      for x in 0..<window.picture.width {
        canvas[window.picture.x + x, window.picture.y + y] = whole[window.left + x, top + y]
      }
    }
    let name = side == .simulated ? "Simulated" : "Decoded"
    canvas.write(
      [
        Segment(name, look.title),
        Segment("alone · z the other, then both · i and arrows move over it", look.dim),
      ], x: window.picture.x, y: frame.y, width: window.picture.width)
  }

  static func press(
    _ point: Point, _ side: ExploreState.Side, in frame: Rect, _ state: inout ExplorerState
  ) -> [Effect]? {
    guard let film = film(side, state) else { return nil }
    let window = window(of: film, in: frame, state)
    guard window.picture.contains(point) else { return nil }
    let top = window.cells.height - window.below - window.picture.height
    let site = window.scale.site(
      column: window.left + point.x - window.picture.x, line: top + point.y - window.picture.y,
      of: film, tall: Look(state).usesGlyphs)
    state.inspect(site.x, site.y)
    return []
  }
}
