internal import OneDNN
internal import Tensors

/// Batch normalisation followed by ReLU, over channels-last images [rows, channels].
///
/// A batch comes in parts on several threads; each part sums over its own rows, and the sums are
/// added up here in the order of the parts, in double precision. So statistics are those of the
/// whole batch and do not depend on the number of threads.
///
/// The bias of the convolution before it cancels: it is never added in training, its gradient is
/// zero, and it enters only the running mean (PyTorch computes the same but for rounding).
final class BatchNormalisation {
  static let epsilon = 1e-5
  static let momentum = 0.1

  let channels: Int
  /// Rows of the whole batch: samples × pixels.
  let rows: Int
  private let weight: AlignedBuffer
  private let bias: AlignedBuffer
  private let convolutionBias: AlignedBuffer
  private(set) var runningMean: [Double]
  private(set) var runningVariance: [Double]

  /// y = relu(scale · x + shift).
  let scale: AlignedBuffer
  let shift: AlignedBuffer
  /// Subtracted before summing: near the mean, so that single precision loses nothing.
  let centre: AlignedBuffer
  /// dx = factor · g + slope · (x − centre) + offset.
  let slope: AlignedBuffer
  let offset: AlignedBuffer
  private var mean: [Double]
  private var inverseDeviation: [Double]

  init(
    channels: Int, rows: Int, weight: AlignedBuffer, bias: AlignedBuffer,
    convolutionBias: AlignedBuffer, runningMean: Tensor, runningVariance: Tensor
  ) {
    self.channels = channels
    self.rows = rows
    self.weight = weight
    self.bias = bias
    self.convolutionBias = convolutionBias
    self.runningMean = runningMean.values.map(Double.init)
    self.runningVariance = runningVariance.values.map(Double.init)
    scale = AlignedBuffer(count: channels)
    shift = AlignedBuffer(count: channels)
    centre = AlignedBuffer(count: channels)
    slope = AlignedBuffer(count: channels)
    offset = AlignedBuffer(count: channels)
    mean = [Double](repeating: 0, count: channels)
    inverseDeviation = mean
    updateCentre()
  }

  /// Takes Σ (x − centre) and Σ (x − centre)² of each part: statistics of the batch.
  func reduceForward(_ parts: [ChannelSums]) {
    let count = Double(rows)
    for c in 0..<channels {
      let first = parts.reduce(0.0) { $0 + $1.first[c] } / count
      let second = parts.reduce(0.0) { $0 + $1.second[c] } / count
      let variance = max(second - first * first, 0)
      mean[c] = Double(centre.pointer[c]) + first
      inverseDeviation[c] = 1 / (variance + Self.epsilon).squareRoot()
      setTransform(c, mean: mean[c], inverseDeviation: inverseDeviation[c])
      let unbiased = rows > 1 ? variance * count / (count - 1) : variance
      let withBias = mean[c] + Double(convolutionBias.pointer[c])
      // Kept to single precision, as they are stored: a resumed run is the same run.
      runningMean[c] = single(runningMean[c] + Self.momentum * (withBias - runningMean[c]))
      runningVariance[c] = single(
        runningVariance[c] + Self.momentum * (unbiased - runningVariance[c]))
    }
  }

  /// Takes Σ g and Σ g·(x − centre) of each part: gradients, and what dx needs.
  func reduceBackward(_ parts: [ChannelSums], weightGradient: Floats, biasGradient: Floats) {
    let count = Double(rows)
    for c in 0..<channels {
      let first = parts.reduce(0.0) { $0 + $1.first[c] }
      let delta = mean[c] - Double(centre.pointer[c])
      let second = parts.reduce(0.0) { $0 + $1.second[c] } - delta * first
      let deviation = inverseDeviation[c]
      weightGradient[c] = Float(second * deviation)
      biasGradient[c] = Float(first)
      let factor = Double(weight.pointer[c]) * deviation
      let slope = -factor * deviation * deviation * second / count
      self.slope.pointer[c] = Float(slope)
      offset.pointer[c] = Float(-factor * first / count - slope * delta)
    }
  }

  /// Prepares normalisation by the running statistics.
  func useRunningStatistics() {
    for c in 0..<channels {
      setTransform(
        c, mean: runningMean[c] - Double(convolutionBias.pointer[c]),
        inverseDeviation: 1 / (runningVariance[c] + Self.epsilon).squareRoot())
    }
  }

  /// Moves the centre to the running mean, for the next step.
  func updateCentre() {
    for c in 0..<channels {
      centre.pointer[c] = Float(runningMean[c]) - convolutionBias.pointer[c]
    }
  }

  private func setTransform(_ c: Int, mean: Double, inverseDeviation: Double) {
    let factor = Double(weight.pointer[c]) * inverseDeviation
    scale.pointer[c] = Float(factor)
    shift.pointer[c] = Float(Double(bias.pointer[c]) - mean * factor)
  }
}

private func single(_ value: Double) -> Double { Double(Float(value)) }

/// Two sums over rows for each channel.
struct ChannelSums {
  var first: [Double]
  var second: [Double]

  init(channels: Int) {
    first = [Double](repeating: 0, count: channels)
    second = first
  }

  mutating func clear() {
    for c in first.indices {
      first[c] = 0
      second[c] = 0
    }
  }
}
