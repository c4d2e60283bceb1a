import Interphase

/// Hidden events: which they are, and all of them enumerated, for the draw after a run of null draws
/// and for reading.
extension Engine {
  /// Decides, once a run, which events are listed and which hidden.
  mutating func hideEvents() {
    for kind in EventClass.allCases { rates[Int(kind.rawValue)] = mechanism.slotRate(of: kind) }
    for acting in Species.allCases {
      for neighbour in Species.allCases {
        let kind = EventClass.pair(acting, neighbour)
        let place = Int(acting.rawValue) * 16 + Int(neighbour.rawValue)
        let isHidden = mechanism.hides(kind)
        listedPairs[place] = isHidden ? .none : kind
        hiddenPairs[place] = isHidden ? kind : .none
      }
    }
    for target in Species.allCases where target != .electrolyte {
      let place = Int(target.rawValue)
      monomerAcceptance[place] = acceptance(of: .pair(.monomer, target), over: .monomerHop)
      dimerAcceptance[place] = acceptance(of: .pair(.dimer, target), over: .dimerHop)
    }
    for species in Species.allCases { interests[Int(species.rawValue)] = interest(of: species) }
    // Clusters count their contacts, precursors the electrolyte around them.
    let counting = SiteCode.organic | SiteCode.precursor
    monomerCare = counting | interest(of: .electrolyte) | interest(of: .monomer)
    dimerCare = counting | interest(of: .electrolyte) | interest(of: .dimer)
  }

  private func acceptance(of kind: EventClass, over hop: EventClass) -> Double {
    guard mechanism.hides(kind), mechanism.rate(of: hop) > 0 else { return 0 }
    return mechanism.rate(of: kind) / mechanism.rate(of: hop)
  }

  /// The species with which this one lists an event.
  private func interest(of species: Species) -> UInt8 {
    Species.allCases.reduce(0) { interest, other in
      listed(species, other) == .none && listed(other, species) == .none
        ? interest : interest | SiteCode.code(of: other)
    }
  }

  private func listed(_ acting: Species, _ neighbour: Species) -> EventClass {
    listedPairs[Int(acting.rawValue) * 16 + Int(neighbour.rawValue)]
  }

  /// Calls `body` with every hidden event that is possible and its slot, until it returns `false`.
  @inline(__always)
  func forEachHidden(_ body: (EventClass, Int) -> Bool) {
    for index in 0..<monomerCount where !visit(Int(monomers[index]), body) { return }
    for half in 0..<(2 * dimerCount) where !visit(Int(dimers[half]), body) { return }
  }

  @inline(__always)
  private func visit(_ site: Int, _ body: (EventClass, Int) -> Bool) -> Bool {
    // Nobody here has an event with anything but these.
    let partners =
      SiteCode.electrolyte | SiteCode.monomer | SiteCode.dimer | SiteCode.organic
    for direction in 0..<4 where codes[site + steps[direction]] & partners != 0 {
      let kind = siteEvent(site, direction, among: hiddenPairs)
      guard kind != .none, rates[Int(kind.rawValue)] > 0 else { continue }
      if !body(kind, site * 4 + direction) { return false }
    }
    return true
  }

  /// Draws the next event among all that are possible, listed or hidden; finds out that there is
  /// none.
  ///
  /// - Returns: `false` where the event would come after `deadline` [s]: then nothing has changed.
  mutating func enumerateNext(before deadline: Double) -> Bool {
    let counts = noteHidden()
    var hiddenTotal = 0.0
    for list in counts.indices { hiddenTotal += rates[list] * Double(counts[list]) }
    let total = hiddenTotal + listedTotal
    guard total > 0 else {
      isExhausted = true
      return true
    }
    guard deadline == .infinity || timeOfNext(atRate: total) <= deadline else { return false }
    // The null draws' time has passed; from here on the total rate is the exact one.
    passTime(atRate: total)
    isJammed = total * Double(nullLimit) < drawRate
    let point = source.unit() * total
    if point < hiddenTotal { executeNoted(counts, at: point) } else { executeListed() }
    return true
  }

  /// Writes the slots of all hidden events that are possible into `scratch`, and counts them by
  /// class.
  @inline(__always)
  private func noteHidden() -> InlineArray<25, Int> {
    var counts = InlineArray<25, Int>(repeating: 0)
    var end = scratch
    forEachHidden { kind, slot in
      counts[Int(kind.rawValue)] &+= 1
      end.pointee = Int32(truncatingIfNeeded: slot)
      end += 1
      return true
    }
    return counts
  }

  /// Executes the hidden event at a point of the stacked rates of the classes of those in `scratch`.
  private mutating func executeNoted(_ counts: InlineArray<25, Int>, at point: Double) {
    var left = point
    var chosen = EventClass.none
    for list in counts.indices where counts[list] > 0 {
      chosen = EventClass(rawValue: UInt8(truncatingIfNeeded: list))!
      left -= rates[list] * Double(counts[list])
      if left < 0 { break }
    }
    let count = UInt64(truncatingIfNeeded: counts[Int(chosen.rawValue)])
    var rank = Int(source.next().multipliedFullWidth(by: count).high)
    var next = scratch
    while true {
      let slot = Int(next.pointee)
      next += 1
      guard siteEvent(slot >> 2, slot & 3, among: hiddenPairs) == chosen else { continue }
      guard rank > 0 else { return happen(chosen, slot) }
      rank -= 1
    }
  }

  private var listedEventIsPossible: Bool {
    (1..<EventClass.count).contains { list in
      list == EventClass.clusterMove.rawValue
        ? (0..<moveSizeCount).contains {
          rates[list] * mechanism.slowdown(sites: Int(moveSizes[$0])) > 0
        }
        : rates[list] * Double(listCounts[list]) > 0
    }
  }

  /// Whether no event is possible.
  var isFinished: Bool { isExhausted || !eventIsPossible }

  /// Looks through all that could happen.
  var eventIsPossible: Bool {
    guard !listedEventIsPossible else { return true }
    var isPossible = false
    forEachHidden { _, _ in
      isPossible = true
      return false
    }
    return isPossible
  }
}
