import Cells
import Charts
import Interphase

/// Draws the decoder's probability of a species beside its frequency in films of other seeds, on one
/// scale.
enum ProbabilityView {
  static func draw(
    _ maps: CompareLayout.Maps, _ ensemble: Ensemble, _ choices: [CompareLayout.Choice<Species>],
    _ state: ExplorerState, on canvas: inout Canvas
  ) {
    let look = Look(state)
    let species = state.session.compare.species
    drawChoices(choices, chosen: species, look, on: &canvas)
    let probability = state.decoded?.result.probability(of: species)
    let frequency = ensemble.frequency(of: species)
    let reason =
      state.decoded?.result.isStored == false
      ? "probabilities come with the model's next answer" : CompareView.missing(state)
    draw(
      "Decoder's p", probability, reason, in: maps.probability, state, on: &canvas)
    draw(
      frequencyTitle(ensemble, width: maps.frequency.frame.width), frequency,
      ensemble.failure ?? "films with other seeds are being grown", in: maps.frequency, state,
      on: &canvas)
    let frame = maps.frequency.frame
    ColorBar(scale: Axis("", from: 0, to: 1), colors: .viridis, look: look.charts)
      .draw(x: maps.bar, rows: frame.y..<frame.maxY, on: &canvas)
  }

  private static func frequencyTitle(_ ensemble: Ensemble, width: Int) -> String {
    let count = "\(ensemble.films.count) of \(ensemble.expected)"
    return width >= 25
      ? "Frequency in \(count) films" : width >= 19 ? "Frequency in \(count)" : "f in \(count)"
  }

  private static func drawChoices(
    _ choices: [CompareLayout.Choice<Species>], chosen: Species, _ look: Look,
    on canvas: inout Canvas
  ) {
    for choice in choices {
      canvas.write(
        choice.text, x: choice.frame.x, y: choice.frame.y,
        style: choice.value == chosen ? look.accentTitle.adding(.underline) : look.dim)
    }
  }

  private static func draw(
    _ title: String, _ values: [Double]?, _ missing: String, in picture: SitePicture,
    _ state: ExplorerState, on canvas: inout Canvas
  ) {
    let look = Look(state)
    let frame = picture.frame
    canvas.write(title, x: frame.x, y: frame.y - 1, style: look.title, width: frame.width)
    guard let values, values.count == picture.sites.width * picture.sites.height else {
      LatticeView.drawEmpty(in: frame, look: look, on: &canvas)
      canvas.write(
        wrapped: missing,
        in: Rect(
          x: frame.x + 1, y: frame.y + frame.height / 3, width: frame.width - 2,
          height: frame.height),
        style: look.dim)
      return
    }
    func mean(_ block: SitePicture.Block) -> Double {
      var sum = 0.0
      for y in block.rows {
        for x in block.columns { sum += values[y * picture.sites.width + x] }
      }
      return sum / Double(block.rows.count * block.columns.count)
    }
    let chart = look.charts
    picture.draw(
      look, on: &canvas, color: { ColorMap.viridis[mean($0)] },
      sign: { ColorBar.cell(mean($0), colors: .viridis, chart) })
    picture.mark(state.compare.site, look, on: &canvas)
  }
}
