import CNcursesW
public import Cells

extension CursesTerminal {
  /// Shows a canvas: cells that look other than before go to ncurses, which sends what differs.
  ///
  /// The frame is bracketed by mode 2026, so that none is seen half drawn. Nothing is sent where
  /// nothing changed. Text may not vanish in few colours; species may, see `keepApart(_:)`.
  public mutating func present(_ canvas: Canvas) {
    guard isTaken else { return }
    var runs = model.update(to: canvas)
    guard !runs.isEmpty else { return }
    if !put(runs) {
      // Out of pairs: more were used than ncurses counts since the last time. Start over.
      pairs.removeAll()
      model.forget()
      runs = model.update(to: canvas)
      _ = put(runs)
    }
    Self.send(TerminalModes.frameStart)
    wrefresh(window)
    Self.send(TerminalModes.frameEnd)
  }

  /// Draws everything anew with the next `present`, whatever the terminal shows by now.
  public mutating func repaint() {
    model.forget()
    clearok(nc_curscr(), true)
  }

  /// Gives each of these colours a number of its own where the terminal has few.
  ///
  /// So the eight species stay apart in 16 and in 8 colours. To be called with each change of theme.
  public mutating func keepApart(_ colors: [RGB]) {
    model.mapper.keepApart(colors)
  }

  /// Hands runs to ncurses; `false` if the pairs ran out.
  private mutating func put(_ runs: [ScreenModel.RowRun]) -> Bool {
    var cells: [cchar_t] = []
    for run in runs {
      cells.removeAll(keepingCapacity: true)
      for cell in run.cells {
        guard let converted = convert(cell) else { return false }
        cells.append(converted)
      }
      mvwadd_wchnstr(window, Int32(run.row), Int32(run.column), cells, Int32(cells.count))
    }
    return true
  }

  private mutating func convert(_ cell: Painted) -> cchar_t? {
    guard let slot = pairs.slot(cell.pair) else { return nil }
    if slot.isNew {
      init_extended_pair(slot.number, cell.pair.foreground, cell.pair.background)
    }
    var attributes: attr_t = 0
    if cell.attributes.contains(.bold) { attributes |= nc_bold }
    if cell.attributes.contains(.dim) { attributes |= nc_dim }
    if cell.attributes.contains(.underline) { attributes |= nc_underline }
    if cell.attributes.contains(.reverse) != slot.isReversed { attributes |= nc_reverse }
    return nc_cell(wchar_t(bitPattern: cell.glyph.value), attributes, slot.number)
  }
}
