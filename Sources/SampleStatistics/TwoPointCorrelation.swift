package import Interphase

/// S₂(r): the chance that two sites r apart, in a row or a column of the film, are both solid.
///
/// Of each film the rows 1 to its greatest height count, all columns; averaged over films.
package struct TwoPointCorrelation: Sendable {
  /// The greatest distance [nm].
  package static let reach = 20

  private var sums = [Double](repeating: 0, count: reach + 1)
  /// Films for which a distance fits into their height or width.
  private var films = [Int](repeating: 0, count: reach + 1)

  /// No films yet.
  package init() {}

  /// Adds a film, looking at its rows 1 to `height`; a height of 0 counts as no film.
  package mutating func add(_ lattice: Lattice, height: Int) {
    add(Self.curve(of: lattice, height: height))
  }

  /// Adds a film's own curve, see ``curve(of:height:)``.
  package mutating func add(_ curve: [Double]) {
    for (distance, value) in curve.enumerated() where !value.isNaN {
      sums[distance] += value
      films[distance] += 1
    }
  }

  /// S₂ of one film at 0, 1, … ``reach`` nm; NaN where no pair is that far apart, empty for a height
  /// of 0.
  package static func curve(of lattice: Lattice, height: Int) -> [Double] {
    guard height >= 1 else { return [] }
    let width = lattice.width
    let solid = lattice.codes.map { code -> UInt8 in Species(rawValue: code)!.isSolid ? 1 : 0 }
    return solid.withUnsafeBufferPointer { solid in
      (0...reach).map { distance in
        let (across, up) = (max(0, width - distance), max(0, height - distance))
        let pairs = across * height + up * width
        guard pairs > 0 else { return .nan }
        var both = 0
        for y in 1...height { both += matches(solid, y * width, by: distance, count: across) }
        // Rows lie one after the other, so that all columns are one stretch.
        both += matches(solid, width, by: distance * width, count: up * width)
        return Double(both) / Double(pairs)
      }
    }
  }

  /// Places of a stretch at which both it and the stretch `step` further on hold 1.
  private static func matches(
    _ solid: UnsafeBufferPointer<UInt8>, _ start: Int, by step: Int, count: Int
  ) -> Int {
    guard count > 0 else { return 0 }
    precondition(start + step + count <= solid.count, "pairs beyond the lattice")
    var sum = 0
    for place in start..<(start + count) { sum &+= Int(solid[place] & solid[place &+ step]) }
    return sum
  }

  /// S₂ at 0, 1, … nm.
  package var values: [Double] {
    zip(sums, films).map { $1 == 0 ? 0 : $0 / Double($1) }
  }

  /// The root mean square difference from another correlation, over its value at 0.
  ///
  /// - Returns: `nil` where the other holds nothing solid.
  package func error(against truth: TwoPointCorrelation) -> Double? {
    let reference = truth.values
    guard reference[0] > 0 else { return nil }
    let squares = zip(values, reference).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return (squares / Double(reference.count)).squareRoot() / reference[0]
  }
}
