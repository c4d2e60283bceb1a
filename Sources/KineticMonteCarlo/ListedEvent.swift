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
      if let event = listedEvent(kind, slot: slot) { hidden.append(event) }
      return true
    }
    return hidden
      + EventClass.allCases.flatMap { kind in
        let list = Int(kind.rawValue)
        return (0..<listCounts[list]).compactMap { place in
          listedEvent(kind, slot: Int(lists[list * slotCount + place]))
        }
      }
  }

  private func listedEvent(_ kind: EventClass, slot: Int) -> ListedEvent? {
    let rate = rates[Int(kind.rawValue)]
    guard let reaction = kind.reaction, rate > 0 else { return nil }
    guard slot >= firstClusterSlot else {
      return ListedEvent(
        reaction: reaction, site: layout.unpadded(slot >> 2), direction: slot & 3,
        ofCluster: false, rate: rate)
    }
    let cluster = (slot - firstClusterSlot) >> 2
    let factor =
      kind == .clusterMove ? mechanism.slowdown(sites: Int(clusters[cluster].size)) : 1
    return ListedEvent(
      reaction: reaction, site: layout.unpadded(members(of: cluster).min()!),
      direction: slot & 3, ofCluster: true, rate: rate * factor)
  }
}
