import Foundation
import Interphase
import Networks
import Tensors
import Testing
import Training

struct PriorCalibrationTests {
  /// A network whose regressor reads the first latent dimension, and whose prior is N(0, σ²) at all
  /// barriers.
  private func tensors(_ architecture: Architecture, deviation: Double) -> [String: Tensor] {
    var tensors = architecture.initialTensors(seed: 2)
    for name in tensors.keys where name.hasPrefix("prior") || name.hasPrefix("regressor") {
      tensors[name] = zeros(tensors[name])
    }
    // relu(z) − relu(−z) = z, through both hidden layers, to all four properties.
    let units = architecture.regressorUnits
    tensors["regressor.dense1.weight"]?.values[0] = 1
    tensors["regressor.dense1.weight"]?.values[architecture.latent] = -1
    tensors["regressor.dense2.weight"]?.values[0] = 1
    tensors["regressor.dense2.weight"]?.values[units + 1] = 1
    for property in 0..<4 {
      tensors["regressor.dense3.weight"]?.values[property * units] = 1
      tensors["regressor.dense3.weight"]?.values[property * units + 1] = -1
    }
    let logVariance = Float(2 * log(deviation))
    for k in architecture.latent..<(2 * architecture.latent) {
      tensors["prior.dense3.bias"]?.values[k] = logVariance
    }
    return tensors
  }

  private func zeros(_ tensor: Tensor?) -> Tensor? {
    tensor.map { Tensor(shape: $0.shape, values: $0.values.map { _ in 0 }) }
  }

  /// Films whose properties are drawn from N(0, 1).
  private func films(_ count: Int) -> Batch {
    var source = RandomSource(seed: 9)
    return Batch(
      count: count, codes: [], barriers: [Float](repeating: 0.3, count: 15 * count),
      properties: (0..<4 * count).map { _ in Float(source.normal()) })
  }

  @Test(arguments: [0.6, 1.0, 1.7])
  func `a prior of the wrong width is brought to the films'`(_ deviation: Double) throws {
    let architecture = Fixture.architecture
    let calibration = PriorCalibration(architecture, films: films(500), seed: 1)
    let tensors = tensors(architecture, deviation: deviation)
    let factor = try calibration.factor(for: tensors)
    // 2000 properties: the coverage is known to some 0.7 %, the deviation to some 4 %.
    #expect(abs(Double(factor) * deviation - 1) < 0.12, "\(factor)")
    let wider = PriorCalibration.widened(tensors, architecture, by: factor)
    #expect(abs(try calibration.coverage(of: wider) - 0.9) < 0.02)
  }

  @Test func `widening multiplies the deviations of every draw`() throws {
    var architecture = Fixture.architecture
    architecture.priorComponents = 2
    var tensors = architecture.initialTensors(seed: 8)
    // The trailing dimensions must not follow the leading ones, which widening moves.
    let rest = "prior.rest.dense1.weight"
    tensors[rest] = zeros(tensors[rest])
    let wide = PriorCalibration.widened(tensors, architecture, by: 2)
    let barriers = [Float](repeating: 0.2, count: 15)
    func draws(_ tensors: [String: Tensor]) throws -> [Float] {
      try InferenceNetwork(architecture: architecture, tensors: tensors)
        .drawPrior(barriers: barriers, count: 50, seed: 3)
    }
    let narrow = try draws(PriorCalibration.widened(tensors, architecture, by: 1e-2))
    let (one, two) = (try draws(tensors), try draws(wide))
    for place in one.indices {
      // A hundredth of the deviation is nearly the mean.
      let (near, far) = (one[place] - narrow[place], two[place] - narrow[place])
      #expect(abs(far * 0.99 - near * 1.99) < 1e-3 * max(1, abs(far)))
    }
  }
}
