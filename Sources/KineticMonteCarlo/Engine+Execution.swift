import Interphase

/// What each event does; `room` is where a dimer's second half goes, drawn here if not given.
extension Engine {
  mutating func execute(_ kind: EventClass, _ slot: Int, room: Int? = nil) {
    if slot >= firstHopSlot {
      hopPrecursor(from: slot - firstHopSlot)
    } else if slot >= firstClusterSlot {
      let index = slot - firstClusterSlot
      executeCluster(kind, index >> 2, index & 3)
    } else {
      let site = slot >> 2
      executePair(kind, site, site + offset(slot & 3), room)
    }
    tally[Int(kind.rawValue)] += 1
    settle()
  }

  private mutating func executePair(_ kind: EventClass, _ site: Int, _ neighbour: Int, _ room: Int?)
  {
    switch kind {
    case .reductionAtElectrode, .reductionAtInorganic:
      put(SiteCode.precursor, label: -1, at: neighbour)
    case .depositionAtElectrode, .depositionAtInorganic:
      put(SiteCode.inorganic, label: -1, at: neighbour)
    case .dimerisation:
      let keepsFirst = source.next() >> 63 == 0
      clear(keepsFirst ? neighbour : site)
      addMonomer(at: keepsFirst ? site : neighbour)
    case .pairing:
      removeMonomer(at: site)
      removeMonomer(at: neighbour)
      addDimer(at: site, neighbour)
    case .nucleation3:
      removeMonomer(at: site)
      let cluster = newCluster()
      joinDimer(at: neighbour, to: cluster)
      join(site, to: cluster)
    case .nucleation4:
      let cluster = newCluster()
      joinDimer(at: site, to: cluster)
      joinDimer(at: neighbour, to: cluster)
    case .growthMonomer: joinMonomer(at: site, to: Int(labels[neighbour]))
    case .growthDimer: joinDimer(at: site, to: Int(labels[neighbour]))
    case .monomerHop: moveMonomer(from: site, to: neighbour)
    case .dimerHop:
      let room = room ?? Self.room(around: neighbour, codes, stride, using: &source)
      moveDimer(from: site, to: neighbour, room)
    case .precursorEscape: clear(site)
    case .monomerEscape:
      removeMonomer(at: site)
      clear(site)
    case .dimerEscape:
      let partner = partner(of: site)
      removeDimer(at: site)
      clear(partner)
      clear(site)
    default: preconditionFailure("\(kind) is no event of two sites")
    }
  }

  private mutating func hopPrecursor(from site: Int) {
    let target = Self.room(around: site, codes, stride, using: &source)
    clear(site)
    put(SiteCode.precursor, label: -1, at: target)
  }

  private mutating func executeCluster(_ kind: EventClass, _ cluster: Int, _ direction: Int) {
    switch kind {
    case .clusterMove: move(cluster, direction)
    case .coalescence: merge(cluster, direction)
    case .clusterEscape: leave(cluster)
    case .monomerIntake: joinMonomer(at: lowestIntake(of: cluster), to: cluster)
    case .dimerIntake: joinDimer(at: lowestIntake(of: cluster), to: cluster)
    default: preconditionFailure("\(kind) is no event of a cluster")
    }
  }

  private mutating func joinMonomer(at site: Int, to cluster: Int) {
    removeMonomer(at: site)
    join(site, to: cluster)
  }

  private mutating func joinDimer(at site: Int, to cluster: Int) {
    let partner = partner(of: site)
    removeDimer(at: site)
    join(site, to: cluster)
    join(partner, to: cluster)
  }

  /// The electrolyte neighbours of a site: one bit a direction.
  @inline(__always)
  static func rooms(around site: Int, _ codes: UnsafeMutablePointer<UInt8>, _ stride: Int) -> UInt8
  {
    let here = codes + site
    // The electrolyte's bit is the lowest.
    return (here[-1] & 1) | (here[1] & 1) << 1 | (here[-stride] & 1) << 2 | (here[stride] & 1) << 3
  }

  /// One of the electrolyte neighbours of a site, drawn uniformly.
  ///
  /// - Precondition: There is one.
  @inline(__always)
  static func room(
    around site: Int, _ codes: UnsafeMutablePointer<UInt8>, _ stride: Int,
    using source: inout RandomSource
  ) -> Int {
    var rooms = rooms(around: site, codes, stride)
    let free = UInt64(truncatingIfNeeded: rooms.nonzeroBitCount)
    var left = source.next().multipliedFullWidth(by: free).high
    while left > 0 {
      rooms &= rooms &- 1
      left &-= 1
    }
    let direction = rooms.trailingZeroBitCount
    let sign = (direction & 1) * 2 - 1
    return site &+ (direction < 2 ? sign : sign &* stride)
  }
}
