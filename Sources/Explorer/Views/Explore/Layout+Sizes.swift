import Cells

extension Layout {
  /// Sliders to the right of the pictures; figures below.
  static func beside(_ state: ExplorerState, _ scale: LatticeScale, _ cells: Size) -> Layout? {
    let panelX = 1 + 2 * cells.width + 3 + 4
    let panelWidth = state.size.width - panelX - 1
    guard panelWidth >= 44, state.size.height >= max(26, cells.height) + 9 else { return nil }
    var layout = Layout(arrangement: .beside)
    layout.placePictures(x: 1, y: 2, gap: 3, scale: scale, cells: cells)
    layout.placePanel(state, Rect(x: panelX, y: 2, width: panelWidth, height: 26))
    layout.placeFigures(state, below: 3 + max(25, cells.height), panelX: panelX)
    return layout
  }

  private mutating func placePanel(_ state: ExplorerState, _ panel: Rect) {
    let columns = state.sliderColumns(1)[0]
    let axes = columns.filter { !$0.isBarrier }
    let detail = panel.width >= 60 ? SliderView.detailEnds.second + 1 : 0
    headings.append(Heading(text: "Latent axes", x: panel.x, y: panel.y))
    placeSliders(
      axes, in: Rect(x: panel.x, y: panel.y + 1, width: panel.width, height: 8), scroll: 0,
      detailWidth: detail)
    headings.append(Heading(text: "Barriers [eV]", x: panel.x, y: panel.y + 10))
    placeSliders(
      columns.filter(\.isBarrier),
      in: Rect(x: panel.x, y: panel.y + 11, width: panel.width, height: 15), scroll: 0,
      detailWidth: detail)
    guard detail > 0, let slider = sliders.last?.detail else { return }
    let names = [("variance", "seen"), ("rate [1/s]", "D [m²/s]")]
    for (row, (first, second)) in zip([panel.y, panel.y + 10], names) {
      let ends = SliderView.detailEnds
      headings.append(
        Heading(text: first, x: slider.x + ends.first - first.count, y: row, isDim: true))
      headings.append(
        Heading(text: second, x: slider.x + ends.second - second.count, y: row, isDim: true))
    }
  }

  /// Properties, species, growth and more below the pictures, as far as there is room.
  private mutating func placeFigures(_ state: ExplorerState, below top: Int, panelX: Int) {
    timeline = Rect(x: simulated.picture.x, y: top, width: simulated.picture.width, height: 1)
    let y = top + 2
    let room = state.size.height - 1 - y
    guard room >= 15 else {
      properties = (Rect(x: 1, y: y, width: panelX - 5, height: 2), .row)
      if room >= 4 {
        legend = (Rect(x: 1, y: y + 3, width: panelX - 5, height: 1), .line)
      }
      return
    }
    properties = (Rect(x: 1, y: y, width: simulated.picture.width, height: 14), .table)
    legend = (Rect(x: decoded.picture.x, y: y, width: 34, height: 8), .wide)
    // Below the sliders, which end before large pictures do.
    let growthY = min(y, 30)
    growth = Rect(
      x: panelX, y: growthY, width: state.size.width - panelX - 1,
      height: min(state.size.height - 2 - growthY, 40))
    let below = y + 15
    let rest = state.size.height - 2 - below
    if rest >= 5 {
      reactions = Rect(x: 1, y: below, width: simulated.picture.width, height: min(rest, 20))
    }
    if room >= 17 {
      site = Rect(
        x: decoded.picture.x, y: y + 9, width: decoded.picture.width, height: min(room - 10, 9))
    }
  }

