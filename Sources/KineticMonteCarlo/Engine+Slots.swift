/// Event lists: exact, by swapping the last slot into a removed one's place.
extension Engine {
  /// Lists a slot under a class, or nowhere.
  mutating func assign(_ slot: Int, _ kind: EventClass) {
    let old = kinds[slot]
    guard old != kind else { return }
    staleLists |= 1 << UInt32(old.rawValue) | 1 << UInt32(kind.rawValue)
    if old != .none {
      let list = Int(old.rawValue)
      let last = listCounts[list] - 1
      let moved = lists[list * slotCount + last]
      let place = places[slot]
      lists[list * slotCount + Int(place)] = moved
      places[Int(moved)] = place
      listCounts[list] = last
    }
    if kind != .none {
      let list = Int(kind.rawValue)
      let place = listCounts[list]
      lists[list * slotCount + place] = Int32(truncatingIfNeeded: slot)
      places[slot] = Int32(truncatingIfNeeded: place)
      listCounts[list] = place + 1
    }
    kinds[slot] = kind
  }

  /// Lists anew what a site and its neighbour do to each other.
  mutating func relist(_ site: Int, _ direction: Int) {
    let neighbour = site + offset(direction)
    assign(site * 4 + direction, siteEvent(site, direction, among: listedPairs))
    assign(
      neighbour * 4 + (direction ^ 1),
      siteEvent(neighbour, direction ^ 1, among: listedPairs))
  }

  /// Lists the hops of the precursor on a site: one slot, in a list by how many there are.
  ///
  /// A list of single hops would change in sixteen places when a precursor hops, this one in two.
  @inline(__always)
  mutating func listHops(of site: Int) {
    assign(firstHopSlot + site, hops(of: site))
  }

  /// How many hops a site lists.
  @inline(__always)
  func hops(of site: Int) -> EventClass {
    guard codes[site] == SiteCode.precursor else { return .none }
    return .precursorHop(ways: Self.rooms(around: site, codes, stride).nonzeroBitCount)
  }

  /// What a site does to, or with, its neighbour, among listed or among hidden events.
  @inline(__always)
  func siteEvent(
    _ site: Int, _ direction: Int, among pairs: UnsafeMutablePointer<EventClass>
  ) -> EventClass {
    let neighbour = site + offset(direction)
    let kind = pairs[
      SiteCode.index(of: codes[site]) * 16 + SiteCode.index(of: codes[neighbour])]
    switch kind {
    case .reductionAtInorganic, .depositionAtInorganic:
      return neighbour < tunnellingEnd ? kind : .none
    case .nucleation4:
      return labels[site] >> 1 == labels[neighbour] >> 1 ? .none : kind
    case .dimerHop:
      return neighbourhood(neighbour) & SiteCode.electrolyte != 0 ? kind : .none
    default:
      return kind
    }
  }

  /// The species around a site, OR-ed.
  @inline(__always)
  private func neighbourhood(_ site: Int) -> UInt8 {
    codes[site - 1] | codes[site + 1] | codes[site - stride] | codes[site + stride]
  }
}
