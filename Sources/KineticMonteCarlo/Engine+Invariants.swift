/// What must hold after every event; for tests, since it costs a rebuild.
extension Engine {
  /// - Returns: What is wrong, empty where nothing is.
  func checkInvariants() -> [String] {
    checkSlots() + checkLists() + checkParticles() + checkClusters()
  }

  /// Advances an event at a time, checks after each, and ends the program where something is wrong.
  mutating func advanceChecked(toEvents limit: Int, deadline: Double = .infinity) {
    while events < limit {
      let before = events
      advance(toEvents: before + 1, deadline: deadline)
      let wrong = checkInvariants()
      precondition(wrong.isEmpty, "after event \(events): \(wrong.joined(separator: "; "))")
      if events == before { return }
    }
  }

  /// Every slot lists what its sites imply.
  private func checkSlots() -> [String] {
    var wrong: [String] = []
    for site in interior {
      for direction in 0..<4 {
        let neighbour = site + offset(direction)
        for (site, direction) in [(site, direction), (neighbour, direction ^ 1)]
        where kinds[site * 4 + direction] != siteEvent(site, direction, among: listedPairs) {
          wrong.append("slot (\(site), \(direction)) lists \(kinds[site * 4 + direction])")
        }
      }
    }
    for site in 0..<layout.siteCount where kinds[firstHopSlot + site] != hops(of: site) {
      wrong.append("site \(site) lists \(kinds[firstHopSlot + site])")
    }
    for cluster in 0..<layout.clusterCapacity {
      for direction in 0..<4 {
        let expected = clusters[cluster].size > 0 ? clusterEvent(cluster, direction) : .none
        let found = kinds[firstClusterSlot + cluster * 4 + direction]
        if found != expected { wrong.append("cluster \(cluster) lists \(found), not \(expected)") }
      }
    }
    return wrong
  }

  /// Every slot stands in the list of its class, and nowhere else.
  private func checkLists() -> [String] {
    var wrong: [String] = []
    var listed = 0
    for kind in EventClass.allCases where kind != .none {
      let list = Int(kind.rawValue)
      listed += listCounts[list]
      for place in 0..<listCounts[list] {
        let slot = Int(lists[list * slotCount + place])
        if kinds[slot] != kind || Int(places[slot]) != place {
          wrong.append("list of \(kind), place \(place): slot \(slot) does not point back")
        }
      }
    }
    let kept = (0..<layout.slotCount).count { kinds[$0] != .none }
    if listed != kept { wrong.append("\(listed) slots listed, \(kept) with a class") }
    return wrong
  }

  /// Monomers and dimers are listed once each, and point back.
  private func checkParticles() -> [String] {
    var wrong: [String] = []
    for index in 0..<monomerCount where labels[Int(monomers[index])] != Int32(index) {
      wrong.append("monomer \(index) is not on its site")
    }
    for index in 0..<(2 * dimerCount) where labels[Int(dimers[index])] != Int32(index) {
      wrong.append("dimer half \(index) is not on its site")
    }
    for index in 0..<dimerCount {
      let distance = abs(Int(dimers[index * 2]) - Int(dimers[index * 2 + 1]))
      if distance != 1 && distance != stride { wrong.append("dimer \(index) is torn") }
    }
    let monomerSites = interior.count { codes[$0] == SiteCode.monomer }
    let dimerSites = interior.count { codes[$0] == SiteCode.dimer }
    if monomerSites != monomerCount { wrong.append("\(monomerSites) sites of \(monomerCount) O") }
    if dimerSites != dimerCount * 2 { wrong.append("\(dimerSites) sites of \(dimerCount) D") }
    return wrong
  }

  /// Clusters hold their sites, are connected, of three sites or more, and count their contacts.
  private func checkClusters() -> [String] {
    var wrong: [String] = []
    var sites = 0
    var copy = self
    let film = lattice
    for cluster in 0..<layout.clusterCapacity {
      let record = clusters[cluster]
      let members = members(of: cluster)
      sites += members.count
      if members.count != Int(record.size) || record.isStale {
        wrong.append("cluster \(cluster): \(members.count) members, not \(record.size)")
      }
      if (1...2).contains(members.count) { wrong.append("cluster \(cluster) is too small") }
      if members.contains(where: { codes[$0] != SiteCode.organic || labels[$0] != cluster }) {
        wrong.append("cluster \(cluster) has a foreign member")
      }
      if film.components(of: members.map(layout.unpadded)).count > 1 {
        wrong.append("cluster \(cluster) is in pieces")
      }
      wrong += copy.checkContacts(of: cluster, members)
    }
    let organic = interior.count { codes[$0] == SiteCode.organic }
    if organic != sites { wrong.append("\(organic) organic sites, \(sites) members") }
    copy.sumMoves()
    if !moveWeightIsStale, copy.moveWeight != moveWeight { wrong.append("moves' total is stale") }
    return wrong
  }

  /// Counts a cluster's contacts afresh, in place, and compares.
  private mutating func checkContacts(of cluster: Int, _ members: [Int]) -> [String] {
    let kept = clusters[cluster]
    clusters[cluster] = ClusterRecord()
    // Not to be noted as stale: nothing has changed.
    clusters[cluster].isStale = true
    for member in members {
      for direction in 0..<4 {
        let neighbour = member + offset(direction)
        count(1, codes[neighbour], labels[neighbour], towards: direction, of: Int32(cluster))
      }
    }
    let counted = clusters[cluster]
    clusters[cluster] = kept
    return kept.contacts == counted.contacts
      ? [] : ["cluster \(cluster) has contacts \(counted.contacts), counts \(kept.contacts)"]
  }

  /// Sites between electrode and sink, walls left out.
  private var interior: [Int] {
    (stride..<(layout.siteCount - stride)).filter { (1...layout.width).contains($0 % stride) }
  }
}

extension ClusterRecord {
  fileprivate var contacts: [Int32] {
    [monomerContacts, dimerContacts, inorganicContacts, sinkContacts, electrodeContacts]
      + (0..<4).flatMap { [obstacles[$0], others[$0], walls[$0]] }
  }
}
