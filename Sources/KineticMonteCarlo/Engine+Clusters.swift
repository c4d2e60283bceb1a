/// Clusters: members, contacts, and the events that a cluster has of its own.
extension Engine {
  // MARK: Identifiers and members

  mutating func release(_ cluster: Int) {
    freeClusters[freeClusterCount] = Int32(truncatingIfNeeded: cluster)
    freeClusterCount += 1
  }

  /// A cluster without members.
  mutating func newCluster() -> Int {
    freeClusterCount -= 1
    return Int(freeClusters[freeClusterCount])
  }

  /// Turns a site into organic of a cluster.
  mutating func join(_ site: Int, to cluster: Int) {
    nextMember[site] = clusters[cluster].head
    clusters[cluster].head = Int32(truncatingIfNeeded: site)
    clusters[cluster].size += 1
    markStale(cluster)
    put(SiteCode.organic, label: Int32(truncatingIfNeeded: cluster), at: site)
  }

  /// Copies the members into `scratch` and says how many they are.
  @inline(__always)
  func gather(_ cluster: Int) -> Int {
    var count = 0
    var site = clusters[cluster].head
    while site >= 0 {
      scratch[count] = site
      count += 1
      site = nextMember[Int(site)]
    }
    return count
  }

  /// Strikes a cluster without members off the lists.
  private mutating func retire(_ cluster: Int) {
    clusters[cluster].size = 0
    clusters[cluster].head = -1
    for direction in 0..<4 { assign(firstClusterSlot + cluster * 4 + direction, .none) }
    listMoves(0, of: cluster)
    release(cluster)
  }

  // MARK: Contacts

  /// Counts a contact of a member, in a direction, with a neighbour of this code and label.
  ///
  /// What a cluster can do depends on which contacts it has, not how many: it is listed anew where
  /// the first of a kind comes or the last goes, or where monomers and dimers vie for the lowest site.
  mutating func count(
    _ change: Int32, _ code: UInt8, _ label: Int32, towards direction: Int, of cluster: Int32
  ) {
    let record = clusters + Int(cluster)
    let total: Int32
    switch code {
    case SiteCode.electrolyte: return
    case SiteCode.organic:
      guard label != cluster else { return }
      record.pointee.others[direction] += change
      total = record.pointee.others[direction]
    case SiteCode.monomer:
      record.pointee.monomerContacts += change
      total = record.pointee.dimerContacts > 0 ? 0 : record.pointee.monomerContacts
    case SiteCode.dimer:
      record.pointee.dimerContacts += change
      total = record.pointee.monomerContacts > 0 ? 0 : record.pointee.dimerContacts
    case SiteCode.inorganic:
      record.pointee.inorganicContacts += change
      total = record.pointee.inorganicContacts
    case SiteCode.sink:
      record.pointee.sinkContacts += change
      total = record.pointee.sinkContacts
    case SiteCode.precursor:
      record.pointee.obstacles[direction] += change
      total = record.pointee.obstacles[direction]
    case SiteCode.electrode:
      record.pointee.electrodeContacts += change
      record.pointee.obstacles[direction] += change
      total = 0
    default:
      record.pointee.walls[direction] += change
      total = record.pointee.walls[direction]
    }
    if total == 0 || total == change { markStale(Int(cluster)) }
  }

  /// Counts the contacts of a member all around.
  mutating func countAll(_ change: Int32, around site: Int, of cluster: Int32) {
    for direction in 0..<4 {
      let neighbour = site + offset(direction)
      count(change, codes[neighbour], labels[neighbour], towards: direction, of: cluster)
    }
  }

  mutating func markStale(_ cluster: Int) {
    guard !clusters[cluster].isStale else { return }
    clusters[cluster].isStale = true
    stale[staleCount] = Int32(truncatingIfNeeded: cluster)
    staleCount += 1
  }

  // MARK: Listing

  /// Lists anew what a cluster can do.
  mutating func refreshCluster(_ cluster: Int) {
    clusters[cluster].isStale = false
    guard clusters[cluster].size > 0 else { return }
    let single = soleEvent(of: cluster)
    var moves: Int32 = 0
    for direction in 0..<4 {
      let kind = single ?? wayEvent(cluster, direction)
      assign(
        firstClusterSlot + cluster * 4 + direction, single == nil || direction == 0 ? kind : .none)
      if kind == .clusterMove { moves += 1 }
    }
    listMoves(moves, of: cluster)
  }

  /// What a cluster does in a direction; an event that has none is listed under the first.
  func clusterEvent(_ cluster: Int, _ direction: Int) -> EventClass {
    guard let single = soleEvent(of: cluster) else { return wayEvent(cluster, direction) }
    return direction == 0 ? single : .none
  }

  /// What a cluster does instead of moving or merging, `none` for nothing; `nil` where it may do
  /// those.
  @inline(__always)
  private func soleEvent(of cluster: Int) -> EventClass? {
    let record = clusters + cluster
    if record.pointee.monomerContacts + record.pointee.dimerContacts > 0 {
      if record.pointee.dimerContacts == 0 { return .monomerIntake }
      if record.pointee.monomerContacts == 0 { return .dimerIntake }
      return codes[lowestIntake(of: cluster)] == SiteCode.monomer ? .monomerIntake : .dimerIntake
    }
    if record.pointee.sinkContacts > 0 {
      return record.pointee.electrodeContacts == 0 ? .clusterEscape : EventClass.none
    }
    return record.pointee.inorganicContacts > 0 ? EventClass.none : nil
  }

