package import Interphase

/// S₂(r): the chance that two sites r apart, in a row or a column of the film, are both solid.
///
/// Of each film the rows 1 to its greatest height count, all columns; averaged over films.
package struct TwoPointCorrelation {
  /// The greatest distance [nm].
  package static let reach = 20

  private var sums = [Double](repeating: 0, count: reach + 1)
  /// Films for which a distance fits into their height or width.
  private var films = [Int](repeating: 0, count: reach + 1)

  /// No films yet.
  package init() {}

  /// Adds a film, looking at its rows 1 to `height`; a height of 0 counts as no film.
  package mutating func add(_ lattice: Lattice, height: Int) {
    guard height >= 1 else { return }
    let width = lattice.width
    let solid = lattice.codes.map { Species(rawValue: $0)!.isSolid }
    for distance in 0...Self.reach {
      var (pairs, both) = (0, 0)
      for y in 1...height {
        for x in 0..<width where x + distance < width || y + distance <= height {
          let here = solid[y * width + x]
          if x + distance < width {
            pairs += 1
            both += here && solid[y * width + x + distance] ? 1 : 0
          }
          if y + distance <= height {
            pairs += 1
            both += here && solid[(y + distance) * width + x] ? 1 : 0
          }
        }
      }
      guard pairs > 0 else { continue }
      sums[distance] += Double(both) / Double(pairs)
      films[distance] += 1
    }
  }

  /// S₂ at 0, 1, … nm.
  package var values: [Double] {
    zip(sums, films).map { $1 == 0 ? 0 : $0 / Double($1) }
  }

  /// The root mean square difference from another correlation, over its value at 0.
  package func error(against truth: TwoPointCorrelation) -> Double {
    let reference = truth.values
    guard reference[0] > 0 else { return 0 }
    let squares = zip(values, reference).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return (squares / Double(reference.count)).squareRoot() / reference[0]
  }
}
