import Interphase

/// The state of a run and its event lists, over buffers that ``Memory`` owns.
///
/// Every change of a site goes through ``put(_:label:at:)``, which keeps the clusters' contacts and
/// notes the site; when an event is done, ``settle()`` lists anew what the noted sites and clusters
/// can do. So the cost of an event is that of the sites it changes, whatever the lattice's size.
struct Engine {
  let mechanism: Mechanism
  let layout: Layout
  let stride: Int
  let slotCount: Int
  let firstClusterSlot: Int
  /// Sites below this one are within tunnelling depth.
  let tunnellingEnd: Int

  // The buffers of `Memory`, described there; held here so that the loop reads them from the stack.
  let pairKinds: UnsafeMutablePointer<EventClass>
  let codes: UnsafeMutablePointer<UInt8>
  let labels: UnsafeMutablePointer<Int32>
  let nextMember: UnsafeMutablePointer<Int32>
  let kinds: UnsafeMutablePointer<EventClass>
  let places: UnsafeMutablePointer<Int32>
  let lists: UnsafeMutablePointer<Int32>
  let listCounts: UnsafeMutablePointer<Int>
  let tally: UnsafeMutablePointer<Int>
  let monomers: UnsafeMutablePointer<Int32>
  let dimers: UnsafeMutablePointer<Int32>
  let clusters: UnsafeMutablePointer<ClusterRecord>
  let freeClusters: UnsafeMutablePointer<Int32>
  let moveCounts: UnsafeMutablePointer<Int32>
  let moveSizes: UnsafeMutablePointer<Int32>
  let moveSizePlaces: UnsafeMutablePointer<Int32>
  let changed: UnsafeMutablePointer<Int32>
  let stale: UnsafeMutablePointer<Int32>
  let scratch: UnsafeMutablePointer<Int32>

  var monomerCount = 0
  var dimerCount = 0
  var freeClusterCount = 0
  var moveSizeCount = 0
  var changedCount = 0
  var staleCount = 0
  /// Σ exp(−n/30) over listed cluster moves, and the largest term.
  var moveWeight = 0.0
  var largestMoveFactor = 0.0
  var moveWeightIsStale = false

  /// Which event happens.
  var source: RandomSource
  /// When it happens: a generator of its own, so that how time is counted alters no trajectory.
  var clock: RandomSource
  var events = 0
  /// Time of the last event [s].
  var time = 0.0

  init(_ parameters: SimulationParameters, memory: Memory, source: RandomSource) {
    mechanism = Mechanism(parameters)
    layout = memory.layout
    stride = layout.stride
    slotCount = layout.slotCount
    firstClusterSlot = layout.firstClusterSlot
    tunnellingEnd = (min(parameters.tunnellingDepth, layout.height) + 1) * layout.stride
    pairKinds = memory.pairKinds
    codes = memory.codes
    labels = memory.labels
    nextMember = memory.nextMember
    kinds = memory.kinds
    places = memory.places
    lists = memory.lists
    listCounts = memory.listCounts
    tally = memory.tally
    monomers = memory.monomers
    dimers = memory.dimers
    clusters = memory.clusters
    freeClusters = memory.freeClusters
    moveCounts = memory.moveCounts
    moveSizes = memory.moveSizes
    moveSizePlaces = memory.moveSizePlaces
    changed = memory.changed
    stale = memory.stale
    scratch = memory.scratch
    self.source = source
    clock = RandomSource(seed: self.source.next())
  }

  /// The same state over a copy of its memory.
  init(_ other: Engine, memory: Memory) {
    self.init(other.mechanism.parameters, memory: memory, source: other.source)
    monomerCount = other.monomerCount
    dimerCount = other.dimerCount
    freeClusterCount = other.freeClusterCount
    moveSizeCount = other.moveSizeCount
    moveWeight = other.moveWeight
    largestMoveFactor = other.largestMoveFactor
    moveWeightIsStale = other.moveWeightIsStale
    source = other.source
    clock = other.clock
    events = other.events
    time = other.time
  }

  /// The neighbour's distance in a direction: left, right, down, up.
  func offset(_ direction: Int) -> Int {
    let sign = (direction & 1) * 2 - 1
    return direction < 2 ? sign : sign * stride
  }

  /// Writes a site; the clusters around it, and its own before and after, count the new contacts.
  mutating func put(_ code: UInt8, label: Int32, at site: Int) {
    let oldCode = codes[site]
    let oldLabel = labels[site]
    for direction in 0..<4 {
      let neighbour = site + offset(direction)
      let neighbourCode = codes[neighbour]
      let neighbourLabel = labels[neighbour]
      if neighbourCode == SiteCode.organic {
        count(-1, oldCode, oldLabel, towards: direction ^ 1, of: neighbourLabel)
        count(1, code, label, towards: direction ^ 1, of: neighbourLabel)
      }
      if oldCode == SiteCode.organic {
        count(-1, neighbourCode, neighbourLabel, towards: direction, of: oldLabel)
      }
      if code == SiteCode.organic {
        count(1, neighbourCode, neighbourLabel, towards: direction, of: label)
      }
    }
    codes[site] = code
    labels[site] = label
    if code != oldCode {
      changed[changedCount] = Int32(truncatingIfNeeded: site)
      changedCount += 1
    }
  }

  mutating func clear(_ site: Int) { put(SiteCode.electrolyte, label: -1, at: site) }

  /// Lists anew what the sites and clusters changed by an event can do.
  mutating func settle() {
    for index in 0..<changedCount { refresh(around: Int(changed[index])) }
    changedCount = 0
    for index in 0..<staleCount { refreshCluster(Int(stale[index])) }
    staleCount = 0
  }
}
