import Foundation
import Networks
import Tensors

/// The network in double precision, written down from its description alone.
final class ReferenceNetwork {
  let architecture: Architecture
  var parameters: [String: Node]
  private var first: [String: [Double]] = [:]
  private var second: [String: [Double]] = [:]
  private var steps = 0

  init(_ architecture: Architecture, _ tensors: [String: Tensor]) {
    self.architecture = architecture
    parameters = tensors.mapValues { Node($0.shape, $0.values.map(Double.init)) }
  }

  struct Result {
    var reconstruction: Node
    var klDivergence: Node
    var property: Node
    var total: Node
    var logits: Node
    var mean: Node
    var logVariance: Node
    var regressed: Node?
    var prior: Node?
  }

  /// Forward on a tape; training uses the batch's statistics and moves the running ones.
  func run(
    _ tape: Tape, _ batch: Batch, _ noise: [Double], _ weights: LossWeights, training: Bool
  ) -> Result {
    let shape = architecture
    var x = oneHot(batch)
    for (index, stride) in [2, 2, 1].enumerated() {
      x = tape.convolution(
        x, w("encoder.conv\(index + 1)"), b("encoder.conv\(index + 1)"),
        stride: stride)
      x = normalised(tape, x, "encoder.bn\(index + 1)", training)
    }
    let small = (x.shape[2], x.shape[3])
    let flat = tape.reshape(x, [batch.count, x.value.count / batch.count])
    let hidden = tape.relu(dense(tape, flat, "encoder.dense"))
    let mean = dense(tape, hidden, "encoder.mean")
    let logVariance = tape.clamp(dense(tape, hidden, "encoder.logvar"))
    let barriers = Node([batch.count, 15], batch.barriers.map(Double.init))
    var z = sample(tape, mean, logVariance, noise)
    if shape.variant.readsBarriers { z = tape.beside(z, barriers) }
    let start = tape.relu(dense(tape, z, "decoder.dense"))
    var y = tape.reshape(start, [batch.count, shape.encoderChannels[2], small.0, small.1])
    let half = ((shape.height + 1) / 2, (shape.width + 1) / 2)
    for (index, (stride, size)) in [(1, small), (2, half), (2, (shape.height, shape.width))]
      .enumerated()
    {
      let name = "decoder.deconv\(index + 1)"
      y = tape.transposed(y, w(name), b(name), stride: stride, size)
      y = normalised(tape, y, "decoder.bn\(index + 1)", training)
    }
    let logits = tape.transposed(
      y, w("decoder.output"), b("decoder.output"), stride: 1, (shape.height, shape.width))

    let prior = shape.variant.hasPrior ? perceptron(tape, barriers, "prior") : nil
    let regressed = shape.variant.hasRegressor ? perceptron(tape, mean, "regressor") : nil
    let reconstruction = tape.crossEntropy(logits, batch.codes)
    let divergence = divergence(tape, mean, logVariance, prior)
    let property = squaredError(tape, regressed, batch)
    let total = combine(tape, batch.count, reconstruction, divergence, property, weights)
    return Result(
      reconstruction: reconstruction, klDivergence: divergence, property: property, total: total,
      logits: logits, mean: mean, logVariance: logVariance, regressed: regressed, prior: prior)
  }

  /// One step of Adam by the slopes that the parameters hold.
  func update(learningRate: Double) {
    steps += 1
    for (name, node) in parameters where !name.contains("running") {
      var m = first[name] ?? node.value.map { _ in 0 }
      var v = second[name] ?? m
      for i in m.indices {
        m[i] = 0.9 * m[i] + 0.1 * node.slope[i]
        v[i] = 0.999 * v[i] + 0.001 * node.slope[i] * node.slope[i]
        let deviation = sqrt(v[i] / (1 - pow(0.999, Double(steps)))) + 1e-8
        node.value[i] -= learningRate * m[i] / (1 - pow(0.9, Double(steps))) / deviation
      }
      first[name] = m
      second[name] = v
    }
    clear()
  }

  func clear() {
    for node in parameters.values { node.slope = node.slope.map { _ in 0 } }
  }

  private func w(_ name: String) -> Node { parameters[name + ".weight"]! }
  private func b(_ name: String) -> Node { parameters[name + ".bias"]! }

  private func dense(_ tape: Tape, _ x: Node, _ name: String) -> Node {
    tape.dense(x, w(name), b(name))
  }

