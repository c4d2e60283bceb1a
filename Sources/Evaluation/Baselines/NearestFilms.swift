package import Interphase
package import Surrogate

/// Films of a training split, to be looked up by barriers.
///
/// Barriers are compared as the network reads them, scaled by the ranges of the design, by Euclid's
/// distance. Memory: 64 bytes for the barriers, 40 for the rest and the lattice's codes for each film.
package struct NearestFilms: Sendable {
  /// Films behind an interval and a mean.
  package static let count = 20

  private let scaling: Scaling
  private var barriers: [SIMD16<Float>] = []
  private var properties: [PropertyVector] = []
  private var indices: [Int] = []
  private var codes: [UInt8] = []
  private var size = (width: 0, height: 0)

  /// No films yet.
  package init(scaling: Scaling) { self.scaling = scaling }

  /// Films that can be found.
  package var filmCount: Int { indices.count }

  /// Adds a film.
  ///
  /// - Precondition: It has the size of the others.
  package mutating func append(
    _ lattice: Lattice, barriers: Barriers, properties: PropertyVector, index: Int
  ) {
    precondition(
      indices.isEmpty || size == (lattice.width, lattice.height), "films of different sizes")
    size = (lattice.width, lattice.height)
    self.barriers.append(place(of: barriers))
    self.properties.append(properties)
    indices.append(index)
    codes += lattice.codes
  }

  /// The places of the nearest films, nearest first; of films equally near the earlier.
  ///
  /// - Parameters:
  ///   - count: Films to find; fewer come where there are not so many.
  ///   - excluded: Index in the data set of a film that does not count, such as the one asked about.
  /// - Complexity: One comparison of 15 numbers a film.
  package func places(
    near point: Barriers, count: Int = Self.count, excluding excluded: Int? = nil
  ) -> [Int] {
    precondition(count >= 1, "\(count) nearest films")
    let target = place(of: point)
    var found: [(distance: Float, place: Int)] = []
    var limit = Float.infinity
    for place in barriers.indices {
      let difference = barriers[place] - target
      let distance = (difference * difference).sum()
      guard distance < limit, indices[place] != excluded else { continue }
      let rank = found.firstIndex { $0.distance > distance } ?? found.count
      found.insert((distance, place), at: rank)
      if found.count > count { found.removeLast() }
      if found.count == count { limit = found[count - 1].distance }
    }
    return found.map(\.place)
  }

  /// The properties of the film at a place.
  package func properties(at place: Int) -> PropertyVector { properties[place] }

  /// The film at a place.
  package func lattice(at place: Int) -> Lattice {
    let sites = size.width * size.height
    // Justified here by the fact that the codes are those of a lattice.
    return try! Lattice(
      width: size.width, height: size.height,
      codes: Array(codes[(place * sites)..<((place + 1) * sites)]))
  }

  private func place(of barriers: Barriers) -> SIMD16<Float> {
    var result = SIMD16<Float>()
    for (index, value) in scaling.scaled(barriers: barriers.values).enumerated() {
      result[index] = value
    }
    return result
  }
}
