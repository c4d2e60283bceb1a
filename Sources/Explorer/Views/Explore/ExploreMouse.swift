import Cells
import Interphase

extension ExploreView {
  static func press(_ point: Point, in frame: Rect, _ state: inout ExplorerState) -> [Effect]? {
    if let side = state.explore.zoom {
      return ZoomView.press(point, side, in: frame, &state)
    }
    let layout = state.layout
    if let timeline = layout.timeline, timeline.contains(point) {
      pressTimeline(point, timeline, &state)
      return []
    }
    if let (frame, form) = layout.legend,
      let species = LegendView.species(at: point, in: frame, form: form, state)
    {
      state.toggle(species)
      return []
    }
    if layout.anchorLabel?.contains(point) == true {
      state.nextAnchor()
      return []
    }
    return inspect(point, layout, &state) ? [] : nil
  }

  static func drag(to point: Point, in frame: Rect, _ state: inout ExplorerState) {
    guard state.explore.zoom == nil else { return }
    let layout = state.layout
    if state.explore.holdsTimeline, let timeline = layout.timeline {
      scrub(to: point, timeline, &state)
    } else {
      _ = inspect(point, layout, &state)
    }
  }

  static func wheel(
    _ direction: Int, at point: Point, _ modifiers: Modifiers, in frame: Rect,
    _ state: inout ExplorerState
  ) {
    if state.explore.zoom == nil, state.layout.timeline?.contains(point) == true {
      state.stepPlayback(by: direction)
    }
  }

  private static func pressTimeline(
    _ point: Point, _ timeline: Rect, _ state: inout ExplorerState
  ) {
    let parts = TimelineView.parts(in: timeline)
    state.explore.holdsTimeline = false
    if parts.button.contains(point) {
      state.togglePlayback()
    } else if parts.track.contains(point) {
      state.explore.holdsTimeline = true
      scrub(to: point, timeline, &state)
    } else {
      state.changePlaybackSpeed(by: 1)
    }
  }

  private static func scrub(to point: Point, _ timeline: Rect, _ state: inout ExplorerState) {
    let track = TimelineView.parts(in: timeline).track
    state.scrub(to: Double(point.x - track.x) / Double(max(1, track.width - 1)))
  }

  /// Looks at the site under a point of one of the two pictures.
  private static func inspect(
    _ point: Point, _ layout: Layout, _ state: inout ExplorerState
  ) -> Bool {
    let films = [
      (layout.simulated.picture, state.shownFilm),
      (layout.decoded.picture, state.decoded?.result.lattice),
    ]
    for (picture, film) in films where picture.contains(point) {
      guard let film else { continue }
      state.explore.holdsTimeline = false
      let site = layout.scale.site(
        column: point.x - picture.x, line: point.y - picture.y, of: film,
        tall: Look(state).usesGlyphs)
      state.inspect(site.x, site.y)
      return true
    }
    return false
  }
}
