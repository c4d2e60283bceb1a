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
    var ordering: Node
    var profile: Node
    var total: Node
    var logits: Node
    var mean: Node
    var logVariance: Node
    var regressed: Node?
    var prior: Node?
  }

  /// Forward on a tape; training uses the batch's statistics and moves the running ones.
  ///
  /// `posterior` is what the Gaussian beside a mixture is fitted to, a constant in the gradient; the
  /// network's own where nil.
  func run(
    _ tape: Tape, _ batch: Batch, _ noise: [Double], _ weights: LossWeights, training: Bool,
    posterior: (mean: Node, logVariance: Node)? = nil
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

    let trunk = shape.variant.hasPrior ? trunk(tape, barriers, "prior") : nil
    let prior = trunk.map { dense(tape, $0, "prior.dense3") }
    let mixture: (leading: Node, rest: Node)? = trunk.flatMap { trunk in
      guard shape.hasMixture else { return nil }
      let given = tape.beside(barriers, tape.columns(z, 0..<4))
      return (
        dense(tape, trunk, "prior.mixture"),
        dense(tape, self.trunk(tape, given, "prior.rest"), "prior.rest.dense3")
      )
    }
    let regressed =
      shape.variant.hasRegressor
      ? dense(tape, self.trunk(tape, mean, "regressor"), "regressor.dense3") : nil
    let near = shape.width..<(shape.width * (weights.nearDepth + 1))
    let reconstruction = tape.crossEntropy(logits, batch.codes) { code, site in
      ([3, 5, 6].contains(code) ? weights.mobile : 1) * (near.contains(site) ? weights.near : 1)
    }
    let divergence = divergence(tape, mean, logVariance, prior, mixture)
    let property = squaredError(tape, regressed, batch)
    let ordering = orderingError(tape, mean, batch)
    let profile = profileError(tape, logits, batch)
    var terms = [
      (reconstruction, 1), (divergence, weights.klDivergence), (property, weights.property),
      (ordering, weights.ordering), (profile, weights.profile),
    ]
    if let prior, mixture != nil {
      let given = posterior ?? (Node(mean.shape, mean.value), Node(mean.shape, logVariance.value))
      terms.append(
        (sum(tape, gaussians(tape, given.mean, given.logVariance, prior, 0)), weights.klDivergence))
    }
    let total = combine(tape, batch.count, terms)
    return Result(
      reconstruction: reconstruction, klDivergence: divergence, property: property,
      ordering: ordering, profile: profile, total: total, logits: logits, mean: mean,
      logVariance: logVariance, regressed: regressed, prior: prior)
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

  /// The two hidden layers of a perceptron.
  private func trunk(_ tape: Tape, _ x: Node, _ name: String) -> Node {
    tape.relu(dense(tape, tape.relu(dense(tape, x, name + ".dense1")), name + ".dense2"))
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
}
