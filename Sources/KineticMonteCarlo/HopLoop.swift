import Interphase

/// The hot loop: draws of hidden events, and hops executed in place where no list cares.
///
/// A draw among monomers is one of 4 · their number of (particle, direction), each at the hop's rate;
/// among dimers one of 6 · theirs, the partner's direction left out of each half's four. What stands in
/// the target decides: electrolyte, a hop; a partner of a hidden reaction, the reaction with probability
/// k_reaction / k_hop, for which the number that chose the species is used once more, since it is
/// uniform below the species' end; anything else, nothing.
///
/// A value of its own, so that the loop runs in registers: through the engine each draw would load and
/// store its state, since the buffers might overlap it for all the compiler knows. Unchecked arithmetic
/// (`&+`) is on sites and counts, which cannot overflow: a site plus a step is a site.
struct HopLoop {
  /// What a loop ended with.
  enum End {
    /// The limit of hops, or of draws.
    case limit
    /// An event that changes more than its particle and sites, still to be executed; for a dimer's
    /// hop with the room for its second half.
    case event(EventClass, slot: Int, room: Int)
    /// A draw among the listed events.
    case listed
    /// So many draws in a row that led to nothing.
    case onlyNulls
  }

  private let codes: UnsafeMutablePointer<UInt8>
  private let labels: UnsafeMutablePointer<Int32>
  private let monomers: UnsafeMutablePointer<Int32>
  private let dimers: UnsafeMutablePointer<Int32>
  private let steps: UnsafeMutablePointer<Int>
  private let stride: Int
  private let hiddenPairs: UnsafeMutablePointer<EventClass>
  private let monomerAccepted: UnsafeMutablePointer<UInt64>
  private let dimerAccepted: UnsafeMutablePointer<UInt64>
  private let monomerEnd: UInt64
  private let dimerEnd: UInt64
  private let monomerSlots: UInt64
  private let dimerSlots: UInt64
  private let monomerCare: UInt8
  private let dimerCare: UInt8
  private let nullLimit: Int

  private(set) var source: RandomSource
  private(set) var draws = 0
  /// Null draws since the last event.
  private(set) var nulls: Int
  private(set) var monomerHops = 0
  private(set) var dimerHops = 0

  init(_ engine: borrowing Engine) {
    codes = engine.codes
    labels = engine.labels
    monomers = engine.monomers
    dimers = engine.dimers
    steps = engine.steps
    stride = engine.stride
    hiddenPairs = engine.hiddenPairs
    monomerAccepted = engine.monomerAccepted
    dimerAccepted = engine.dimerAccepted
    monomerEnd = engine.monomerEnd
    dimerEnd = engine.dimerEnd
    monomerSlots = UInt64(truncatingIfNeeded: engine.monomerCount &* 4)
    dimerSlots = UInt64(truncatingIfNeeded: engine.dimerCount &* 6)
    monomerCare = engine.monomerCare
    dimerCare = engine.dimerCare
    nullLimit = engine.nullLimit
    source = engine.source
    nulls = engine.pendingDraws &- engine.eventDraws
  }

  /// Draws until there have been `limit` hops or `drawLimit` draws, or something must be done that
  /// the loop does not do.
  @inline(__always)
  mutating func run(toHops limit: Int, draws drawLimit: Int) -> End {
    while true {
      // So many draws pass neither limit: one count in the inner loop instead of two.
      var left = min(limit &- monomerHops &- dimerHops, drawLimit &- draws)
      if left <= 0 { return .limit }
      while left > 0 {
        if nulls > nullLimit { return .onlyNulls }
        left &-= 1
        draws &+= 1
        let point = source.next()
        if point < monomerEnd {
          if let end = drawMonomer(point) { return end }
        } else if point < dimerEnd {
          if let end = drawDimer(point &- monomerEnd) { return end }
        } else {
          return .listed
        }
      }
    }
  }

