/// The latent point that the sliders' offsets are added to.
public enum Anchor: Equatable, Sendable {
  /// The mean of the conditional prior at the present barriers: it moves with them.
  case priorMean
  /// One draw of the conditional prior at the present barriers.
  case priorDraw(seed: UInt64)
  /// The mean of the latent map, where the paper's walks start.
  case latentMean
  /// The encoding of the simulated film, as it grows.
  case simulated
  /// A sample of the test split.
  case testSample(Int)

  /// The anchor after this one when a person cycles through them.
  func next(testSamples: Int) -> Anchor {
    switch self {
    case .priorMean: .priorDraw(seed: 1)
    case .priorDraw: .latentMean
    case .latentMean: .simulated
    case .simulated: testSamples > 0 ? .testSample(0) : .priorMean
    case .testSample: .priorMean
    }
  }

  /// Another draw or another sample; `nil` where the anchor has only one.
  func another(testSamples: Int) -> Anchor? {
    switch self {
    case .priorDraw(let seed): .priorDraw(seed: seed &+ 1)
    case .testSample(let index) where testSamples > 1: .testSample((index + 1) % testSamples)
    default: nil
    }
  }

  /// What it is, in a few words.
  var title: String {
    switch self {
    case .priorMean: "prior at barriers (mean)"
    case .priorDraw(let seed): "prior at barriers (draw \(seed))"
    case .latentMean: "latent mean"
    case .simulated: "encoded simulation"
    case .testSample(let index): "test sample \(index + 1) at these barriers"
    }
  }

  /// What it is, where there is little room.
  var shortTitle: String {
    switch self {
    case .priorMean: "prior mean"
    case .priorDraw(let seed): "prior draw \(seed)"
    case .latentMean: "latent mean"
    case .simulated: "encoded sim."
    case .testSample(let index): "sample \(index + 1)"
    }
  }
}

extension Anchor {
  /// Whether it is taken from the conditional prior.
  var usesPrior: Bool {
    switch self {
    case .priorMean, .priorDraw: true
    default: false
    }
  }
}
