import Cells

/// The view Report: how the model was trained and what it is worth.
enum ReportView: ExplorerView {
  static func work(_ state: ExplorerState) -> [WorkKind: WorkTask] {
    state.model.summary == nil ? [:] : [.report: .report]
  }

  static func draw(_ state: ExplorerState, in frame: Rect, on canvas: inout Canvas) {
    let look = Look(state)
    let page = state.session.report.page
    let layout = ReportLayout(state)
    drawTabs(layout, page, in: frame, look, on: &canvas)
    guard let data = data(state) else {
      drawWaiting(state, layout, look, on: &canvas)
      return
    }
    for panel in layout.panels {
      draw(panel, layout, data, state, look, on: &canvas)
    }
  }

  /// The report, while there is a model that it is of.
  static func data(_ state: ExplorerState) -> ReportData? {
    state.model.summary == nil ? nil : state.evidence.report
  }

  static func status(_ state: ExplorerState) -> String? {
    guard let data = data(state) else { return waiting(state) }
    return state.session.report.page.type.status(data, state)
  }

  static func press(_ point: Point, in frame: Rect, _ state: inout ExplorerState) -> [Effect]? {
    let layout = ReportLayout(state)
    guard let page = layout.page(at: point) else { return nil }
    state.showReport(page)
    if let data = data(state), let panel = layout.panels.first(where: { $0.page == page }),
      panel.content.contains(point)
    {
      page.type.press(point, in: panel.content, data, &state)
    }
    return []
  }

  static func drag(to point: Point, in frame: Rect, _ state: inout ExplorerState) {
    let page = state.session.report.page
    let layout = ReportLayout(state)
    guard let data = data(state), let panel = layout.panels.first(where: { $0.page == page }),
      panel.content.contains(point)
    else { return }
    page.type.press(point, in: panel.content, data, &state)
  }

  static func wheel(
    _ direction: Int, at point: Point, _ modifiers: Modifiers, in frame: Rect,
    _ state: inout ExplorerState
  ) {
    state.moveInReport(by: modifiers.contains(.shift) ? -10 * direction : -direction)
  }

  private static func drawTabs(
    _ layout: ReportLayout, _ page: ReportSettings.Page, in frame: Rect, _ look: Look,
    on canvas: inout Canvas
  ) {
    for tab in layout.tabs {
      canvas.write(
        tab.text, x: tab.frame.x, y: tab.frame.y,
        style: tab.page == page ? look.accentTitle.adding(.underline) : look.dim)
    }
    let end = layout.tabs.last?.frame.maxX ?? frame.x
    let hints = [page.type.hint, "←→ pages"].filter { !$0.isEmpty }
    for hint in [hints.reversed().joined(separator: "  "), hints.last ?? ""]
    where end + 3 + hint.unicodeScalars.count < frame.maxX {
      canvas.write(hint, endingAt: frame.maxX - 1, y: frame.y, style: look.dim)
      return
    }
  }

  private static func draw(
    _ panel: ReportLayout.Panel, _ layout: ReportLayout, _ data: ReportData,
    _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) {
    var caption = panel.page.type.caption(data, state, look)
    if layout.panels.count > 1 {
      let isChosen = panel.page == state.session.report.page
      let style = isChosen ? look.accentTitle.adding(.underline) : look.title
      caption.insert(Segment(panel.page.title, style), at: 0)
    }
    canvas.write(caption, x: panel.caption.x, y: panel.caption.y, width: panel.caption.width)
    panel.page.type.draw(data, state, in: panel.content, on: &canvas)
  }

  /// Why there is no report, in one sentence.
  private static func waiting(_ state: ExplorerState) -> String {
    if case .absent(let reason) = state.model { return reason }
    return state.evidence.failures[.report]
      ?? "the report is being worked out: curves, parity, correlations, comparison"
  }

  private static func drawWaiting(
    _ state: ExplorerState, _ layout: ReportLayout, _ look: Look, on canvas: inout Canvas
  ) {
    guard let frame = layout.panels.first?.content else { return }
    let text =
      state.model.summary == nil
      ? "The report is of a model: \(waiting(state))" : waiting(state)
    canvas.write(
      wrapped: text, in: Rect(x: frame.x, y: frame.y, width: min(70, frame.width), height: 5),
      style: look.dim)
  }
}
