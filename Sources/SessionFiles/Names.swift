public import Explorer
import Interphase

extension Control {
  /// What files and commands call it: `PC1` to `PC8`, barriers by their identifiers.
  public var name: String {
    switch self {
    case .axis(let axis): "PC\(axis + 1)"
    case .barrier(let reaction): reaction.id
    }
  }

  /// Every slider that any model can have.
  static let all: [Control] =
    (0..<Session.sliderCount).map(Control.axis) + Reaction.withBarrier.map(Control.barrier)
}

extension Anchor {
  /// What files call it: `prior-mean`, `prior-draw:7`, `latent-mean`, `simulated`, `test:0`.
  public var name: String {
    switch self {
    case .priorMean: "prior-mean"
    case .priorDraw(let seed): "prior-draw:\(seed)"
    case .latentMean: "latent-mean"
    case .simulated: "simulated"
    case .testSample(let index): "test:\(index)"
    }
  }

  /// The anchor of a ``name``; `nil` where there is none.
  init?(name: String) {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("prior-mean", 1): self = .priorMean
    case ("latent-mean", 1): self = .latentMean
    case ("simulated", 1): self = .simulated
    case ("prior-draw", 2):
      guard let seed = UInt64(parts[1]) else { return nil }
      self = .priorDraw(seed: seed)
    case ("test", 2):
      guard let index = Int(parts[1]), index >= 0 else { return nil }
      self = .testSample(index)
    default: return nil
    }
  }
}
