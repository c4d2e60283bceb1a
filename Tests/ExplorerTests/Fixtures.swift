import Cells
import Interphase
import Theming

@testable import Explorer

/// A session on a fixed film, model and screen: what every screen test starts from.
enum Fixture {
  static func state(
    _ width: Int, _ height: Int, colors: ColorDepth = .direct, unicode: Bool = true,
    model: Bool = true, run: Bool = true
  ) -> ExplorerState {
    var state = ExplorerState(
      size: Size(width: width, height: height),
      capabilities: Capabilities(colors: colors, unicode: unicode),
      themes: [.interphase, paper],
      session: Session(barriers: .middle, seed: 7),
      model: model ? .present(summary) : .absent("no model at SampleModels: run Scripts/run"))
    _ = state.update(.start)
    if run { _ = state.update(.simulated(snapshot(generation: state.run.generation))) }
    if model, run { _ = state.update(.decoded(answer(generation: state.decodeGeneration))) }
    return state
  }

  /// A second theme to switch to.
  static let paper: Theme = {
    var theme = Theme.interphase
    theme.name = "paper"
    theme.isDark = false
    return theme
  }()

  static let summary = ModelSummary(
    name: "carbonate", variant: "seiscope", latentCount: 50,
    axes: (0..<8).map { index in
      ModelSummary.Axis(
        explainedVariance: [0.58, 0.19, 0.09, 0.04, 0.02, 0.01, 0.01, 0.01][index],
        minimum: -4 + 0.25 * Double(index), maximum: 5 - 0.25 * Double(index),
        property: Property.allCases[index % 4],
        correlation: [0.93, 0.71, 0.65, 0.12, 0.08, 0.31, 0.05, -0.02][index])
    }, testSamples: 12)

  static func snapshot(
    generation: Int, stage: SimulationSnapshot.Stage = .finished, seed: UInt64 = 3
  ) -> SimulationSnapshot {
    SimulationSnapshot(
      generation: generation, lattice: film(seed: seed), events: 802_581, time: 4.28e-3,
      eventsPerSecond: 2.41e6, stage: stage,
      growth: (0..<40).map { step in
        let share = Double(step) / 39
        return GrowthPoint(time: 4.28e-3 * share, thickness: 18 * share * (2 - share))
      }, frames: stage == .growing ? [] : frames)
  }

  /// A film on the way at twenty times, row by row.
  static let frames: [GrowthFrame] = (1...20).map { step in
    var lattice = Lattice(emptyWidth: 50, height: 50)
    for y in 1...step { for x in 0..<50 { lattice[x, y] = y < 3 ? .inorganic : .organic } }
    var executed = [Int](repeating: 0, count: 19)
    executed[Reaction.precursorDiffusion.rawValue - 1] = 700_000 * step / 20
    executed[Reaction.ecReductionElectrode.rawValue - 1] = 900 * step / 20
    return GrowthFrame(
      time: 4.28e-3 * Double(step) / 20, events: 802_581 * step / 20, lattice: lattice,
      executed: executed)
  }

  static func answer(generation: Int, spread: Bool = true) -> DecodedResult {
    DecodedResult(
      generation: generation, lattice: film(seed: 11), regressed: [17.9, 0.24, 1.31, 0.27],
      spread: spread ? [2.3, 0.04, 0.07, 0.03] : nil,
      anchorCoordinates: [1.2, -0.5, 0.4, 0, 0.1, -0.2, 0.3, 0])
  }

  /// A branching film over a thin inorganic layer, from a seed alone.
  static func film(seed: UInt64) -> Lattice {
    var random = RandomSource(seed: seed)
    var film = Lattice(emptyWidth: 50, height: 50)
    for x in 0..<50 {
      for y in 1...(1 + Int(random.unit() * 1.4)) { film[x, y] = .inorganic }
    }
    for _ in 0..<260 {
      var x = Int(random.unit() * 50)
      var y = 1 + Int(random.unit() * 4)
      while film[x, y].isSolid, y < 34 {
        let turn = random.unit()
        if turn < 0.22, x > 0 { x -= 1 } else if turn < 0.44, x < 49 { x += 1 } else { y += 1 }
      }
      film[x, y] = .organic
    }
    for _ in 0..<4 {
      let (x, y) = (Int(random.unit() * 50), 12 + Int(random.unit() * 20))
      if film[x, y] == .electrolyte { film[x, y] = .precursor }
    }
    return film
  }
}
