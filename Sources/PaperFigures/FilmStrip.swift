import Cells
import Exporting
import Interphase
import Networks
import Plotting
import Surrogate

/// Films side by side, with what is measured of each below it.
struct FilmStrip {
  /// One of them.
  struct Film {
    /// Heads its column.
    let name: String
    /// What stands above it.
    let title: String
    /// The film.
    let lattice: Lattice
    /// Thickness regressed from its latent point [nm]; `nil` without regressor or for a simulation.
    var regressedThickness: Double?
    /// What is measured of it.
    let measured: Observables

    init(_ name: String, title: String? = nil, simulated lattice: Lattice) {
      self.name = name
      self.title = title ?? name
      self.lattice = lattice
      measured = Observables(of: lattice)
    }

    init(_ name: String, title: String? = nil, decoded film: DecodedFilm) {
      self.name = name
      self.title = title ?? name
      lattice = film.lattice
      regressedThickness = film.regressed.first.map { Double($0) }
      measured = film.observables
    }
  }

  let films: [Film]

  /// The picture: a panel a film.
  func figure(_ provenance: Provenance) -> Figure {
    let (width, height) = (films[0].lattice.width, films[0].lattice.height)
    let room = films.count > 3 ? 125 : films.count > 2 ? 200 : 250
    return Figure(
      table: table, provenance: provenance, panels: films.indices.map(panel),
      grid: PanelGrid(
        columns: films.count, width: room, height: max(1, room * height / width), left: 52,
        right: 14, bottom: 132),
      legend: LegendEntry.species)
  }

  /// One row a film: what is measured of it.
  var summary: CSVTable {
    let properties = Property.allCases.map(\.heading)
    let layers = Self.layers.map { "\($0.name) [nm]" }
    var table = CSVTable(
      columns: ["film"] + properties + layers + ["regressed thickness [nm]"])
    for film in films {
      let numbers =
        Property.allCases.map { $0.value(in: film.measured) }
        + Self.layers.map { Double(film.lattice.count(of: $0)) / Double(film.lattice.width) }
      table.append(
        [.text(film.name)] + numbers.map { .number($0) }
          + [film.regressedThickness.map { .number($0) } ?? .missing])
    }
    return table
  }

  /// A property of each film, measured.
  func values(of property: Property) -> [Double] {
    films.map { property.value(in: $0.measured) }
  }

  /// How far the measured thickness moves over the films [nm].
  var thicknessRange: Double {
    let values = values(of: .thickness)
    return (values.max() ?? 0) - (values.min() ?? 0)
  }

  /// What the paper's colours show of a film: organic, inorganic, and what organic is made of.
  private static let layers: [Species] = [.inorganic, .organic, .monomer]

  /// One row a site, row 0 the electrode, and a column of species codes a film.
  private var table: CSVTable {
    let (width, height) = (films[0].lattice.width, films[0].lattice.height)
    var table = CSVTable(columns: [Self.x, Self.y] + films.map(\.name))
    for site in 0..<(width * height) {
      table.append(
        [.integer(site % width), .integer(site / width)]
          + films.map { .integer(Int($0.lattice.codes[site])) })
    }
    return table
  }

  private static let (x, y) = ("x [nm]", "y [nm]")

  private func panel(_ index: Int) -> Panel {
    let film = films[index]
    var panel = Panel(
      title: film.title, xLabel: Self.x, yLabel: index == 0 ? Self.y : "",
      layers: [.film(x: Self.x, y: Self.y, code: film.name)])
    panel.x = .range(-0.5...(Double(film.lattice.width) - 0.5))
    panel.y = .range(-0.5...(Double(film.lattice.height) - 0.5))
    panel.showsYNumbers = index == 0
    panel.notes = Property.allCases.map { property in
      let value = property.value(in: film.measured)
      let name = property == .volumeFraction ? "vol. fraction" : property.name
      return "\(name) \(property.text(value))"
        + (property.unit.isEmpty ? "" : " \(property.unit)")
    }
    return panel
  }
}

extension Property {
  /// A value with the digits that mean something; without its unit.
  func text(_ value: Double) -> String {
    NumberText.fixed(value, self == .thickness ? 1 : 3)
  }
}
