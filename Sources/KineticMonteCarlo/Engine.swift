import Interphase

/// The state of a run and its event lists, over buffers that ``Memory`` owns.
///
/// Every change of a site goes through ``put(_:label:at:)``, which keeps the lists of events and the
/// contacts of clusters; when an event is done, ``settle()`` lists anew what the clusters can do whose
/// contacts changed. So the cost of an event is that of the sites it changes, whatever the lattice's
/// size.
///
/// Readers that the loop calls are always inlined: one that is not gets a copy of the engine, whose
/// `memcpy` measured up to a fifth of the time.
struct Engine {
  let mechanism: Mechanism
  let layout: Layout
  let stride: Int
  let slotCount: Int
  let firstClusterSlot: Int
  let firstHopSlot: Int
  /// Sites below this one are within tunnelling depth.
  let tunnellingEnd: Int

  // The buffers of `Memory`, described there; held here so that the loop reads them from the stack.
  let listedPairs: UnsafeMutablePointer<EventClass>
  let hiddenPairs: UnsafeMutablePointer<EventClass>
  let interests: UnsafeMutablePointer<UInt8>
  let monomerAcceptance: UnsafeMutablePointer<Double>
  let dimerAcceptance: UnsafeMutablePointer<Double>
  let monomerAccepted: UnsafeMutablePointer<UInt64>
  let dimerAccepted: UnsafeMutablePointer<UInt64>
  let steps: UnsafeMutablePointer<Int>
  let codes: UnsafeMutablePointer<UInt8>
  let labels: UnsafeMutablePointer<Int32>
  let nextMember: UnsafeMutablePointer<Int32>
  let kinds: UnsafeMutablePointer<EventClass>
  let places: UnsafeMutablePointer<Int32>
  let lists: UnsafeMutablePointer<Int32>
  let listCounts: UnsafeMutablePointer<Int>
  let rates: UnsafeMutablePointer<Double>
  let listedRates: UnsafeMutablePointer<Double>
  let tally: UnsafeMutablePointer<Int>
  let monomers: UnsafeMutablePointer<Int32>
  let dimers: UnsafeMutablePointer<Int32>
  let clusters: UnsafeMutablePointer<ClusterRecord>
  let freeClusters: UnsafeMutablePointer<Int32>
  let moveCounts: UnsafeMutablePointer<Int32>
  let moveSizes: UnsafeMutablePointer<Int32>
  let moveSizePlaces: UnsafeMutablePointer<Int32>
  let stale: UnsafeMutablePointer<Int32>
  let scratch: UnsafeMutablePointer<Int32>

  var monomerCount = 0
  var dimerCount = 0
  var freeClusterCount = 0
  var moveSizeCount = 0
  var staleCount = 0
  /// Σ exp(−n/30) over listed cluster moves, and the largest term.
  var moveWeight = 0.0
  var largestMoveFactor = 0.0
  var moveWeightIsStale = false

  /// Classes, as bits, whose lists changed since their rates were multiplied out; bit 0 stands for
  /// the numbers of monomers and dimers.
  var staleLists: UInt32 = 0xffff_ffff
  /// The total rate of all listed classes [1/s].
  var listedTotal = 0.0
  /// The total rate of all that can be drawn, null draws included [1/s].
  var drawRate = 0.0
  /// Species beside which a hop of a monomer, or of a dimer, changes lists or contacts.
  var monomerCare: UInt8 = 0
  var dimerCare: UInt8 = 0
  /// Draws below the first are among monomers, from there below the second among dimers.
  var monomerEnd: UInt64 = 0
  var dimerEnd: UInt64 = 0
  /// Whether so few draws lead to an event that enumerating is the shorter way.
  var isJammed = false
  /// Whether nothing can happen any more.
  var isExhausted = false

  /// Where every random choice comes from.
  var source: RandomSource
  var events = 0
  /// When it happens: a generator of its own, so that how time is counted alters no trajectory.
  var clock: Clock
  /// Time without the waits of pending draws [s].
  var committedTime = 0.0
  /// Draws since, and those among them up to the last event.
  var pendingDraws = 0
  var eventDraws = 0
  /// Time of the last electron transfer [s].
  var lastReductionTime = 0.0