  /// One draw among monomers; the end of the loop where there is something to be done.
  @inline(__always)
  private mutating func drawMonomer(_ point: UInt64) -> End? {
    let slot = Int(truncatingIfNeeded: source.next().multipliedFullWidth(by: monomerSlots).high)
    let index = slot &>> 2
    let site = Int(monomers[index])
    let step = steps[slot & 3]
    let here = codes + site
    let there = here + step
    let code = there.pointee
    if point < monomerAccepted[SiteCode.index(of: code)] {
      return .event(hiddenEvent(SiteCode.monomer, code), slot: site &* 4 &+ (slot & 3), room: 0)
    }
    // Whether there is room is a toss-up that no branch predictor learns. So a null draw runs through
    // the same writes as a hop, of no distance, and puts the monomer back: 21 → 32 million events/s.
    let isRoom = Int(truncatingIfNeeded: code & SiteCode.electrolyte)
    let mask = 0 &- isRoom
    // Cleared before the look around, which must not find the monomer itself.
    here.pointee = SiteCode.electrolyte
    let around = neighbourhood(site) | neighbourhood(site &+ step)
    if around & monomerCare & UInt8(truncatingIfNeeded: mask) != 0 {
      here.pointee = SiteCode.monomer
      return .event(.monomerHop, slot: site &* 4 &+ (slot & 3), room: 0)
    }
    let moved = site &+ (step & mask)
    codes[moved] = SiteCode.monomer
    labels[moved] = Int32(truncatingIfNeeded: index)
    monomers[index] = Int32(truncatingIfNeeded: moved)
    monomerHops &+= isRoom
    nulls = (nulls &+ 1) & ~mask
    return nil
  }

  /// One draw among dimers; the end of the loop where there is something to be done.
  @inline(__always)
  private mutating func drawDimer(_ point: UInt64) -> End? {
    let slot = Int(truncatingIfNeeded: source.next().multipliedFullWidth(by: dimerSlots).high)
    let half = slot / 3
    let site = Int(dimers[half])
    let partner = Int(dimers[half ^ 1])
    let direction = (direction(of: partner &- site) &+ 1 &+ slot &- half &* 3) & 3
    let target = site &+ steps[direction]
    let code = codes[target]
    if point < dimerAccepted[SiteCode.index(of: code)] {
      return .event(hiddenEvent(SiteCode.dimer, code), slot: site &* 4 &+ direction, room: 0)
    }
    guard code == SiteCode.electrolyte, neighbourhood(target) & SiteCode.electrolyte != 0 else {
      nulls &+= 1
      return nil
    }
    let room = Engine.room(around: target, codes, stride, using: &source)
    codes[site] = SiteCode.electrolyte
    codes[partner] = SiteCode.electrolyte
    let around =
      neighbourhood(site) | neighbourhood(partner) | neighbourhood(target) | neighbourhood(room)
    if around & dimerCare != 0 {
      codes[site] = SiteCode.dimer
      codes[partner] = SiteCode.dimer
      return .event(.dimerHop, slot: site &* 4 &+ direction, room: room)
    }
    put(half, at: target)
    put(half ^ 1, at: room)
    dimerHops &+= 1
    nulls = 0
    return nil
  }

  @inline(__always)
  private func put(_ half: Int, at site: Int) {
    codes[site] = SiteCode.dimer
    labels[site] = Int32(truncatingIfNeeded: half)
    dimers[half] = Int32(truncatingIfNeeded: site)
  }

  @inline(__always)
  private func hiddenEvent(_ acting: UInt8, _ neighbour: UInt8) -> EventClass {
    hiddenPairs[SiteCode.index(of: acting) &* 16 &+ SiteCode.index(of: neighbour)]
  }

  /// The species around a site, OR-ed.
  @inline(__always)
  private func neighbourhood(_ site: Int) -> UInt8 {
    let here = codes + site
    return here[-1] | here[1] | here[0 &- stride] | here[stride]
  }

  /// The direction of a step.
  @inline(__always)
  private func direction(of step: Int) -> Int {
    let sign = step > 0 ? 1 : 0
    return step == 1 || step == -1 ? sign : sign | 2
  }
}

extension Engine {
  /// Runs the hot loop until `limit` events, `draws` draws or something that it does not do.
  mutating func hop(toEvents limit: Int, draws: Int) -> HopLoop.End {
    var loop = HopLoop(self)
    let end = loop.run(toHops: limit - events, draws: draws)
    source = loop.source
    pendingDraws += loop.draws
    eventDraws = pendingDraws - loop.nulls
    events += loop.monomerHops + loop.dimerHops
    tally[Int(EventClass.monomerHop.rawValue)] += loop.monomerHops
    tally[Int(EventClass.dimerHop.rawValue)] += loop.dimerHops
    return end
  }
}
