import Interphase

/// Choosing the next event.
///
/// Listed classes are drawn rejection-free (n-fold way; Bortz, Kalos & Lebowitz 1975). Hops of
/// monomers and dimers, and those of their reactions that are no faster, are *hidden*: in no list,
/// drawn as a particle and a direction, and thrown away where that leads to nothing (see
/// ``HopLoop``); the upkeep of their lists had taken 80 % of the time. After a run of such null
/// draws the next event is drawn exactly, from all hidden ones enumerated (`Engine+Hidden`): the
/// process has no memory, so that no distribution changes. It also finds out that nothing can happen.
extension Engine {
  /// Events after which pending waits are summed up at the latest.
  static let longestPending = 1 << 16
  /// Draws after which the waits of those up to the last event are summed up at the latest, so that
  /// reading the time never takes longer than some milliseconds.
  static let mostPendingDraws = 1 << 22

  /// Executes events until there have been `limit`, the next would come after `deadline` [s], or
  /// nothing can happen.
  mutating func advance(toEvents limit: Int, deadline: Double) {
    step(toEvents: limit, deadline: deadline)
    // At rest all rates are up to date: what a copy or a checkpoint can rely on.
    if staleLists != 0 { updateRates() }
  }

  private mutating func step(toEvents limit: Int, deadline: Double) {
    while events < limit, !isExhausted {
      if staleLists != 0 { updateRates() }
      // At fixed events, so that a long run at one rate is not summed up as a whole at each reading.
      if events % Self.longestPending == 0, pendingDraws > 0, pendingDraws == eventDraws {
        commitTime()
      }
      if pendingDraws >= Self.mostPendingDraws { commitEvents() }
      if isJammed {
        guard enumerateNext(before: deadline) else { return }
        continue
      }
      let draws = drawsThatFit(before: deadline)
      guard draws > 0 else { return }
      if isMostlyListed, drawListed() { continue }
      let end = (events / Self.longestPending + 1) * Self.longestPending
      let room = Self.mostPendingDraws - pendingDraws
      switch hop(toEvents: min(limit, end), draws: min(draws, room)) {
      case .limit: break
      case .event(let kind, let slot, let room): happen(kind, slot, room: room)
      case .listed: executeListed()
      case .onlyNulls: guard enumerateNext(before: deadline) else { return }
      }
    }
  }

  /// Whether the next draw is rather one among the listed events than a hop, after no null draw.
  ///
  /// Then setting the hot loop up for it costs more than it saves: a tenth of the time where nearly
  /// all events are hops of precursors.
  @inline(__always)
  private var isMostlyListed: Bool { dimerEnd < 1 << 63 && pendingDraws == eventDraws }

  /// Makes the next draw if it is one among the listed events; else changes nothing.
  @inline(__always)
  private mutating func drawListed() -> Bool {
    var ahead = source
    guard ahead.next() >= dimerEnd else { return false }
    source = ahead
    pendingDraws += 1
    executeListed()
    return true
  }

  /// Executes an event, and marks its time.
  mutating func happen(_ kind: EventClass, _ slot: Int, room: Int? = nil) {
    execute(kind, slot, room: room)
    events += 1
    eventDraws = pendingDraws
    if kind.transfersElectron {
      commitTime()
      lastReductionTime = committedTime
    }
  }

  /// Executes one of the listed events.
  mutating func executeListed() {
    let kind = drawListedClass()
    // Where rounding left a sliver of probability to no class: a null draw.
    guard kind != .none else { return }
    happen(kind, kind == .clusterMove ? drawMove() : drawSlot(of: kind))
  }

