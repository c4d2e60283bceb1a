package import Interphase

/// One event that is possible, listed or hidden.
package struct ListedEvent: Hashable, Sendable {
  /// Which reaction.
  package let reaction: Reaction
  /// The acting site; for a cluster's own event its lowest site.
  package let site: Int
  /// 0 to 3: left, right, down, up; for a cluster's intake or escape 0.
  package let direction: Int
  /// Whether a cluster lists it as an event of its own.
  package let ofCluster: Bool
  /// Its propensity [1/s].
  package let rate: Double
}

extension Engine {
  var listedEvents: [ListedEvent] {
    var hidden: [ListedEvent] = []
    forEachHidden { kind, slot in
      hidden += listedEvents(kind, slot: slot)
      return true
    }
    return hidden
      + EventClass.allCases.flatMap { kind in
        let list = Int(kind.rawValue)
        return (0..<listCounts[list]).flatMap { place in
          listedEvents(kind, slot: Int(lists[list * slotCount + place]))
        }
      }
  }

  private func listedEvents(_ kind: EventClass, slot: Int) -> [ListedEvent] {
    let rate = mechanism.rate(of: kind)
    guard let reaction = kind.reaction, rate > 0 else { return [] }
    if slot >= firstHopSlot {
      return hops(from: slot - firstHopSlot, rate: rate)
    }
    if slot >= firstClusterSlot {
      return [event(reaction, kind, ofCluster: slot - firstClusterSlot, rate: rate)]
    }
    return [
      ListedEvent(
        reaction: reaction, site: layout.unpadded(slot >> 2), direction: slot & 3,
        ofCluster: false, rate: rate)
    ]
  }

  private func hops(from site: Int, rate: Double) -> [ListedEvent] {
    let rooms = Self.rooms(around: site, codes, stride)
    return (0..<4).filter { rooms >> $0 & 1 == 1 }.map { direction in
      ListedEvent(
        reaction: .precursorDiffusion, site: layout.unpadded(site), direction: direction,
        ofCluster: false, rate: rate)
    }
  }

  private func event(
    _ reaction: Reaction, _ kind: EventClass, ofCluster slot: Int, rate: Double
  ) -> ListedEvent {
    let cluster = slot >> 2
    let factor =
      kind == .clusterMove ? mechanism.slowdown(sites: Int(clusters[cluster].size)) : 1
    return ListedEvent(
      reaction: reaction, site: layout.unpadded(members(of: cluster).min()!),
      direction: slot & 3, ofCluster: true, rate: rate * factor)
  }
}
