import Cells
import Interphase

/// What passes in the view Compare: neither undone nor saved.
struct CompareState: Equatable, Sendable {
  /// The inspected site: column, and row from the electrode; `nil` while there is no cursor.
  var site: Point?
}

extension CompareView {
  static let commands: [Command] = [
    Command("compare-part", "next part", .view, ["Space", "c"]) { $0.stepPart(by: 1) },
    Command("compare-previous-part", "previous part", .view, ["C"]) { $0.stepPart(by: -1) },
    Command("compare-species", "next species for the probabilities", .view, ["s"]) {
      $0.stepComparedSpecies(by: 1)
    },
    Command("compare-previous-species", "previous species for the probabilities", .view, ["S"]) {
      $0.stepComparedSpecies(by: -1)
    },
    Command("compare-letters", "letters or colours for differences", .view, ["v"]) { state in
      state.edit { $0.compare.showsLetters.toggle() }
    },
    Command("compare-site", "cursor on a site, or none", .view, ["i"]) { $0.toggleSite() },
    Command("compare-left", "cursor to the left", .view, ["["]) { $0.moveSite(x: -1, y: 0) },
    Command("compare-right", "cursor to the right", .view, ["]"]) { $0.moveSite(x: 1, y: 0) },
    Command("compare-down", "cursor down", .view, ["{"]) { $0.moveSite(x: 0, y: -1) },
    Command("compare-up", "cursor up", .view, ["}"]) { $0.moveSite(x: 0, y: 1) },
  ]

  /// Species that can be chosen, the film's first.
  static let species: [Species] = [
    .organic, .inorganic, .monomer, .dimer, .precursor, .electrolyte,
  ]
}

extension ExplorerState {
  /// Shows the next page of parts, or the one before.
  mutating func stepPart(by step: Int) {
    let pages = CompareLayout(self, in: contentFrame).pages
    guard pages.count > 1 else {
      notice = "every part is on screen"
      return
    }
    let here = pages.firstIndex { $0.contains(session.compare.part) } ?? 0
    let part = pages[(here + step + pages.count) % pages.count][0]
    edit { $0.compare.part = part }
  }

  /// Chooses another species for the probabilities, and shows them.
  mutating func stepComparedSpecies(by step: Int) {
    let all = CompareView.species
    let here = all.firstIndex(of: session.compare.species) ?? 0
    compareProbability(of: all[(here + step + all.count) % all.count])
  }

  /// Shows the probabilities of a species.
  mutating func compareProbability(of species: Species) {
    edit { session in
      session.compare.species = species
      session.compare.part = .probability
    }
  }

  mutating func toggleSite() {
    compare.site =
      compare.site == nil ? Point(x: latticeSize.width / 2, y: latticeSize.height / 8) : nil
  }

  /// Moves the cursor by sites; without one it appears.
  mutating func moveSite(x: Int, y: Int) {
    guard let site = compare.site else { return toggleSite() }
    compare.site = Point(
      x: min(max(0, site.x + x), latticeSize.width - 1),
      y: min(max(0, site.y + y), latticeSize.height - 1))
  }
}
