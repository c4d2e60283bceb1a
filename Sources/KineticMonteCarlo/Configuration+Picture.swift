import Interphase

extension Configuration {
  /// Reads a drawing, top row first: `#` electrode, `~` sink, `.` electrolyte, `P`, `F`, `O`, the two
  /// halves of a dimer `<>` or `^` over `v`, and a small letter (but v) for each cluster.
  ///
  /// - Precondition: The rows are of one length.
  /// - Throws: ``ConfigurationError`` where the drawing is no configuration of a run.
  package init(picture: String) throws(ConfigurationError) {
    let rows = picture.split(separator: "\n").reversed()
    let width = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == width }, "rows of several lengths:\n\(picture)")
    let drawn = Array(rows.joined())
    var clusters: [Character: [Int]] = [:]
    var dimers: [[Int]] = []
    var lattice = Lattice(emptyWidth: width, height: rows.count)
    for (site, letter) in drawn.enumerated() {
      lattice[site % width, site / width] = Self.letters[letter] ?? .organic
      if Self.letters[letter] == nil { clusters[letter, default: []].append(site) }
      if letter == "<" { dimers.append([site, site + 1]) }
      if letter == "v" { dimers.append([site, site + width]) }
    }
    let groups = clusters.sorted { $0.key < $1.key }.map(\.value)
    try self.init(lattice, dimers: dimers, clusters: groups)
  }

  private static let letters: [Character: Species] = [
    "#": .electrode, "~": .sink, ".": .electrolyte, "P": .precursor, "F": .inorganic,
    "O": .monomer, "<": .dimer, ">": .dimer, "^": .dimer, "v": .dimer,
  ]
}
