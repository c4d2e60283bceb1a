public import Cells
import Interphase

extension ExplorerState {
  /// Draws the whole screen.
  ///
  /// - Complexity: One pass over the cells; no allocation that grows with anything but the screen.
  public func render() -> Canvas {
    let look = Look(self)
    var canvas = Canvas(size: size, filledWith: look.blank)
    let layout = layout
    if layout.arrangement == .tiny {
      drawTooSmall(look, on: &canvas)
    } else {
      draw(layout, look, on: &canvas)
    }
    if !capabilities.unicode { canvas.reduceToASCII() }
    return canvas
  }

  private func draw(_ layout: Layout, _ look: Look, on canvas: inout Canvas) {
    if layout.bar != nil { TopBar.draw(self, layout: layout, on: &canvas) }
    drawPictures(layout, look, on: &canvas)
    for heading in layout.headings {
      canvas.write(heading.text, x: heading.x, y: heading.y, style: look.title)
    }
    for slider in layout.sliders { SliderView.draw(slider, self, on: &canvas) }
    drawMissingAxes(layout, look, on: &canvas)
    if let (frame, form) = layout.properties {
      PropertiesView.draw(in: frame, form: form, self, on: &canvas)
    }
    if let (frame, form) = layout.legend {
      LegendView.draw(in: frame, form: form, self, on: &canvas)
    }
    if let frame = layout.keys { HelpOverlay.drawTable(in: frame, self, on: &canvas) }
    if let frame = layout.growth { GrowthView.draw(in: frame, self, on: &canvas) }
    StatusLine.draw(layout, self, on: &canvas)
    HelpOverlay.draw(self, on: &canvas)
  }

  private func drawPictures(_ layout: Layout, _ look: Look, on canvas: inout Canvas) {
    TitleView.drawSimulated(layout, self, on: &canvas)
    TitleView.drawDecoded(layout, self, on: &canvas)
    draw(run.snapshot?.lattice, in: layout.simulated.picture, layout, look, on: &canvas)
    draw(decoded?.result.lattice, in: layout.decoded.picture, layout, look, on: &canvas)
    guard decoded == nil else { return }
    let frame = layout.decoded.picture
    let text =
      if case .absent(let reason) = model { reason } else { "the model is being loaded" }
    let inner = Rect(
      x: frame.x + 1, y: frame.y + frame.height / 3, width: frame.width - 2, height: frame.height)
    canvas.write(wrapped: text, in: inner, style: look.dim)
  }

  private func draw(
    _ lattice: Lattice?, in frame: Rect, _ layout: Layout, _ look: Look, on canvas: inout Canvas
  ) {
    if let lattice {
      LatticeView.draw(lattice, in: frame, scale: layout.scale, look: look, on: &canvas)
    } else {
      LatticeView.drawEmpty(in: frame, look: look, on: &canvas)
    }
  }

  /// Where axes would be, had there been a model.
  private func drawMissingAxes(_ layout: Layout, _ look: Look, on canvas: inout Canvas) {
    for column in layout.columns where column.controls.isEmpty {
      canvas.write(wrapped: "latent axes need a model", in: column.frame, style: look.dim)
    }
  }

  private func drawTooSmall(_ look: Look, on canvas: inout Canvas) {
    let least = Layout.smallest
    let text =
      "seiscope needs \(least.width)×\(least.height) cells, this terminal has "
      + "\(size.width)×\(size.height): enlarge it, or q quits"
    canvas.write(
      wrapped: text, in: Rect(x: 0, y: 0, width: size.width, height: size.height),
      style: look.text)
  }
}
