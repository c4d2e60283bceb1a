import Interphase
import KineticMonteCarlo

extension Configuration {
  /// Everything at once: precursors, inorganic, monomers, dimers and clusters that touch each other
  /// without being one.
  static func random(width: Int, height: Int, using source: inout RandomSource) -> Configuration {
    var lattice = Lattice(emptyWidth: width, height: height)
    var dimers: [[Int]] = []
    var clusters: [[Int]] = []
    let interior = Array(width..<(width * (height - 1)))
    func room(around sites: [Int]) -> [Int] {
      sites.flatMap { site in
        let x = site % width
        return (x > 0 ? [site - 1] : []) + (x < width - 1 ? [site + 1] : [])
          + [site - width, site + width]
      }.filter { lattice.codes[$0] == Species.electrolyte.rawValue }
    }
    /// A connected group of up to `size` sites that are still electrolyte.
    func group(from start: Int, size: Int) -> [Int] {
      var sites = [start]
      while sites.count < size {
        guard
          let next = room(around: sites).filter({ !sites.contains($0) })
            .randomElement(using: &source)
        else { break }
        sites.append(next)
      }
      return sites
    }
    for _ in 0..<(interior.count * Int.random(in: 2...12, using: &source) / 20) {
      let start = interior.randomElement(using: &source)!
      guard lattice.codes[start] == Species.electrolyte.rawValue else { continue }
      let species = [Species.precursor, .monomer, .monomer, .dimer, .dimer, .organic, .inorganic]
        .randomElement(using: &source)!
      let size =
        species == .dimer ? 2 : species == .organic ? Int.random(in: 3...9, using: &source) : 1
      let sites = group(from: start, size: size)
      if species == .dimer, sites.count < 2 { continue }
      if species == .organic, sites.count < 3 { continue }
      // Inorganic pins all it touches: rarely.
      if species == .inorganic, Int.random(in: 0..<3, using: &source) > 0 { continue }
      for site in sites { lattice[site % width, site / width] = species }
      if species == .dimer { dimers.append(sites) }
      if species == .organic { clusters.append(sites) }
    }
    return try! Configuration(lattice, dimers: dimers, clusters: clusters)
  }
}