  private func perceptron(_ tape: Tape, _ x: Node, _ name: String) -> Node {
    let one = tape.relu(dense(tape, x, name + ".dense1"))
    let two = tape.relu(dense(tape, one, name + ".dense2"))
    return dense(tape, two, name + ".dense3")
  }

  private func normalised(_ tape: Tape, _ x: Node, _ name: String, _ training: Bool) -> Node {
    let mean = parameters[name + ".running_mean"]!
    let variance = parameters[name + ".running_var"]!
    let (y, batchMean, batchVariance) = tape.normalisation(
      x, w(name), b(name), given: training ? nil : (mean.value, variance.value))
    if training {
      let count = Double(x.value.count / x.shape[1])
      for c in mean.value.indices {
        mean.value[c] += 0.1 * (batchMean[c] - mean.value[c])
        variance.value[c] += 0.1 * (batchVariance[c] * count / (count - 1) - variance.value[c])
      }
    }
    return tape.relu(y)
  }

  private func oneHot(_ batch: Batch) -> Node {
    let (alphabet, sites) = (architecture.alphabet, architecture.sites)
    let x = Node(zeros: [batch.count, alphabet, architecture.height, architecture.width])
    for (i, code) in batch.codes.enumerated() {
      x.value[(i / sites * alphabet + Int(code)) * sites + i % sites] = 1
    }
    return x
  }
}

extension ReferenceNetwork {
  private func sample(_ tape: Tape, _ mean: Node, _ logVariance: Node, _ noise: [Double]) -> Node {
    let z = Node(zeros: mean.shape)
    for i in noise.indices {
      z.value[i] = mean.value[i] + exp(logVariance.value[i] / 2) * noise[i]
    }
    return tape.record(z) { [unowned z] in
      for i in noise.indices {
        mean.slope[i] += z.slope[i]
        logVariance.slope[i] += z.slope[i] * exp(logVariance.value[i] / 2) * noise[i] / 2
      }
    }
  }

  /// Σ ½ (log v_p − log v + (v + (μ − m)²) / v_p − 1).
  private func divergence(_ tape: Tape, _ mean: Node, _ logVariance: Node, _ prior: Node?) -> Node {
    let latent = architecture.latent
    let whole = prior ?? Node(zeros: [mean.shape[0], 2 * latent])
    let m = tape.columns(whole, 0..<latent)
    let p = tape.clamp(tape.columns(whole, latent..<(2 * latent)))
    let loss = Node([], [0])
    for i in mean.value.indices {
      let spread = exp(logVariance.value[i]) + pow(mean.value[i] - m.value[i], 2)
      loss.value[0] += 0.5 * (p.value[i] - logVariance.value[i] + spread / exp(p.value[i]) - 1)
    }
    return tape.record(loss) { [unowned loss] in
      let scale = loss.slope[0]
      for i in mean.value.indices {
        let precision = exp(-p.value[i])
        let difference = mean.value[i] - m.value[i]
        let variance = exp(logVariance.value[i])
        mean.slope[i] += scale * difference * precision
        m.slope[i] -= scale * difference * precision
        logVariance.slope[i] += scale * 0.5 * (variance * precision - 1)
        p.slope[i] += scale * 0.5 * (1 - (variance + difference * difference) * precision)
      }
    }
  }

  private func squaredError(_ tape: Tape, _ regressed: Node?, _ batch: Batch) -> Node {
    let loss = Node([], [0])
    guard let regressed else { return loss }
    let errors = zip(regressed.value, batch.properties).map { $0 - Double($1) }
    loss.value[0] = errors.reduce(0) { $0 + $1 * $1 }
    return tape.record(loss) { [unowned loss] in
      for i in errors.indices { regressed.slope[i] += loss.slope[0] * 2 * errors[i] }
    }
  }

  private func combine(
    _ tape: Tape, _ count: Int, _ reconstruction: Node, _ divergence: Node, _ property: Node,
    _ weights: LossWeights
  ) -> Node {
    let (beta, lambda) = (Double(weights.klDivergence), Double(weights.property))
    let n = Double(count)
    let total = Node(
      [],
      [(reconstruction.value[0] + beta * divergence.value[0] + lambda * property.value[0]) / n])
    return tape.record(total) { [unowned total] in
      reconstruction.slope[0] += total.slope[0] / n
      divergence.slope[0] += total.slope[0] * beta / n
      property.slope[0] += total.slope[0] * lambda / n
    }
  }
}
