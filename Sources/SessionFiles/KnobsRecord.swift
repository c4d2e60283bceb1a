import Explorer
import Interphase

/// Barriers, seed, event limit, anchor and offsets.
enum KnobsRecord {
  private static let keys = ["barriers", "seed", "eventLimit", "anchor", "offsets"]

  static func value(of knobs: Knobs) -> JSONValue {
    let barriers = Reaction.withBarrier.map { ($0.id, JSONValue.float(knobs.barriers[$0])) }
    return .object([
      "barriers": .object(Dictionary(uniqueKeysWithValues: barriers)),
      "seed": .whole(knobs.seed), "eventLimit": .whole(UInt64(knobs.eventLimit)),
      "anchor": .text(knobs.anchor.name),
      "offsets": .list(knobs.offsets.map(JSONValue.number)),
    ])
  }

  static func knobs(_ field: Field) throws(SessionError) -> Knobs {
    let members = try field.members(keys)
    let start = StartState.standard
    var knobs = Session(barriers: start.barriers, seed: start.seed).knobs
    try members.read("barriers", into: &knobs.barriers, barriers)
    try members.read("seed", into: &knobs.seed) { field throws(SessionError) in
      try field.whole()
    }
    try members.read("eventLimit", into: &knobs.eventLimit) { field throws(SessionError) in
      try field.count(1...Int.max)
    }
    try members.read("anchor", into: &knobs.anchor, anchor)
    try members.read("offsets", into: &knobs.offsets, offsets)
    return knobs
  }

  private static func barriers(_ field: Field) throws(SessionError) -> Barriers {
    let members = try field.members(Reaction.withBarrier.map(\.id))
    var barriers = StartState.standard.barriers
    for reaction in Reaction.withBarrier {
      guard let member = members[reaction.id] else { continue }
      guard let changed = try? barriers.setting(reaction, to: Float(try member.number())) else {
        throw member.wrong("0 to 100 eV")
      }
      barriers = changed
    }
    return barriers
  }

  private static func offsets(_ field: Field) throws(SessionError) -> [Double] {
    let elements = try field.elements(atMost: Session.sliderCount)
    guard elements.count == Session.sliderCount else {
      throw SessionError(
        "\(field.file): \(field.path): found \(elements.count) numbers, "
          + "expected \(Session.sliderCount)")
    }
    var offsets: [Double] = []
    for element in elements {
      let offset = try element.number()
      guard offset.magnitude <= greatestOffset else {
        throw element.wrong("a number from -\(Int(greatestOffset)) to \(Int(greatestOffset))")
      }
      offsets.append(offset)
    }
    return offsets
  }

  /// Beyond this no latent space of any model reaches.
  private static let greatestOffset = 1e6

  private static func anchor(_ field: Field) throws(SessionError) -> Anchor {
    guard let anchor = Anchor(name: try field.text()) else {
      throw field.wrong("prior-mean, prior-draw:SEED, latent-mean, simulated or test:I")
    }
    return anchor
  }
}

/// Named points.
enum BookmarkRecord {
  static func value(of bookmark: Bookmark) -> JSONValue {
    .object(["name": .text(bookmark.name), "knobs": KnobsRecord.value(of: bookmark.knobs)])
  }

  static func bookmarks(_ field: Field) throws(SessionError) -> [Bookmark] {
    var bookmarks: [Bookmark] = []
    var names: Set<String> = []
    for element in try field.elements(atMost: SessionFile.mostBookmarks) {
      let members = try element.members(["name", "knobs"])
      guard let name = members["name"], let knobs = members["knobs"] else {
        throw element.wrong("a bookmark with name and knobs")
      }
      let text = try name.text()
      guard names.insert(text).inserted else { throw name.wrong("each name once") }
      bookmarks.append(Bookmark(name: text, knobs: try KnobsRecord.knobs(knobs)))
    }
    return bookmarks
  }
}
