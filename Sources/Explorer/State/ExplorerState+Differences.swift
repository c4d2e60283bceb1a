import Cells
import Interphase

/// One knob that stands differently in two places.
struct KnobDifference: Equatable {
  var name: String
  var first: String
  var second: String
}

extension ExplorerState {
  /// What differs between two positions of the knobs, in the order of the sliders.
  func differences(from first: Knobs, to second: Knobs) -> [KnobDifference] {
    var found: [KnobDifference] = []
    func add(_ name: String, _ one: String, _ other: String) {
      if one != other { found.append(KnobDifference(name: name, first: one, second: other)) }
    }
    add("anchor", first.anchor.shortTitle, second.anchor.shortTitle)
    for axis in first.offsets.indices where first.offsets[axis] != second.offsets[axis] {
      let texts = [first, second].map { NumberText.fixed($0.offsets[axis], 3, signed: true) }
      add("\(SliderView.label(of: .axis(axis), self)) from its anchor", texts[0], texts[1])
    }
    for reaction in Reaction.withBarrier where first.barriers[reaction] != second.barriers[reaction]
    {
      let texts = [first, second].map { NumberText.fixed(Double($0.barriers[reaction]), 4) + " eV" }
      add(reaction.shortLabel, texts[0], texts[1])
    }
    add("seed", "\(first.seed)", "\(second.seed)")
    add(
      "event limit", NumberText.grouped(first.eventLimit), NumberText.grouped(second.eventLimit))
    return found
  }

  /// What changed between two sessions, in a few words.
  func change(from before: Session, to after: Session) -> String {
    let knobs = differences(from: before.knobs, to: after.knobs)
    if let only = knobs.first {
      return knobs.count == 1
        ? "\(only.name) \(only.first) → \(only.second)"
        : "\(only.name) and \(knobs.count - 1) more"
    }
    if before.bookmarks != after.bookmarks { return "bookmarks" }
    if before.hidden != after.hidden { return "species shown" }
    if before.locked != after.locked { return "locks" }
    return "a choice of a view"
  }
}