  init(_ parameters: SimulationParameters, memory: Memory, source: RandomSource) {
    mechanism = Mechanism(parameters)
    layout = memory.layout
    stride = layout.stride
    slotCount = layout.slotCount
    firstClusterSlot = layout.firstClusterSlot
    firstHopSlot = layout.firstHopSlot
    tunnellingEnd = (min(parameters.tunnellingDepth, layout.height) + 1) * layout.stride
    listedPairs = memory.listedPairs
    hiddenPairs = memory.hiddenPairs
    interests = memory.interests
    monomerAcceptance = memory.monomerAcceptance
    dimerAcceptance = memory.dimerAcceptance
    monomerAccepted = memory.monomerAccepted
    dimerAccepted = memory.dimerAccepted
    steps = memory.steps
    codes = memory.codes
    labels = memory.labels
    nextMember = memory.nextMember
    kinds = memory.kinds
    places = memory.places
    lists = memory.lists
    listCounts = memory.listCounts
    rates = memory.rates
    listedRates = memory.listedRates
    tally = memory.tally
    monomers = memory.monomers
    dimers = memory.dimers
    clusters = memory.clusters
    freeClusters = memory.freeClusters
    moveCounts = memory.moveCounts
    moveSizes = memory.moveSizes
    moveSizePlaces = memory.moveSizePlaces
    stale = memory.stale
    scratch = memory.scratch
    self.source = source
    clock = Clock(seed: self.source.next())
    hideEvents()
  }

  /// The same state over a copy of its memory.
  init(_ other: Engine, memory: Memory) {
    self.init(other.mechanism.parameters, memory: memory, source: other.source)
    monomerCount = other.monomerCount
    dimerCount = other.dimerCount
    freeClusterCount = other.freeClusterCount
    moveSizeCount = other.moveSizeCount
    resume(other.progress)
  }

  /// Null draws in a row after which the next event is drawn by enumerating: about as long a way.
  var nullLimit: Int { 8 + monomerCount + dimerCount }

  /// More events than any run comes to, so that counting on from there cannot overflow.
  static let mostEvents = 1 << 62

  /// The neighbour's distance in a direction: left, right, down, up.
  @inline(__always)
  func offset(_ direction: Int) -> Int {
    let sign = (direction & 1) * 2 - 1
    return direction < 2 ? sign : sign * stride
  }

  /// Writes a site; lists what changes between it and its neighbours, and counts the contacts of the
  /// clusters around it and its own before and after.
  ///
  /// Most neighbours are of no interest to the species that leaves or the one that comes: an AND of
  /// one-bit codes finds those out. To organic any change is of interest, to a precursor whether the
  /// site is electrolyte.
  mutating func put(_ code: UInt8, label: Int32, at site: Int) {
    let oldCode = codes[site]
    let oldLabel = labels[site]
    codes[site] = code
    labels[site] = label
    let interest =
      interests[SiteCode.index(of: oldCode)] | interests[SiteCode.index(of: code)]
    let waiting =
      (oldCode ^ code) & SiteCode.electrolyte != 0
      ? SiteCode.organic | SiteCode.precursor : SiteCode.organic
    for direction in 0..<4 {
      let neighbour = site + offset(direction)
      let neighbourCode = codes[neighbour]
      if neighbourCode & (interest | waiting) == 0 { continue }
      if neighbourCode & interest != 0 { relist(site, direction) }
      if neighbourCode & waiting == SiteCode.precursor { listHops(of: neighbour) }
      if neighbourCode == SiteCode.organic {
        let cluster = labels[neighbour]
        count(-1, oldCode, oldLabel, towards: direction ^ 1, of: cluster)
        count(1, code, label, towards: direction ^ 1, of: cluster)
      }
    }
    if (oldCode | code) & SiteCode.precursor != 0 { listHops(of: site) }
    if oldCode == SiteCode.organic { countAll(-1, around: site, of: oldLabel) }
    if code == SiteCode.organic { countAll(1, around: site, of: label) }
  }

  mutating func clear(_ site: Int) { put(SiteCode.electrolyte, label: -1, at: site) }

  /// Lists anew what the clusters can do whose contacts an event changed.
  mutating func settle() {
    for index in 0..<staleCount { refreshCluster(Int(stale[index])) }
    staleCount = 0
  }
}
