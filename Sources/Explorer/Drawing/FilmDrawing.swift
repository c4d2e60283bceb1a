package import Cells
package import Interphase
package import Theming

/// A film as the explorer draws it, for printing.
package enum FilmDrawing {
  /// A canvas that holds the film and nothing else, the electrode at the bottom.
  ///
  /// - Parameters:
  ///   - lattice: The film.
  ///   - theme: Its colours.
  ///   - capabilities: What the reader can show.
  ///   - width: Columns that there are; a wider film is sampled.
  package static func canvas(
    of lattice: Lattice, theme: Theme, capabilities: Capabilities, width: Int
  ) -> Canvas {
    let side = max(1, (lattice.width + width - 1) / max(1, width))
    let scale: LatticeScale = side == 1 ? .enlarged(1) : .sampled(side)
    let size = scale.cells(width: lattice.width, height: lattice.height)
    var canvas = Canvas(size: size)
    LatticeView.draw(
      lattice, in: canvas.bounds, scale: scale,
      look: Look(theme: theme, capabilities: capabilities), on: &canvas)
    return canvas
  }
}
