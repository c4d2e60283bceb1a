import Interphase

extension ExplorerState {
  /// What is to be walked: as chosen, or the focused slider.
  var wantedCourse: WalkSettings.Course { session.walk.course ?? .along(focus) }

  /// The walk as its course stands, or why there is none.
  func walkCourse() throws(WalkCourse.Problem) -> WalkCourse {
    let summary: ModelSummary
    switch model {
    case .present(let present): summary = present
    case .absent(let reason): throw .init(sentence: reason)
    }
    switch wantedCourse {
    case .along(let control):
      if case .axis(let axis) = control, !summary.axes.indices.contains(axis) {
        throw .init(sentence: "this model has no slider PC\(axis + 1): f follows the focused one")
      }
      let known = knownRange(of: control)
      // The latent map is centred: its mean lies at 0 of every axis.
      let mean =
        control.isBarrier ? (known.lowerBound + known.upperBound) / 2 : clamp(0, known)
      return WalkCourse(along: control, range: range(of: control), through: mean)
    case .between(let start, let end):
      return WalkCourse(
        from: try walkEnd(start, summary), to: try walkEnd(end, summary), path: session.walk.path)
    }
  }

  /// The bookmark of a name, if the model can start from it.
  private func walkEnd(
    _ name: String, _ summary: ModelSummary
  ) throws(WalkCourse.Problem) -> Bookmark {
    guard let bookmark = session.bookmarks.first(where: { $0.name == name }) else {
      throw .init(
        sentence: "the bookmark '\(name)' is gone: [ and ] choose the ends, f follows the slider")
    }
    if bookmark.knobs.anchor.usesPrior, !summary.hasConditionalPrior {
      throw .init(
        sentence: "the bookmark '\(name)' starts from a prior, which this model has not: "
          + "[ and ] choose other ends")
    }
    return bookmark
  }

  /// The films of a walk, in the order in which they are wanted; throws while it is not known where
  /// they lie.
  func walkTask(of course: WalkCourse) throws(WalkCourse.Problem) -> WorkTask {
    switch course.way {
    case .along(let control):
      let place = try walkPlace(of: session.knobs, named: nil)
      if !control.isBarrier { try requireAnchor() }
      return .films(course.order.map { .at(moved(place, control, to: course.positions[$0])) })
    case .between(let start, let end, let path):
      let from = try walkPlace(of: start.knobs, named: start.name)
      let to = try walkPlace(of: end.knobs, named: end.name)
      return .films(
        course.order.map { .between(from, to, share: course.positions[$0], path: path) })
    }
  }

  /// A place whose anchor the model can find: that of an encoded simulation needs its whole film.
  private func walkPlace(
    of knobs: Knobs, named name: String?
  ) throws(WalkCourse.Problem) -> LatentPlace {
    var place = LatentPlace(barriers: knobs.barriers, anchor: knobs.anchor, offsets: knobs.offsets)
    guard knobs.anchor == .simulated else { return place }
    let isShown =
      knobs.barriers == session.barriers && knobs.seed == session.seed
      && knobs.eventLimit == session.eventLimit
    guard isShown else {
      throw .init(
        sentence: "the bookmark '\(name ?? "")' starts from a simulated film that is not on "
          + "screen: go there first, or choose other ends with [ and ]")
    }
    guard let snapshot = run.snapshot, !run.isStarting, snapshot.stage != .growing else {
      throw .init(
        sentence: "the walk starts from the simulated film: it begins when that has grown")
    }
    place.film = snapshot.lattice
    return place
  }

  /// An axis needs to know where its anchor lies now: an older answer would shift every step.
  private func requireAnchor() throws(WalkCourse.Problem) {
    guard knowsAnchor else { throw .init(sentence: "the model is being loaded") }
    guard decoded?.result.generation == decodeGeneration else {
      throw .init(sentence: "the anchor is being decoded")
    }
  }

  private func moved(
    _ place: LatentPlace, _ control: Control, to position: Double
  ) -> LatentPlace {
    var place = place
    switch control {
    case .axis(let axis): place.offsets[axis] = position - anchorCoordinate(axis)
    case .barrier(let reaction):
      if let changed = try? place.barriers.setting(reaction, to: Float(position)) {
        place.barriers = changed
      }
    }
    return place
  }
}
