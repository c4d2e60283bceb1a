public import Interphase

/// A saved run in, an engine out that goes on where the other stopped.
extension Engine {
  /// Rebuilds the run, and checks on the way that every number is one that a run can have.
  ///
  /// What follows from the sites (which events are possible, what clusters touch) is built afresh, so
  /// that a saved run decides on orders alone.
  mutating func restore(_ saved: SavedRun) throws(SavedRunError) {
    try Self.check(saved, layout)
    fill(
      with: saved.lattice, monomers: saved.monomers, dimers: saved.dimers,
      // A member that joins goes before the others.
      clusters: zip(saved.clusterIdentifiers, saved.clusters).map { ($0, $1.reversed()) },
      freeClusters: saved.freeClusters)
    try reorderLists(saved.lists)
    try reorderMoveSizes(saved.moveSizes)
    for list in 0..<EventClass.count { tally[list] = saved.tally[list] }
    resume(try Self.progress(of: saved))
    guard !isExhausted || !eventIsPossible else { throw .part("end", "events are possible") }
    guard drawRate > 0 || pendingDraws == 0 else { throw .part("time", "draws at no rate") }
    // The hot loop stops at the next one: more would leave no draw below the most that can be pending.
    guard pendingDraws - eventDraws <= nullLimit + 1 else {
      throw .part("time", "more null draws than a run makes in a row")
    }
  }

  /// Groups and identifiers, before anything is written to memory.
  private static func check(_ saved: SavedRun, _ layout: Layout) throws(SavedRunError) {
    do {
      _ = try Configuration(saved.lattice, dimers: saved.dimers, clusters: saved.clusters)
    } catch {
      throw .configuration(error)
    }
    let codes = saved.lattice.codes
    let expected = codes.indices.filter { codes[$0] == Species.monomer.rawValue }
    guard saved.monomers.sorted() == expected else {
      throw .part("monomers", "not the sites with the species")
    }
    guard saved.clusterIdentifiers.count == saved.clusters.count,
      (saved.clusterIdentifiers + saved.freeClusters).sorted()
        == Array(0..<layout.clusterCapacity)
    else { throw .part("clusters", "identifiers are missing or given twice") }
    guard saved.lists.count == EventClass.count, saved.tally.count == EventClass.count else {
      throw .part("lists", "expected \(EventClass.count)")
    }
  }

  private static func progress(of saved: SavedRun) throws(SavedRunError) -> Progress {
    guard let source = RandomSource(state: saved.source),
      let clock = Clock(
        state: saved.clock, ready: saved.clockNumbers, used: saved.clockUsed)
    else { throw .part("generators", "not a state that they can have") }
    var events = 0
    for count in saved.tally {
      guard count >= 0, events <= mostEvents - count else { throw .part("tally", "out of range") }
      events += count
    }
    guard saved.committedTime.isFinite, saved.committedTime >= 0,
      (0...saved.committedTime).contains(saved.lastReductionTime),
      saved.eventDraws >= 0, saved.eventDraws <= saved.pendingDraws,
      saved.pendingDraws <= mostPendingDraws
    else { throw .part("time", "out of range") }
    return Progress(
      source: source, clock: clock, events: events, committedTime: saved.committedTime,
      pendingDraws: saved.pendingDraws, eventDraws: saved.eventDraws,
      lastReductionTime: saved.lastReductionTime, isJammed: saved.isJammed,
      isExhausted: saved.isExhausted)
  }

  /// Puts the built lists into a saved order.
  private mutating func reorderLists(_ saved: [[Int]]) throws(SavedRunError) {
    for list in 1..<EventClass.count {
      let built = lists + list * slotCount
      let slots = saved[list]
      guard slots.sorted() == (0..<listCounts[list]).map({ Int(built[$0]) }).sorted() else {
        throw .part("lists", "not the events that the sites allow")
      }
      for (place, slot) in slots.enumerated() {
        built[place] = Int32(truncatingIfNeeded: slot)
        places[slot] = Int32(truncatingIfNeeded: place)
      }
    }
  }

  private mutating func reorderMoveSizes(_ saved: [Int]) throws(SavedRunError) {
    guard saved.sorted() == (0..<moveSizeCount).map({ Int(moveSizes[$0]) }).sorted() else {
      throw .part("moves", "not the sizes of the clusters that can move")
    }
    for (place, size) in saved.enumerated() {
      moveSizes[place] = Int32(truncatingIfNeeded: size)
      moveSizePlaces[size] = Int32(truncatingIfNeeded: place)
    }
  }
}

/// Why saved numbers are no run.
public enum SavedRunError: UserError, Equatable {
  /// The lattice, or its dimers and clusters.
  case configuration(ConfigurationError)
  /// Another part, and what is wrong with it.
  case part(String, String)

  /// Bad data.
  public var exitStatus: ExitStatus { .data }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .configuration(let error): error.description
    case .part(let part, let problem): "\(part): \(problem)"
    }
  }
}
