import Interphase
import KineticMonteCarlo

/// Starts whose configurations can all be listed.
extension WholeMechanism {
  private static let method =
    " beside the master equation dp/dt = Qp over all states that the independent rules reach: p after N"
    + " events (embedded jump chain) with its counts of events and their time, p(t) = exp(Qt) p(0)"
    + " (uniformisation, error below 1e-12), end states (absorbing chain, below 1e-9)."

  static let checks: [Check] = [
    check(
      "mechanism",
      "All nineteen reactions on 3 x 4 sites, from electrolyte and from two clusters, five barrier"
        + " vectors\(method)", [whole]),
    check(
      "tunnelling", "Reduction alone on 3 x 4 sites with a tunnelling depth of 1\(method)",
      [tunnelling]),
    check("dimers", "Monomers and dimers without reduction on 4 x 5 sites\(method)", [dimers]),
    check(
      "clusters",
      "Two clusters with a monomer and a dimer, clusters among precursors and inorganic, and two of"
        + " 12 and 3 sites\(method)", [clusters, blocked, unlike]),
    check(
      "merges",
      "Clusters that meet several others, merge past obstacles, are held by walls, lie between sink"
        + " and inorganic, and have a hole\(method)", merges),
    check(
      "jam",
      "Monomers between walls of inorganic, most draws in vain, on 5 x 7 and 7 x 9 sites\(method)",
      [jam, closed]),
  ]

  /// Starts on 3 x 4 sites, with energies near that of the escapes [eV] in the order of the
  /// reactions: all nineteen happen within some tens of events.
  static let vectors: [(name: String, picture: String, barriers: [Float])] = [
    // From electrolyte two clusters cannot come to be here, since a site is left free for each
    // Li₂EDC: so that they merge they are given. All other states can be reached from there too.
    (
      "merging", "~~~\nbbb\naaa\n###",
      [
        0.03, 0.02, 0.04, 0.01, 0.00, 0.00, 0.03, 0.01, 0.01, 0.01, 0.00, 0.03, 0.04, 0.04, 0.02,
      ]
    ),
    (
      "even", empty,
      [
        0.02, 0.03, 0.05, 0.01, 0.01, 0.01, 0.05, 0.02, 0.02, 0.01, 0.00, 0.03, 0.03, 0.03, 0.03,
      ]
    ),
    (
      "organic", empty,
      [
        0.00, 0.03, 0.09, 0.00, 0.00, 0.00, 0.09, 0.01, 0.01, 0.00, 0.00, 0.05, 0.04, 0.06, 0.02,
      ]
    ),
    (
      "inorganic", empty,
      [
        0.02, 0.00, 0.01, 0.03, 0.02, 0.02, 0.02, 0.03, 0.02, 0.03, 0.01, 0.02, 0.02, 0.04, 0.04,
      ]
    ),
    (
      "hops first", empty,
      [
        0.02, 0.03, 0.06, 0.00, 0.02, 0.02, 0.07, 0.03, 0.03, 0.02, 0.01, 0.00, 0.00, 0.01, 0.00,
      ]
    ),
  ]

  private static let empty = "~~~\n...\n...\n###"

  static let whole = Case(
    setups: vectors.map { name, picture, values in
      let barriers = Dictionary(uniqueKeysWithValues: zip(Reaction.withBarrier, values))
      return (name, Setup(picture, barriers))
    }, events: 30, ends: true, runs: 100_000)

  static let tunnelling = single(
    "", "~~~\n...\n...\n###",
    [
      .ecReductionElectrode: 0.03, .ecReductionInorganic: 0.01,
      .precursorReductionElectrode: 0.03, .precursorReductionInorganic: 0.02,
      .precursorDiffusion: 0.02,
    ], events: 12, ends: false, tunnellingDepth: 1)

  static let dimers = single(
    "", "~~~~\n.<>.\nO...\n.<>O\n####",
    [
      .pairing: 0.03, .nucleation3: 0.02, .growthMonomer: 0.02, .growthDimer: 0.04,
      .nucleation4: 0.03, .coalescence: 0.01, .dimerDiffusion: 0.01, .monomerDiffusion: 0.015,
      .clusterDiffusion: 0.02,
    ], events: 8, ends: true)

  static let clusters = single(
    "two, O and D", "~~~~\n....\naaaO\nb<>.\nbb..\n####",
    [
      .growthMonomer: 0.03, .growthDimer: 0.02, .coalescence: 0.02, .nucleation3: 0.02,
      .dimerDiffusion: 0.02, .monomerDiffusion: 0.03, .clusterDiffusion: 0.0,
    ], events: 6, ends: true)

  static let blocked = single(
    "obstacles", "~~~~~\n...P.\naaa..\nbb.P.\nb...F\n#####",
    [
      .coalescence: 0.02, .precursorDiffusion: 0.01, .clusterDiffusion: 0.0, .dimerisation: 0.01,
      .growthMonomer: 0.02, .monomerDiffusion: 0.02, .precursorReductionElectrode: 0.05,
      .precursorReductionInorganic: 0.04,
    ], events: 6, ends: false)

  static let unlike = single(
    "unlike sizes",
    "~~~~~~~~\n........\n........\n.aaaa...\n.aaaa...\n.aaaa.b.\n......b.\n......b.\n########",
    [.coalescence: 0.03, .clusterDiffusion: 0.0], events: 20, ends: false)

  static let merges = [
    // Inorganic holds all but the lowest, whose way up leads to two others, and past a precursor.
    single(
      "several ahead",
      "~~~~~~~\nF......\nccc...F\n.aa.bbb\n..aaa..\n.......\n#######", merging, events: 3,
      ends: false),
    single(
      "past an obstacle", "~~~~~~~\n.......\n.aaaP..\n..aabbb\n.......\n#######", merging,
      events: 3, ends: false),
    single(
      "at a wall",
      "~~~~~~~\n.......\naaa....\n..a....\nbba....\nb......\n.......\n#######", merging,
      events: 3, ends: false),
    single(
      "sink and inorganic", "~~~~~~~\n.bbb...\n.aa....\n.a.....\n.ccc...\n.F.....\n#######",
      merging, events: 3, ends: false),
    single(
      "a hole", "~~~~~~~~\n........\n.aaa.bb.\n.a.a.b..\n.aaa....\n........\n########", merging,
      events: 8, ends: false),
  ]

  private static let merging: [Reaction: Float] = [.coalescence: 0.01, .clusterDiffusion: 0.015]

  static let jam = single(
    "few ways", "~~~~~\nFFFFF\nOFO.F\nFFF.F\nOFO.F\nFFFOF\n#####",
    [.pairing: 0.34, .monomerDiffusion: 0.3, .dimerDiffusion: 0.33, .nucleation3: 0.32],
    events: 10, ends: false, tunnellingDepth: 0)

  /// Eleven monomers, of which three can move, and later one: the engine enumerates.
  static let closed = single(
    "hardly a way",
    "~~~~~~~\nFFFFFFF\nOFOFOFO\n.FFFFFF\nFFOFOFO\nFFFFFFF\nO.OFOFO\nFFFFFFF\n#######",
    [.pairing: 0.31, .monomerDiffusion: 0.3, .dimerDiffusion: 0.33], events: 20, ends: false,
    tunnellingDepth: 0)

  private static func single(
    _ name: String, _ picture: String, _ barriers: [Reaction: Float], events: Int, ends: Bool,
    tunnellingDepth: Int = 4
  ) -> Case {
    Case(
      setups: [(name, Setup(picture, barriers, tunnellingDepth: tunnellingDepth))],
      events: events, ends: ends, runs: 50_000)
  }
}
