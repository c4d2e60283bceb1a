internal import OneDNN

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Adam (Kingma & Ba 2015) with β₁ = 0.9, β₂ = 0.999, ε = 1e-8, as PyTorch computes it.
struct Adam {
  static let decay = (first: 0.9, second: 0.999)
  static let epsilon: Float = 1e-8

  private let stepSize: Float
  private let deviationScale: Float

  /// Prepares a step; `step` counts it: 1 at first.
  init(step: Int, learningRate: Float) {
    let first = 1 - pow(Self.decay.first, Double(step))
    let second = 1 - pow(Self.decay.second, Double(step))
    stepSize = Float(Double(learningRate) / first)
    deviationScale = Float(1 / second.squareRoot())
  }

  /// Updates a range of the parameters by the sum of the parts' gradients.
  func update(
    _ range: Range<Int>, parameters: Floats, gradients: [AlignedBuffer], first: Floats,
    second: Floats
  ) {
    let (m, v) = (Float(Self.decay.first), Float(Self.decay.second))
    let (freshM, freshV) = (Float(1 - Self.decay.first), Float(1 - Self.decay.second))
    let sources = gradients.map { UnsafePointer($0.pointer) }
    for i in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
      var gradient = load(sources[0] + i)
      for source in sources.dropFirst() { gradient += load(source + i) }
      let moment = load(first + i) * m + gradient * freshM
      let square = load(second + i) * v + gradient * gradient * freshV
      store(moment, first + i)
      store(square, second + i)
      let deviation = square.squareRoot() * deviationScale + Self.epsilon
      let change = moment / deviation * stepSize
      store(
        load(parameters + i) - change, parameters + i)
    }
  }
}
