import Interphase

/// One end of a path.
enum WalkEnd: Equatable, Sendable {
  case start, goal
}

extension ExplorerState {
  /// Takes the next bookmark as one end; a path that there is not yet begins with the first two.
  mutating func turnWalkEnd(_ end: WalkEnd) {
    let names = session.bookmarks.map(\.name)
    guard names.count >= 2 else {
      message = "a path needs two bookmarks: m makes one of this point"
      return
    }
    guard case .between(let start, let goal) = session.walk.course else {
      edit { $0.walk.course = .between(names[0], names[1]) }
      return
    }
    let next: WalkSettings.Course =
      end == .start
      ? .between(Self.name(after: start, in: names, except: goal), goal)
      : .between(start, Self.name(after: goal, in: names, except: start))
    edit { $0.walk.course = next }
  }

  /// The next name that the other end has not; one that is gone gives way to the first.
  private static func name(after name: String, in names: [String], except other: String) -> String {
    let first = (names.firstIndex(of: name) ?? -1) + 1
    let turned = names[first...] + names[..<first]
    return turned.first { $0 != other } ?? name
  }

  mutating func swapWalkEnds() {
    guard case .between(let start, let goal) = session.walk.course else {
      message = "only a path between bookmarks has ends to swap: [ and ] choose them"
      return
    }
    edit { $0.walk.course = .between(goal, start) }
  }

  mutating func bendWalkPath() {
    guard case .between = session.walk.course else {
      message = "only a path between bookmarks can be spherical: [ and ] choose its ends"
      return
    }
    edit { $0.walk.path = $0.walk.path == .linear ? .spherical : .linear }
    notice =
      session.walk.path == .linear
      ? "linear: each coordinate in proportion"
      : "spherical: along the great circle around the origin"
  }

  /// Brings the knobs to a point of a path, where knobs can say it: at the ends, and between points
  /// of one anchor that does not move on the way.
  mutating func go(along path: LatentPath, from start: Bookmark, to end: Bookmark, share: Double) {
    if share <= 0 { return go(to: start) }
    if share >= 1 { return go(to: end) }
    if let reason = obstacle(on: path, from: start.knobs, to: end.knobs) {
      message = reason
      return
    }
    let (from, to) = (start.knobs, end.knobs)
    func between(_ start: Double, _ end: Double) -> Double { start + share * (end - start) }
    var barriers = from.barriers
    for reaction in Reaction.withBarrier {
      let energy = between(Double(from.barriers[reaction]), Double(to.barriers[reaction]))
      if let changed = try? barriers.setting(reaction, to: Float(energy)) { barriers = changed }
    }
    edit { session in
      session.anchor = from.anchor
      session.barriers = barriers
      session.offsets = zip(from.offsets, to.offsets).map(between)
    }
    notice = "at \(Int((100 * share).rounded())) % of the way"
  }

  /// Why no sliders stand for the points between.
  private func obstacle(on path: LatentPath, from start: Knobs, to end: Knobs) -> String? {
    if path == .spherical {
      return "a spherical path leaves the sliders' axes: i makes it linear, or go to an end"
    }
    if start.anchor != end.anchor {
      return "the ends start from different anchors, so no sliders stand for a point between them"
    }
    if start.anchor.usesPrior, start.barriers != end.barriers {
      return "the anchor is a prior that moves with the barriers: no sliders stand for this point"
    }
    if start.anchor == .simulated, start.barriers != end.barriers || start.seed != end.seed {
      return "the ends start from different films, so no sliders stand for a point between them"
    }
    return nil
  }
}
