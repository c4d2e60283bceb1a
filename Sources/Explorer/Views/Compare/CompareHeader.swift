import Cells
import Interphase

/// Draws the first line: the pages, and what is compared.
enum CompareHeader {
  static func draw(_ layout: CompareLayout, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    var end = layout.header.x
    for tab in layout.tabs {
      let style = layout.page[0] == tab.value ? look.accentTitle.adding(.underline) : look.dim
      end = canvas.write(tab.text, x: tab.frame.x, y: tab.frame.y, style: style)
    }
    if layout.pages.count > 1 {
      end = canvas.write("Space next", x: end + 2, y: layout.header.y, style: look.dim)
    }
    let anchor = state.session.anchor
    let films = "simulated \(RunText.stage(state, look).text) · decoded "
    let texts = [films + anchor.title, films + anchor.shortTitle, anchor.shortTitle]
    let room = layout.header.maxX - end - (end > layout.header.x ? 3 : 0)
    guard state.model.summary != nil, let text = texts.first(where: { $0.count <= room }) else {
      return
    }
    canvas.write(text, endingAt: layout.header.maxX, y: layout.header.y, style: look.dim)
  }
}
