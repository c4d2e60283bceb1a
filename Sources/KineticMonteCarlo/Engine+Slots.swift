/// Event lists: exact, by swapping the last slot into a removed one's place.
extension Engine {
  /// Lists a slot under a class, or nowhere.
  mutating func assign(_ slot: Int, _ kind: EventClass) {
    let old = kinds[slot]
    guard old != kind else { return }
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

  /// Lists anew what a changed site does to its neighbours and they to it.
  mutating func refresh(around site: Int) {
    for direction in 0..<4 {
      let neighbour = site + offset(direction)
      assign(site * 4 + direction, siteEvent(site, direction))
      assign(neighbour * 4 + (direction ^ 1), siteEvent(neighbour, direction ^ 1))
      // A dimer beside electrolyte hops there if it finds room behind: that may be this site.
      if codes[neighbour] == SiteCode.electrolyte { refreshDimers(around: neighbour) }
    }
  }

  private mutating func refreshDimers(around room: Int) {
    for direction in 0..<4 {
      let site = room + offset(direction)
      if codes[site] == SiteCode.dimer {
        assign(site * 4 + (direction ^ 1), siteEvent(site, direction ^ 1))
      }
    }
  }

  /// What a site does to, or with, its neighbour.
  func siteEvent(_ site: Int, _ direction: Int) -> EventClass {
    let neighbour = site + offset(direction)
    let kind = pairKinds[
      SiteCode.index(of: codes[site]) * 16 + SiteCode.index(of: codes[neighbour])]
    switch kind {
    case .reductionAtInorganic, .depositionAtInorganic:
      return neighbour < tunnellingEnd ? kind : .none
    case .nucleation4:
      return labels[site] >> 1 == labels[neighbour] >> 1 ? .none : kind
    case .dimerHop:
      return hasElectrolyte(around: neighbour) ? kind : .none
    default:
      return kind
    }
  }

  func hasElectrolyte(around site: Int) -> Bool {
    let around =
      codes[site - 1] | codes[site + 1] | codes[site - stride] | codes[site + stride]
    return around & SiteCode.electrolyte != 0
  }
}
