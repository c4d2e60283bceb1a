import Cells

/// Where the report's tabs and pages are: one page, or as many beside each other as have room.
struct ReportLayout: Equatable {
  /// The name of a page, to be clicked.
  struct Tab: Equatable {
    var page: ReportSettings.Page
    var text: String
    var frame: Rect
  }

  /// A page on screen.
  struct Panel: Equatable {
    var page: ReportSettings.Page
    /// The line above it.
    var caption: Rect
    /// What it draws into.
    var content: Rect
  }

  /// The pages' names in the first line.
  let tabs: [Tab]
  /// The pages on screen, the chosen one among them.
  let panels: [Panel]

  init(_ state: ExplorerState) {
    self.init(
      state.session.report.page, from: state.report.firstPage, in: state.contentFrame)
  }

  /// Pages from the given one on, or from the nearest one that shows the chosen page.
  init(_ page: ReportSettings.Page, from first: Int = 0, in frame: Rect) {
    tabs = Self.tabs(in: frame)
    let gap = frame.height >= 20 ? 2 : 1
    panels = Self.panels(
      page, from: first,
      in: Rect(
        x: frame.x + 1, y: frame.y + gap, width: frame.width - 2, height: frame.height - gap))
  }

  /// What a press on a place means; `nil` where no page is.
  func page(at point: Point) -> ReportSettings.Page? {
    if let tab = tabs.first(where: { $0.frame.contains(point) }) { return tab.page }
    return panels.first { $0.caption.contains(point) || $0.content.contains(point) }?.page
  }

  private static func tabs(in frame: Rect) -> [Tab] {
    let pages = ReportSettings.Page.allCases
    let full = pages.map(\.title.count).reduce(0, +) + 2 * pages.count
    var x = frame.x + 1
    return pages.map { page in
      let text = full <= frame.width ? page.title : page.shortTitle
      let tab = Tab(
        page: page, text: text, frame: Rect(x: x, y: frame.y, width: text.count, height: 1))
      x = tab.frame.maxX + 2
      return tab
    }
  }

  /// Pages side by side from 170 columns on, above each other from 48 rows on.
  private static func panels(
    _ page: ReportSettings.Page, from first: Int, in area: Rect
  ) -> [Panel] {
    let pages = ReportSettings.Page.allCases
    let columns = area.width >= 270 ? 3 : area.width >= 170 ? 2 : 1
    let rows = area.height >= 48 ? 2 : 1
    let count = min(pages.count, columns * rows)
    let first = min(max(first, page.index - count + 1), page.index, pages.count - count)
    let width = (area.width - gap * (columns - 1)) / columns
    let height = (area.height - (rows - 1)) / rows
    return (0..<count).map { index in
      let (row, column) = (index / columns, index % columns)
      let x = area.x + column * (width + gap)
      let y = area.y + row * (height + 1)
      // The last one takes what is left of its line.
      let end = index == count - 1 ? area.maxX : x + width
      return Panel(
        page: pages[first + index], caption: Rect(x: x, y: y, width: end - x, height: 1),
        content: Rect(x: x, y: y + 1, width: end - x, height: height - 1))
    }
  }

  /// Columns between pages.
  private static let gap = 4
}
