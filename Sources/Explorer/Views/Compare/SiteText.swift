import Cells
import Interphase

/// What is known of the site under the cursor, in one line.
enum SiteText {
  static func text(_ state: ExplorerState) -> String? {
    let size = state.latticeSize
    guard let site = state.compare.site, site.x < size.width, site.y < size.height else {
      return nil
    }
    let isWide = state.size.width >= 100
    var parts: [String] = []
    for (name, short, lattice) in [
      ("simulated", "sim", state.run.snapshot?.lattice),
      ("decoded", "dec", state.decoded?.result.lattice),
    ] {
      guard let lattice, site.x < lattice.width, site.y < lattice.height else { continue }
      parts.append("\(isWide ? name : short) \(lattice[site.x, site.y].name)")
    }
    let species = state.session.compare.species
    let place = site.y * size.width + site.x
    if let values = state.decoded?.result.probability(of: species), place < values.count {
      parts.append("p(\(species.name)) \(NumberText.fixed(values[place], 2))")
    }
    let films = Ensemble(state).films
    if !films.isEmpty {
      let holding = films.filter { $0.codes[place] == species.rawValue }.count
      parts.append("in \(holding) of \(films.count)" + (isWide ? " films" : ""))
    }
    let prefix = isWide ? "column \(site.x), \(site.y) nm high: " : "\(site.x), \(site.y): "
    return prefix + parts.joined(separator: " · ")
  }
}
