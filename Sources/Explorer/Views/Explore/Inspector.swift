import Cells
import Interphase

/// What is known of one site: its species on both sides, the decoder's belief, the film's height.
enum Inspector {
  /// One line on a site.
  static func text(of site: ExploreState.Site, _ state: ExplorerState) -> String {
    var parts = ["column \(site.x), row \(site.y)"]
    if let film = state.shownFilm {
      parts.append("sim \(film[site.x, site.y].name)" + height(of: site.x, in: film))
    }
    if let film = state.decoded?.result.lattice {
      parts.append("dec \(film[site.x, site.y].name)" + height(of: site.x, in: film))
    }
    let beliefs = beliefs(at: site, state).prefix(3)
    if !beliefs.isEmpty {
      let texts = beliefs.map { "\($0.species.name) \(NumberText.fixed($0.probability, 2))" }
      parts.append("p " + texts.joined(separator: ", "))
    }
    return parts.joined(separator: " · ")
  }

  /// The height of the film's highest solid site in a column, as text.
  private static func height(of column: Int, in film: Lattice) -> String {
    let top = (1..<film.height).last { film[column, $0].isSolid }
    return " (height \(top ?? 0) nm)"
  }

  /// What the decoder believes of a site, the likeliest first; none below one in a hundred.
  static func beliefs(
    at site: ExploreState.Site, _ state: ExplorerState
  ) -> [(species: Species, probability: Double)] {
    guard let result = state.decoded?.result, !result.probabilities.isEmpty else { return [] }
    let sites = result.lattice.width * result.lattice.height
    guard result.probabilities.count >= Species.allCases.count * sites else { return [] }
    let place = site.y * result.lattice.width + site.x
    return Species.allCases
      .map { ($0, Double(result.probabilities[Int($0.rawValue) * sites + place])) }
      .filter { $0.1 >= 0.01 }
      .sorted { $0.1 > $1.1 }
  }

  /// The beliefs as bars, for a panel.
  static func draw(in frame: Rect, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    canvas.write("Site", x: frame.x, y: frame.y, style: look.title)
    guard let site = state.explore.inspected else {
      canvas.write(
        wrapped: "click a site, or press i and the arrows", in: frame.below(1), style: look.dim)
      return
    }
    canvas.write(
      "column \(site.x), row \(site.y)", x: frame.x + 6, y: frame.y, style: look.dim)
    var y = frame.y + 1
    for (name, film) in [("sim", state.shownFilm), ("dec", state.decoded?.result.lattice)] {
      guard let film else { continue }
      canvas.write(name, x: frame.x, y: y, style: look.dim)
      canvas.write(
        film[site.x, site.y].name + height(of: site.x, in: film), x: frame.x + 4, y: y,
        style: look.text, width: frame.width - 4)
      y += 1
    }
    for belief in beliefs(at: site, state) where y < frame.maxY {
      canvas.write("p \(belief.species.name)", x: frame.x, y: y, style: look.dim)
      canvas.write(
        NumberText.fixed(belief.probability, 2), endingAt: frame.x + 20, y: y, style: look.text)
      let bar = Int((belief.probability * Double(max(0, frame.width - 22))).rounded())
      canvas.write(
        String(repeating: "▬", count: bar), x: frame.x + 22, y: y, style: look.accent)
      y += 1
    }
  }
}

extension ExplorerState {
  /// Begins to look at sites, in the middle of the film, or ends it.
  mutating func toggleInspection() {
    guard explore.inspected == nil else {
      explore.inspected = nil
      return
    }
    explore.inspected = ExploreState.Site(x: latticeSize.width / 2, y: latticeSize.height / 5)
    notice = "arrows move over the sites · Esc leaves"
  }

  /// Keys while a site is looked at: arrows move over the lattice.
  mutating func moveInspection(_ chord: KeyChord) -> Bool {
    guard let site = explore.inspected else { return false }
    let far = chord.modifiers == .shift ? 5 : 1
    switch chord.key {
    case .escape: explore.inspected = nil
    case .left, .character("h"): inspect(site.x - far, site.y)
    case .right, .character("l"): inspect(site.x + far, site.y)
    case .up, .character("k"): inspect(site.x, site.y + far)
    case .down, .character("j"): inspect(site.x, site.y - far)
    case .character("H"): inspect(site.x - 5, site.y)
    case .character("L"): inspect(site.x + 5, site.y)
    default: return false
    }
    return true
  }

  /// Looks at a site; beyond the lattice at the nearest.
  mutating func inspect(_ x: Int, _ y: Int) {
    explore.inspected = ExploreState.Site(
      x: min(max(0, x), latticeSize.width - 1), y: min(max(0, y), latticeSize.height - 1))
  }
}

extension Rect {
  /// The rectangle without its first rows.
  func below(_ rows: Int) -> Rect {
    Rect(x: x, y: y + rows, width: width, height: height - rows)
  }
}
