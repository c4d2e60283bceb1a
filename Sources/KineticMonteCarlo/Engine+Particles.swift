/// Monomers and dimers: their lists, and what becomes of them.
extension Engine {
  mutating func addMonomer(at site: Int) {
    monomers[monomerCount] = Int32(truncatingIfNeeded: site)
    put(SiteCode.monomer, label: Int32(truncatingIfNeeded: monomerCount), at: site)
    monomerCount += 1
    staleLists |= 1
  }

  /// Strikes a monomer off the list; the caller writes its site.
  mutating func removeMonomer(at site: Int) {
    monomerCount -= 1
    staleLists |= 1
    let index = labels[site]
    let last = monomers[monomerCount]
    monomers[Int(index)] = last
    labels[Int(last)] = index
  }

  mutating func addDimer(at first: Int, _ second: Int) {
    let index = dimerCount
    dimers[index * 2] = Int32(truncatingIfNeeded: first)
    dimers[index * 2 + 1] = Int32(truncatingIfNeeded: second)
    dimerCount += 1
    staleLists |= 1
    put(SiteCode.dimer, label: Int32(truncatingIfNeeded: index * 2), at: first)
    put(SiteCode.dimer, label: Int32(truncatingIfNeeded: index * 2 + 1), at: second)
  }

  /// Strikes a dimer off the list; the caller writes its sites.
  mutating func removeDimer(at site: Int) {
    dimerCount -= 1
    staleLists |= 1
    let index = Int(labels[site] >> 1)
    for half in 0..<2 {
      let last = dimers[dimerCount * 2 + half]
      dimers[index * 2 + half] = last
      labels[Int(last)] = Int32(truncatingIfNeeded: index * 2 + half)
    }
  }

  /// The other half of the dimer on a site.
  @inline(__always)
  func partner(of site: Int) -> Int { Int(dimers[Int(labels[site] ^ 1)]) }

  mutating func moveMonomer(from site: Int, to target: Int) {
    let index = labels[site]
    monomers[Int(index)] = Int32(truncatingIfNeeded: target)
    clear(site)
    put(SiteCode.monomer, label: index, at: target)
  }

  mutating func moveDimer(from site: Int, to first: Int, _ second: Int) {
    let index = labels[site] & ~1
    clear(partner(of: site))
    clear(site)
    dimers[Int(index)] = Int32(truncatingIfNeeded: first)
    dimers[Int(index) + 1] = Int32(truncatingIfNeeded: second)
    put(SiteCode.dimer, label: index, at: first)
    put(SiteCode.dimer, label: index + 1, at: second)
  }
}