  /// What a cluster that is free to does in a direction.
  @inline(__always)
  private func wayEvent(_ cluster: Int, _ direction: Int) -> EventClass {
    let record = clusters + cluster
    if record.pointee.walls[direction] > 0 { return .none }
    if record.pointee.others[direction] > 0 { return .coalescence }
    return record.pointee.obstacles[direction] == 0 ? .clusterMove : .none
  }

  /// The monomer or dimer half of lowest row-major index that touches a cluster.
  @inline(__always)
  func lowestIntake(of cluster: Int) -> Int {
    var lowest = Int.max
    var member = Int(clusters[cluster].head)
    while member >= 0 {
      for direction in 0..<4 {
        let site = member + offset(direction)
        if site < lowest, codes[site] & (SiteCode.monomer | SiteCode.dimer) != 0 { lowest = site }
      }
      member = Int(nextMember[member])
    }
    return lowest
  }

  /// Keeps the number of listed moves by cluster size, from which their total rate follows.
  private mutating func listMoves(_ moves: Int32, of cluster: Int) {
    let record = clusters + cluster
    let size = record.pointee.size
    guard moves != record.pointee.listedMoves || size != record.pointee.listedSize else { return }
    addMoves(-record.pointee.listedMoves, ofSize: Int(record.pointee.listedSize))
    addMoves(moves, ofSize: Int(size))
    record.pointee.listedMoves = moves
    record.pointee.listedSize = size
  }

  private mutating func addMoves(_ change: Int32, ofSize size: Int) {
    guard change != 0 else { return }
    moveWeightIsStale = true
    staleLists |= 1 << UInt32(EventClass.clusterMove.rawValue)
    let old = moveCounts[size]
    moveCounts[size] = old + change
    if old == 0 {
      moveSizes[moveSizeCount] = Int32(truncatingIfNeeded: size)
      moveSizePlaces[size] = Int32(truncatingIfNeeded: moveSizeCount)
      moveSizeCount += 1
    } else if old + change == 0 {
      moveSizeCount -= 1
      let last = moveSizes[moveSizeCount]
      let place = moveSizePlaces[size]
      moveSizes[Int(place)] = last
      moveSizePlaces[Int(last)] = place
    }
  }

  /// Sums exp(−n/30) over the listed moves: afresh, since adding and subtracting would drift.
  mutating func sumMoves() {
    moveWeight = 0
    largestMoveFactor = 0
    for index in 0..<moveSizeCount {
      let size = Int(moveSizes[index])
      let factor = mechanism.slowdown(sites: size)
      moveWeight += Double(moveCounts[size]) * factor
      largestMoveFactor = max(largestMoveFactor, factor)
    }
    moveWeightIsStale = false
  }

  // MARK: Events

  mutating func move(_ cluster: Int, _ direction: Int) {
    let step = offset(direction)
    let label = Int32(truncatingIfNeeded: cluster)
    let count = gather(cluster)
    // Each line of members along the move enters one site ahead and leaves its last one. Both are
    // found before either is written, or a hole just entered would hide the one behind it.
    let entered = scratch + count
    let left = entered + count
    var enteredCount = 0
    var leftCount = 0
    for index in 0..<count {
      let site = Int(scratch[index])
      if !isMember(site + step, of: label) {
        entered[enteredCount] = Int32(truncatingIfNeeded: site + step)
        enteredCount += 1
      }
      if !isMember(site - step, of: label) {
        left[leftCount] = Int32(truncatingIfNeeded: site)
        leftCount += 1
      }
    }
    relink(cluster, count: count, step: step)
    for index in 0..<enteredCount { put(SiteCode.organic, label: label, at: Int(entered[index])) }
    for index in 0..<leftCount { clear(Int(left[index])) }
    markStale(cluster)
  }

  @inline(__always)
  private func isMember(_ site: Int, of label: Int32) -> Bool {
    codes[site] == SiteCode.organic && labels[site] == label
  }

  /// Shifts the list of members, which `scratch` holds.
  private mutating func relink(_ cluster: Int, count: Int, step: Int) {
    let shift = Int32(truncatingIfNeeded: step)
    clusters[cluster].head = scratch[0] + shift
    for index in 0..<(count - 1) {
      nextMember[Int(scratch[index] + shift)] = scratch[index + 1] + shift
    }
    nextMember[Int(scratch[count - 1] + shift)] = -1
  }

  /// Merges a cluster with the one ahead, in place.
  ///
  /// Of several ahead it is the one on the site of lowest row-major index. The larger cluster's
  /// identifier stays.
  mutating func merge(_ cluster: Int, _ direction: Int) {
    let own = Int32(truncatingIfNeeded: cluster)
    var met = Int.max
    var member = Int(clusters[cluster].head)
    while member >= 0 {
      let site = member + offset(direction)
      if site < met, codes[site] == SiteCode.organic, labels[site] != own { met = site }
      member = Int(nextMember[member])
    }
    let other = Int(labels[met])
    let keepsOwn = clusters[cluster].size >= clusters[other].size
    absorb(keepsOwn ? other : cluster, into: keepsOwn ? cluster : other)
  }

  private mutating func absorb(_ small: Int, into large: Int) {
    let count = gather(small)
    let label = Int32(truncatingIfNeeded: large)
    for index in 0..<count { put(SiteCode.organic, label: label, at: Int(scratch[index])) }
    nextMember[Int(scratch[count - 1])] = clusters[large].head
    clusters[large].head = scratch[0]
    clusters[large].size += clusters[small].size
    markStale(large)
    retire(small)
  }

  mutating func leave(_ cluster: Int) {
    let count = gather(cluster)
    for index in 0..<count { clear(Int(scratch[index])) }
    retire(cluster)
  }
}