  /// Sliders in three columns below the pictures.
  static func stacked(_ state: ExplorerState, _ scale: LatticeScale, _ cells: Size) -> Layout? {
    let pictures = 1 + 2 * cells.width + 2 + 1
    let size = state.size
    guard size.width >= pictures, size.height >= cells.height + 13 else { return nil }
    var spare = size.height - cells.height - 13
    var layout = Layout(arrangement: .stacked)
    /// A blank line where there is one to spare.
    func blank() -> Int {
      guard spare > 0 else { return 0 }
      spare -= 1
      return 1
    }
    let belowPictures = blank()
    let y = 1 + blank()
    layout.placePictures(x: 1, y: y, gap: 2, scale: scale, cells: cells)
    let sidebar = size.width - pictures
    let figures = y + 1 + cells.height + belowPictures
    if belowPictures > 0 {
      layout.timeline = Rect(x: 1, y: figures - 1, width: cells.width, height: 1)
    }
    layout.properties = (Rect(x: 1, y: figures, width: size.width - 2, height: 2), .row)
    if sidebar >= 14 {
      let frame = Rect(x: pictures + 1, y: y, width: sidebar - 2, height: cells.height + 1)
      layout.legend = (frame, sidebar >= 26 ? .wide : .narrow)
    } else if belowPictures > 0 {
      let x = layout.decoded.picture.x
      layout.legend = (Rect(x: x, y: figures - 1, width: size.width - 1 - x, height: 1), .line)
    }
    let sliders = figures + 2 + blank()
    layout.placeThreeColumns(state, y: sliders)
    if spare >= 8 {
      layout.growth = Rect(x: 1, y: sliders + 9, width: size.width - 2, height: min(spare - 1, 22))
    }
    return layout
  }

  private mutating func placeThreeColumns(_ state: ExplorerState, y: Int) {
    let width = (state.size.width - 1) / 3
    for (index, controls) in state.sliderColumns(3).enumerated() {
      let frame = Rect(x: 1 + index * width, y: y, width: width - 1, height: 8)
      placeSliders(controls, in: frame, scroll: state.explore.scroll[index])
    }
  }

  /// Pictures sampled two to one, figures beside them, two columns of sliders below.
  static func compact(_ state: ExplorerState) -> Layout {
    let size = state.size
    let scale = LatticeScale.sampled(2)
    let cells = scale.cells(width: state.latticeSize.width, height: state.latticeSize.height)
    var layout = Layout(arrangement: .compact)
    layout.placePictures(x: 1, y: 1, gap: 2, scale: scale, cells: cells)
    let panelX = 1 + 2 * cells.width + 4
    let panel = size.width - panelX - 1
    layout.properties = (Rect(x: panelX, y: 1, width: panel, height: 8), .column)
    layout.legend = (Rect(x: panelX, y: 9, width: panel, height: 6), .wide)
    let y = 2 + cells.height
    let rows = size.height - 1 - y
    let width = (size.width - 1) / 2
    for (index, controls) in state.sliderColumns(2).enumerated() {
      let frame = Rect(
        x: 1 + index * width, y: y, width: width - 1, height: min(rows, controls.count))
      layout.placeSliders(controls, in: frame, scroll: state.explore.scroll[index])
    }
    if rows >= 25 {
      layout.growth = Rect(x: 1, y: y + 16, width: size.width - 2, height: min(rows - 17, 22))
    }
    return layout
  }

  /// Below 80 × 24: pictures as large as leaves three sliders, the regressed figures if they fit.
  static func small(_ state: ExplorerState) -> Layout {
    let size = state.size
    var layout = Layout(arrangement: .small)
    let lattice = state.latticeSize
    let scale =
      (2...64).lazy.map(LatticeScale.sampled).first { scale in
        let cells = scale.cells(width: lattice.width, height: lattice.height)
        return cells.height + 6 <= size.height && 2 * cells.width + 3 + 12 <= size.width
      } ?? .sampled(64)
    let cells = scale.cells(width: lattice.width, height: lattice.height)
    layout.placePictures(x: 1, y: 1, gap: 1, scale: scale, cells: cells)
    let panelX = layout.decoded.picture.maxX + 2
    if size.width - panelX >= 8 {
      layout.properties = (
        Rect(x: panelX, y: 2, width: size.width - panelX, height: cells.height), .terse
      )
    }
    let y = cells.height + 2
    let columns = size.width >= 80 ? 2 : 1
    let width = (size.width - 1) / columns
    for (index, controls) in state.sliderColumns(columns).enumerated() {
      let frame = Rect(
        x: 1 + index * width, y: y, width: width - 1, height: max(0, size.height - 1 - y))
      layout.placeSliders(controls, in: frame, scroll: state.explore.scroll[index])
    }
    return layout
  }
}
