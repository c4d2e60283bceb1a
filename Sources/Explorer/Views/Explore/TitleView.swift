import Cells

/// Draws the lines above the two pictures.
enum TitleView {
  static func drawSimulated(_ layout: Layout, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    let frame = layout.simulated.title
    let title = Segment("Simulated", look.title)
    let narrow = frame.width < 40
    let rest = narrow ? [RunText.stage(state, look)] : RunText.segments(state, look)
    let gap = frame.width < 22 ? 1 : 2
    canvas.write([title] + rest, x: frame.x, y: frame.y, width: frame.width, gap: gap)
  }

  static func drawDecoded(_ layout: Layout, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    let frame = layout.decoded.title
    let title = Segment("Decoded", look.title)
    guard state.model.summary != nil else {
      canvas.write(
        [title, Segment("no model", look.warning)], x: frame.x, y: frame.y, width: frame.width)
      return
    }
    let narrow = frame.width < 40
    let anchor = narrow ? state.session.anchor.shortTitle : state.session.anchor.title
    var segments = [title]
    if state.isExtrapolated {
      segments.append(Segment(narrow ? "extrap." : "extrapolated", look.warning))
    }
    if state.decoded?.result.isFar == true {
      let isShort = narrow || state.isExtrapolated
      segments.append(Segment(isShort ? "far" : "far from all films", look.warning))
    }
    let room = frame.width - segments.reduce(0) { $0 + $1.width + 2 }
    let long = anchor + moved(state, narrow: narrow)
    let short = state.session.anchor.shortTitle + moved(state, narrow: true)
    segments.append(Segment(long.unicodeScalars.count <= room ? long : short, look.dim))
    // A stored answer with its figures is what the model will say: nothing to tell apart.
    if let result = state.decoded?.result, result.isStored, result.regressed.isEmpty {
      segments.append(Segment("stored", look.accent))
    }
    canvas.write(segments, x: frame.x, y: frame.y, width: frame.width, gap: narrow ? 1 : 2)
  }

  /// Which axes were moved from the anchor.
  private static func moved(_ state: ExplorerState, narrow: Bool) -> String {
    let axes = state.session.offsets.indices.filter { state.session.offsets[$0] != 0 }
    guard !axes.isEmpty else { return "" }
    let names = axes.map { "PC\($0 + 1)" }
    return narrow || names.count > 3
      ? " + \(names.count) PC" : " + " + names.joined(separator: " ")
  }
}
