import Cells
import Interphase

/// The view Explore: two films, sliders, properties, growth.
enum ExploreView: ExplorerView {
  static let commands = Command.explore

  static func sliders(_ state: ExplorerState, in frame: Rect) -> [SliderFrame] {
    state.explore.zoom == nil ? state.layout.sliders : []
  }

  static func intercept(_ chord: KeyChord, _ state: inout ExplorerState) -> [Effect]? {
    state.moveInspection(chord) ? [] : nil
  }

  static func status(_ state: ExplorerState) -> String? {
    state.explore.inspected.map { Inspector.text(of: $0, state) }
  }

  static func tickInterval(_ state: ExplorerState) -> Duration? {
    state.explore.playback?.isPlaying == true ? Playback.interval : nil
  }

  static func tick(_ elapsed: Duration, _ state: inout ExplorerState) {
    state.explore.playback?.advance(by: elapsed)
  }

  static func draw(_ state: ExplorerState, in frame: Rect, on canvas: inout Canvas) {
    let look = Look(state)
    if let side = state.explore.zoom {
      ZoomView.draw(side, in: frame, state, look, on: &canvas)
      return
    }
    let layout = state.layout
    drawPictures(layout, state, look, on: &canvas)
    for heading in layout.headings {
      canvas.write(
        heading.text, x: heading.x, y: heading.y, style: heading.isDim ? look.dim : look.title)
    }
    for slider in layout.sliders { SliderView.draw(slider, state, on: &canvas) }
    drawMissingAxes(layout, look, on: &canvas)
    if let (frame, form) = layout.properties {
      PropertiesView.draw(in: frame, form: form, state, on: &canvas)
    }
    if let (frame, form) = layout.legend {
      LegendView.draw(in: frame, form: form, state, on: &canvas)
    }
    if let frame = layout.growth { GrowthView.draw(in: frame, state, on: &canvas) }
    if let frame = layout.timeline { TimelineView.draw(in: frame, state, on: &canvas) }
    if let frame = layout.site { Inspector.draw(in: frame, state, on: &canvas) }
    if let frame = layout.reactions { ReactionsView.draw(in: frame, state, on: &canvas) }
  }

  private static func drawPictures(
    _ layout: Layout, _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) {
    TitleView.drawSimulated(layout, state, on: &canvas)
    TitleView.drawDecoded(layout, state, on: &canvas)
    draw(state.shownFilm, in: layout.simulated.picture, layout, state, look, on: &canvas)
    draw(
      state.decoded?.result.lattice, in: layout.decoded.picture, layout, state, look,
      on: &canvas)
    guard state.decoded == nil else { return }
    let frame = layout.decoded.picture
    let text =
      if case .absent(let reason) = state.model { reason } else { "the model is being loaded" }
    let inner = Rect(
      x: frame.x + 1, y: frame.y + frame.height / 3, width: frame.width - 2, height: frame.height)
    canvas.write(wrapped: text, in: inner, style: look.dim)
  }

  private static func draw(
    _ lattice: Lattice?, in frame: Rect, _ layout: Layout, _ state: ExplorerState, _ look: Look,
    on canvas: inout Canvas
  ) {
    guard let lattice else {
      LatticeView.drawEmpty(in: frame, look: look, on: &canvas)
      return
    }
    LatticeView.draw(
      lattice.hiding(state.session.hidden), in: frame, scale: layout.scale, look: look,
      on: &canvas)
    guard let site = state.explore.inspected else { return }
    LatticeView.mark(
      (site.x, site.y), width: lattice.width, height: lattice.height, in: frame,
      scale: layout.scale, look: look, on: &canvas)
  }

  /// Where axes would be, had there been a model.
  private static func drawMissingAxes(_ layout: Layout, _ look: Look, on canvas: inout Canvas) {
    for column in layout.columns where column.controls.isEmpty {
      canvas.write(wrapped: "latent axes need a model", in: column.frame, style: look.dim)
    }
  }
}
