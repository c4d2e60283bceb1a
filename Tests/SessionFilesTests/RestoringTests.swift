import Cells
import Explorer
import Interphase
import Testing
import Theming

@testable import SessionFiles

@Suite struct RestoringTests {
  private static let summary = ModelSummary(
    name: "carbonate", variant: "seiscope", latentCount: 50,
    axes: (0..<8).map {
      ModelSummary.Axis(
        explainedVariance: 0.1, minimum: -4, maximum: 4, property: Property.allCases[$0 % 4],
        correlation: 0.5)
    }, testSamples: 12, weightsHash: "0123456789abcdef")

  private func begun(with saved: SavedSession? = nil) -> ExplorerState {
    var paper = Theme.interphase
    paper.name = "paper"
    var state = ExplorerState(
      size: Size(width: 120, height: 40),
      capabilities: Capabilities(colors: .direct, unicode: true), themes: [.interphase, paper],
      session: Session(barriers: .middle, seed: 7), model: .present(Self.summary))
    if let saved { state.begin(with: saved) }
    _ = state.update(.start)
    return state
  }

  /// What a person who uses commands, sliders and bookmarks does next.
  private func event(_ random: inout RandomSource) -> ExplorerEvent {
    func one<Element>(of elements: [Element]) -> Element {
      elements[Int(random.next() % UInt64(elements.count))]
    }
    switch random.unit() {
    case ..<0.6:
      return .command(one(of: Command.all).name, answer: one(of: ["12", "a", "ß 界", "b \"2\""]))
    case ..<0.8:
      let control = one(
        of: (0..<8).map(Control.axis) + Reaction.withBarrier.map(Control.barrier))
      return .typed(one(of: ["0.4", "0.123456", "-1.5", "350 meV", "9"]), control)
    default:
      let keys: [Key] =
        [.left, .right, .up, .down, .tab, .enter]
        + "aAnxr123456[]t".map {
          Key.character($0)
        }
      return .input(.key(one(of: keys), one(of: [[], .shift, .alt])))
    }
  }

  @Test(arguments: Array(1...30) as [UInt64])
  func `whatever was done, a session file brings it back`(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    var state = begun()
    for _ in 0..<200 { _ = state.update(event(&random)) }
    _ = state.update(.input(.key(.escape)))
    let bytes = try SessionFile.bytes(of: state.saved, program: "seiscope test")
    let restored = begun(with: try SessionFile.session(from: bytes, file: "film.json"))
    #expect(restored.saved == state.saved, "seed \(seed)")
    #expect(restored.saved != begun().saved, "seed \(seed)")
  }
}
