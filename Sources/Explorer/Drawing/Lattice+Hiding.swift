import Interphase

extension Lattice {
  /// The film with some species drawn as electrolyte.
  func hiding(_ hidden: Set<Species>) -> Lattice {
    guard !hidden.isEmpty else { return self }
    var shown = self
    for y in 0..<height {
      for x in 0..<width where hidden.contains(self[x, y]) { shown[x, y] = .electrolyte }
    }
    return shown
  }
}
