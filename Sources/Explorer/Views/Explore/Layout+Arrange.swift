import Cells
import Interphase

extension ExplorerState {
  /// Where everything is at the present size.
  var layout: Layout { Layout(self) }

  /// Sites of the lattice on screen.
  var latticeSize: Size {
    let lattice = run.snapshot?.lattice
    return Size(width: lattice?.width ?? 50, height: lattice?.height ?? 50)
  }

  /// The sliders in columns: axes, then barriers in one column or two.
  func sliderColumns(_ count: Int) -> [[Control]] {
    let axes = controls.filter { !$0.isBarrier }
    let barriers = controls.filter(\.isBarrier)
    switch count {
    case 1: return [axes + barriers]
    case 2:
      return axes.isEmpty
        ? [Array(barriers.prefix(8)), Array(barriers.dropFirst(8))]
        : [axes, barriers]
    default: return [axes, Array(barriers.prefix(8)), Array(barriers.dropFirst(8))]
    }
  }

  /// Scrolls the column that holds the focus until it shows it.
  mutating func keepFocusInView() {
    let columns = layout.columns
    for (index, column) in columns.enumerated() where index < explore.scroll.count {
      explore.scroll[index] = column.first
      guard let place = column.controls.firstIndex(of: focus), column.frame.height > 0 else {
        continue
      }
      explore.scroll[index] = min(
        max(explore.scroll[index], place - column.frame.height + 1), place)
    }
  }
}

extension Layout {
  init(_ state: ExplorerState) {
    let size = state.size
    guard size.width >= Self.smallest.width, size.height >= Self.smallest.height else {
      self.init(arrangement: .tiny)
      return
    }
    if let large = Self.large(state) {
      self = large
    } else if size.width >= 80, size.height >= 24 {
      self = Self.compact(state)
    } else {
      self = Self.small(state)
    }
    status = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
    anchorLabel = state.model.summary == nil ? nil : decoded.title
  }

  /// The largest whole scale at which both pictures fit, sliders beside them or below.
  private static func large(_ state: ExplorerState) -> Layout? {
    for factor in [3, 2, 1] {
      let scale = LatticeScale.enlarged(factor)
      let cells = scale.cells(width: state.latticeSize.width, height: state.latticeSize.height)
      if let layout = beside(state, scale, cells) ?? stacked(state, scale, cells) {
        return layout
      }
    }
    return nil
  }

  /// Two pictures from a place to the right, titles above them.
  mutating func placePictures(x: Int, y: Int, gap: Int, scale: LatticeScale, cells: Size) {
    self.scale = scale
    simulated = PictureFrame(
      title: Rect(x: x, y: y, width: cells.width, height: 1),
      picture: Rect(x: x, y: y + 1, width: cells.width, height: cells.height))
    let second = x + cells.width + gap
    decoded = PictureFrame(
      title: Rect(x: second, y: y, width: cells.width, height: 1),
      picture: Rect(x: second, y: y + 1, width: cells.width, height: cells.height))
  }

  /// One column of sliders; the ones that do not fit are scrolled to.
  mutating func placeSliders(
    _ controls: [Control], in frame: Rect, scroll: Int, detailWidth: Int = 0
  ) {
    let first = min(max(0, scroll), max(0, controls.count - frame.height))
    let column = SliderColumn(controls: controls, frame: frame, first: first)
    columns.append(column)
    let (labelWidth, valueWidth) = (15, 7)
    let trackX = frame.x + labelWidth + 1
    let trackWidth = max(3, min(60, frame.maxX - detailWidth - valueWidth - 1 - trackX))
    for (line, control) in controls.dropFirst(first).prefix(frame.height).enumerated() {
      let y = frame.y + line
      let track = Rect(x: trackX, y: y, width: trackWidth, height: 1)
      sliders.append(
        SliderFrame(
          control: control, row: Rect(x: frame.x - 1, y: y, width: frame.width + 1, height: 1),
          label: Rect(x: frame.x, y: y, width: labelWidth, height: 1), track: track,
          value: Rect(x: track.maxX, y: y, width: valueWidth, height: 1),
          detail: detailWidth == 0
            ? nil : Rect(x: track.maxX + valueWidth, y: y, width: detailWidth, height: 1)))
    }
  }

}
