public import Cells
import Interphase

extension ExplorerState {
  /// Draws the whole screen.
  ///
  /// - Complexity: One pass over the cells; no allocation that grows with anything but the screen.
  public func render() -> Canvas {
    let look = Look(self)
    var canvas = Canvas(size: size, filledWith: look.blank)
    if size.width < Layout.smallest.width || size.height < Layout.smallest.height {
      drawTooSmall(look, on: &canvas)
    } else {
      view.type.draw(self, in: contentFrame, on: &canvas)
      TopBar.draw(self, on: &canvas)
      StatusLine.draw(self, on: &canvas)
      if let tour { TourCard.draw(tour, self, on: &canvas) }
      drawOverlay(on: &canvas)
    }
    if !capabilities.unicode { canvas.reduceToASCII() }
    return canvas
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