  /// Sums up what can be drawn: afresh, since adding and subtracting would drift.
  mutating func updateRates() {
    let moves = Int(EventClass.clusterMove.rawValue)
    var left = staleLists & ~1 & (1 << UInt32(EventClass.count) - 1)
    while left != 0 {
      let list = left.trailingZeroBitCount
      left &= left - 1
      if list == moves {
        if moveWeightIsStale { sumMoves() }
        listedRates[list] = rates[list] * moveWeight
      } else {
        listedRates[list] = rates[list] * Double(listCounts[list])
      }
    }
    let particlesChanged = staleLists & 1 != 0
    staleLists = 0
    var sum = SIMD4<Double>.zero
    for start in Swift.stride(from: 0, to: EventClass.padded, by: 4) {
      sum += UnsafeRawPointer(listedRates + start).loadUnaligned(as: SIMD4<Double>.self)
    }
    listedTotal = sum.sum()

    let monomerRate = rates[Int(EventClass.monomerHop.rawValue)] * Double(4 * monomerCount)
    let dimerRate = rates[Int(EventClass.dimerHop.rawValue)] * Double(6 * dimerCount)
    let total = listedTotal + monomerRate + dimerRate
    guard total != drawRate || particlesChanged else { return }
    commitTime()
    drawRate = total
    share(monomerRate, dimerRate)
  }

  /// Shares 2⁶⁴ out among monomers, dimers and listed events, and each share among reactions.
  private mutating func share(_ monomerRate: Double, _ dimerRate: Double) {
    guard drawRate > 0 else {
      isJammed = true
      return
    }
    let scale = 0x1p64 / drawRate
    let monomerShare = monomerRate * scale
    let dimerShare = dimerRate * scale
    monomerEnd = Self.threshold(monomerShare)
    dimerEnd = dimerCount == 0 ? monomerEnd : Self.threshold(monomerShare + dimerShare)
    // Only monomer, dimer and organic can be partners: the last three of the species.
    for partner in SiteCode.index(of: SiteCode.monomer)...SiteCode.index(of: SiteCode.organic) {
      monomerAccepted[partner] = Self.threshold(monomerAcceptance[partner] * monomerShare)
      dimerAccepted[partner] = Self.threshold(dimerAcceptance[partner] * dimerShare)
    }
  }

  /// A share of 2⁶⁴ as a whole number.
  static func threshold(_ share: Double) -> UInt64 {
    // The largest Double below 2⁶⁴: a share of one lacks 2⁻⁵³, which is a null draw.
    UInt64(min(share, 0x1.fffffffffffffp63))
  }

  /// The listed class at a random point of the stacked total rates.
  private mutating func drawListedClass() -> EventClass {
    var left = source.unit() * listedTotal
    // The precursor's hops first: they are most of the listed events wherever those are many.
    left -= listedRates[Int(EventClass.precursorHop4.rawValue)]
    if left < 0 { return .precursorHop4 }
    left -= listedRates[Int(EventClass.precursorHop3.rawValue)]
    if left < 0 { return .precursorHop3 }
    var last = Int(EventClass.precursorHop4.rawValue)
    for list in 1..<EventClass.count where listedRates[list] > 0 {
      if list == EventClass.precursorHop4.rawValue { continue }
      if list == EventClass.precursorHop3.rawValue { continue }
      last = list
      left -= listedRates[list]
      if left < 0 { break }
    }
    // Where rounding carries the point past the end, the last class that can happen.
    guard listedRates[last] > 0 else { return .none }
    return EventClass(rawValue: UInt8(truncatingIfNeeded: last))!
  }

  private mutating func drawSlot(of kind: EventClass) -> Int {
    let list = Int(kind.rawValue)
    let count = UInt64(truncatingIfNeeded: listCounts[list])
    let place = Int(source.next().multipliedFullWidth(by: count).high)
    return Int(lists[list * slotCount + place])
  }

  /// A cluster's move, by its size: drawn uniformly, kept with its rate over the largest.
  private mutating func drawMove() -> Int {
    while true {
      let slot = drawSlot(of: .clusterMove)
      let size = Int(clusters[(slot - firstClusterSlot) >> 2].size)
      if source.unit() * largestMoveFactor < mechanism.slowdown(sites: size) { return slot }
    }
  }
}
