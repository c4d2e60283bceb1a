import Cells

/// One line with the focused slider, for views that have no room for all of them.
enum SliderDock {
  /// Where the focused slider is in a row of a view.
  static func frame(_ state: ExplorerState, in row: Rect) -> SliderFrame {
    let label = Rect(x: row.x + 1, y: row.y, width: 16, height: 1)
    let value = 8
    let track = Rect(
      x: label.maxX + 1, y: row.y, width: max(3, min(60, row.maxX - value - 1 - label.maxX - 1)),
      height: 1)
    return SliderFrame(
      control: state.focus, row: row, label: label, track: track,
      value: Rect(x: track.maxX, y: row.y, width: value, height: 1))
  }
}
