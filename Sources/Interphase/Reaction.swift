/// The nineteen events of the mechanism, in the order of the published barrier vector.
///
/// The first fifteen carry the barriers that users move; the last four are escapes to the sink at
/// a fixed barrier. Source: Esmaeilpour et al., Adv. Energy Mater. 2023, 13, 2203966.
public enum Reaction: Int, CaseIterable, Sendable, Codable {
  case ecReductionElectrode = 1
  case ecReductionInorganic = 2
  case precursorReductionElectrode = 3
  case dimerisation = 4
  case pairing = 5
  case nucleation3 = 6
  case precursorReductionInorganic = 7
  case growthMonomer = 8
  case growthDimer = 9
  case nucleation4 = 10
  case coalescence = 11
  case dimerDiffusion = 12
  case monomerDiffusion = 13
  case precursorDiffusion = 14
  case clusterDiffusion = 15
  case precursorEscape = 16
  case dimerEscape = 17
  case clusterEscape = 18
  case monomerEscape = 19

  /// The reactions whose barriers are parameters, 1 to 15.
  public static let withBarrier: [Reaction] = Array(allCases.prefix(15))

  /// The barrier of the four escapes [eV].
  public static let escapeBarrier = 0.01

  /// The identifier on the command line and in JSON.
  public var id: String { Self.ids[rawValue - 1] }

  /// The reaction with this identifier, if there is one.
  public init?(id: String) {
    guard let index = Self.ids.firstIndex(of: id) else { return nil }
    self.init(rawValue: index + 1)
  }

  /// The middle of the published design [eV]; escapes give their fixed barrier.
  public var middleBarrier: Double {
    rawValue <= 15 ? Self.middles[rawValue - 1] : Self.escapeBarrier
  }

  /// The authors' published example [eV]; escapes give their fixed barrier.
  public var sampleBarrier: Double {
    rawValue <= 15 ? Self.samples[rawValue - 1] : Self.escapeBarrier
  }

  /// The design's range [eV]: middle ± 28 %.
  public var barrierRange: ClosedRange<Double> {
    (middleBarrier * (1 - Self.designSpread))...(middleBarrier * (1 + Self.designSpread))
  }

  /// Half-width of the design, relative to the middle.
  public static let designSpread = 0.28

  /// A label of at most 14 columns, for sliders.
  public var shortLabel: String { Self.shortLabels[rawValue - 1] }

  /// What happens, in one line.
  public var summary: String { Self.summaries[rawValue - 1] }

  /// Whether an electron is transferred in the event (charge bookkeeping).
  public var transfersElectron: Bool {
    switch self {
    case .ecReductionElectrode, .ecReductionInorganic, .precursorReductionElectrode,
      .precursorReductionInorganic:
      true
    default: false
    }
  }

  /// Whether a molecule of C₂H₄ leaves in the event: the gas that formation cycles give off.
  public var releasesEthylene: Bool {
    switch self {
    case .precursorReductionElectrode, .dimerisation, .precursorReductionInorganic: true
    default: false
    }
  }

  /// Whether the event moves something and changes nothing else.
  public var isHop: Bool {
    switch self {
    case .dimerDiffusion, .monomerDiffusion, .precursorDiffusion, .clusterDiffusion: true
    default: false
    }
  }

  private static let ids = [
    "ec-reduction-electrode", "ec-reduction-inorganic", "precursor-reduction-electrode",
    "dimerisation", "pairing", "nucleation-3", "precursor-reduction-inorganic",
    "growth-monomer", "growth-dimer", "nucleation-4", "coalescence", "dimer-diffusion",
    "monomer-diffusion", "precursor-diffusion", "cluster-diffusion", "precursor-escape",
    "dimer-escape", "cluster-escape", "monomer-escape",
  ]

  private static let middles = [
    0.3914, 0.3684, 0.4256, 0.4111, 0.7573, 0.6500, 0.6841, 0.6346, 0.6344, 0.6354, 0.6375,
    0.5493, 0.4797, 0.4843, 0.5287,
  ]

  private static let samples = [
    0.50, 0.27, 0.32, 0.41, 0.63, 0.71, 0.53, 0.47, 0.46, 0.51, 0.48, 0.41, 0.36, 0.35, 0.38,
  ]

  private static let shortLabels = [
    "EC→P electrode", "EC→P Li₂CO₃", "P→F electrode", "P+P→O", "O+O→D", "O+D→C",
    "P→F Li₂CO₃", "C+O", "C+D", "D+D→C", "C+C merge", "D hop", "O hop", "P hop", "C hop",
    "P escape", "D escape", "C escape", "O escape",
  ]

  private static let summaries = [
    "electrolyte at the electrode is reduced to precursor",
    "electrolyte at Li₂CO₃ within tunnelling depth is reduced to precursor",
    "precursor at the electrode is reduced to Li₂CO₃, releasing C₂H₄",
    "two precursors join to Li₂EDC, releasing C₂H₄",
    "two Li₂EDC pair up to a dimer",
    "Li₂EDC and a dimer form a cluster of three",
    "precursor at Li₂CO₃ within tunnelling depth is reduced, releasing C₂H₄",
    "Li₂EDC joins an organic cluster",
    "a dimer joins an organic cluster",
    "two dimers form a cluster of four",
    "a cluster blocked by another merges with it",
    "a dimer hops",
    "Li₂EDC hops",
    "precursor hops",
    "a cluster of n sites moves, rate × exp(−n/30)",
    "precursor leaves into the bulk",
    "a dimer leaves into the bulk",
    "a cluster leaves into the bulk",
    "Li₂EDC leaves into the bulk",
  ]
}
