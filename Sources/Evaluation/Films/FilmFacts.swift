package import Interphase
package import SampleStatistics

/// Four numbers in the order of ``Property``: thickness [nm], porosity, density [g/cm³], volume
/// fraction.
package typealias PropertyVector = SIMD4<Double>

extension PropertyVector {
  /// The number of a property.
  package subscript(property: Property) -> Double {
    get { self[property.rawValue] }
    set { self[property.rawValue] = newValue }
  }

  /// The four properties of a film, rounded to Float as data sets hold them: the densest film is
  /// then as dense as the densest of a training split.
  package init(_ observables: Observables) { self.init(observables.regressed) }

  /// Four numbers of a list that holds four a film.
  ///
  /// - Precondition: The list reaches so far.
  package init(_ values: [Float], at film: Int = 0) {
    self.init(
      Double(values[4 * film]), Double(values[4 * film + 1]), Double(values[4 * film + 2]),
      Double(values[4 * film + 3]))
  }
}

/// What is measured of one film.
package struct FilmFacts: Sendable {
  /// The four properties.
  package var properties: PropertyVector
  /// Its S₂, see ``TwoPointCorrelation/curve(of:height:)``.
  package let correlation: [Double]
  /// How its organic hangs together.
  package let clusters: OrganicClusters

  /// Measures a film; S₂ over its rows 1 to `height`, its own greatest height where `nil`.
  package init(of lattice: Lattice, height: Int? = nil) {
    properties = PropertyVector(Observables(of: lattice))
    correlation = TwoPointCorrelation.curve(
      of: lattice, height: height ?? lattice.filmHeights.max() ?? 0)
    clusters = OrganicClusters(of: lattice)
  }
}

/// A film beside the one that it should be.
package struct FilmComparison: Sendable {
  /// Where the two hold the same.
  package let overlap: Overlap
  /// What is measured of the film, S₂ within the other's height.
  package var facts: FilmFacts

  /// Compares a film with a simulated one of its size.
  package init(of film: Lattice, with simulated: Lattice) {
    var overlap = Overlap()
    overlap.add(decoded: film, simulated: simulated)
    self.overlap = overlap
    facts = FilmFacts(of: film, height: simulated.filmHeights.max() ?? 0)
  }
}
