import Interphase

extension Command {
  /// Seeds, anchors, bookmarks, undo.
  static let points: [Command] = [
    Command("new-seed", "new seed for the simulation", .points, ["n"]) { $0.newSeed(1) },
    Command("previous-seed", "previous seed", .points, ["N"]) { $0.newSeed(-1) },
    Command("type-seed", "type a seed", .points) { $0.ask(.seed) },
    Command("next-anchor", "next anchor of the latent point", .points, ["a"]) { $0.nextAnchor() },
    Command("another-anchor", "another draw or test sample", .points, ["A"]) {
      $0.anotherAnchor()
    },
    Command("undo", "undo", .points, ["u"]) { $0.undo() },
    Command("redo", "redo", .points, ["C-r", "U"]) { $0.redo() },
    Command("add-bookmark", "bookmark this point", .points, ["m"]) { $0.ask(.bookmark) },
    Command("bookmarks", "list of bookmarks: go, compare, delete", .points, ["'", "b"]) {
      $0.open(.bookmarks)
    },
  ]
}

extension ExplorerState {
  mutating func newSeed(_ step: Int) {
    edit { $0.seed = step > 0 ? $0.seed &+ 1 : $0.seed &- 1 }
  }

  mutating func nextAnchor() {
    guard let summary = model.summary else {
      message = "an anchor needs a model"
      return
    }
    edit { session in
      repeat {
        session.anchor = session.anchor.next(testSamples: summary.testSamples)
      } while !summary.hasConditionalPrior && session.anchor.usesPrior
    }
  }

  /// Another draw of the prior, another test sample.
  mutating func anotherAnchor() {
    guard let other = session.anchor.another(testSamples: model.summary?.testSamples ?? 0) else {
      message =
        "the anchor '\(session.anchor.title)' is the only one of its kind: a chooses another"
      return
    }
    edit { $0.anchor = other }
  }

  /// Keeps the present point under a name; one of that name is replaced.
  mutating func addBookmark(named name: String) {
    let bookmark = Bookmark(name: name, knobs: session.knobs)
    edit { session in
      if let same = session.bookmarks.firstIndex(where: { $0.name == name }) {
        session.bookmarks[same] = bookmark
      } else {
        session.bookmarks.append(bookmark)
      }
    }
    notice = "bookmark '\(name)' · ' lists them"
  }

  /// A name that no bookmark has yet.
  var freshBookmarkName: String {
    let taken = Set(session.bookmarks.map(\.name))
    return (1...).lazy.map { "point \($0)" }.first { !taken.contains($0) } ?? "point"
  }

  /// Moves all knobs to a bookmark; locked sliders go too, since the point was asked for whole.
  mutating func go(to bookmark: Bookmark) {
    edit { $0.knobs = bookmark.knobs }
    notice = "at '\(bookmark.name)'"
  }
}
