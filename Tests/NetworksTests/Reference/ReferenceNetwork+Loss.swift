import Foundation
import Networks

/// The loss's terms, each written down from its definition.
extension ReferenceNetwork {
  /// KL from a Gaussian prior, or −log Σ π_k exp(−KL_k) in the first four dimensions and the
  /// Gaussian of the others, given those.
  func divergence(
    _ tape: Tape, _ mean: Node, _ logVariance: Node, _ prior: Node?,
    _ mixture: (leading: Node, rest: Node)?
  ) -> Node {
    let (latent, samples) = (architecture.latent, mean.shape[0])
    guard let mixture else {
      let whole = prior ?? Node(zeros: [samples, 2 * latent])
      return sum(tape, gaussians(tape, mean, logVariance, whole, 0))
    }
    let tail = gaussians(
      tape, tape.columns(mean, 4..<latent), tape.columns(logVariance, 4..<latent), mixture.rest, 0)
    let head = mixtureDivergence(
      tape, tape.columns(mean, 0..<4), tape.columns(logVariance, 0..<4), mixture.leading)
    let both = Node([], [head.value[0] + tail.value.reduce(0, +)])
    return tape.record(both) { [unowned both] in
      head.slope[0] += both.slope[0]
      for i in tail.slope.indices { tail.slope[i] += both.slope[0] }
    }
  }

  private func mixtureDivergence(
    _ tape: Tape, _ mean: Node, _ logVariance: Node, _ mixture: Node
  ) -> Node {
    let (count, samples) = (architecture.priorComponents, mean.shape[0])
    let components = (0..<count).map { gaussians(tape, mean, logVariance, mixture, $0 * 8) }
    let logits = tape.columns(mixture, (count * 8)..<(count * 9))
    let loss = Node([], [0])
    var slopes: [(share: [Double], responsibility: [Double])] = []
    for n in 0..<samples {
      let powers = (0..<count).map { exp(logits.value[n * count + $0]) }
      let share = powers.map { $0 / powers.reduce(0, +) }
      let parts = (0..<count).map { share[$0] * exp(-components[$0].value[n]) }
      let whole = parts.reduce(0, +)
      loss.value[0] -= log(whole)
      slopes.append((share, parts.map { $0 / whole }))
    }
    return tape.record(loss) { [unowned loss] in
      for n in 0..<samples {
        for k in 0..<count {
          let (share, responsibility) = (slopes[n].share[k], slopes[n].responsibility[k])
          components[k].slope[n] += loss.slope[0] * responsibility
          logits.slope[n * count + k] += loss.slope[0] * (share - responsibility)
        }
      }
    }
  }

  /// KL of each sample from the Gaussian whose mean and log-variance start at a column.
  func gaussians(
    _ tape: Tape, _ mean: Node, _ logVariance: Node, _ whole: Node, _ column: Int
  ) -> Node {
    let latent = mean.shape[1]
    let m = tape.columns(whole, column..<(column + latent))
    let p = tape.clamp(tape.columns(whole, (column + latent)..<(column + 2 * latent)))
    let loss = Node(zeros: [mean.shape[0]])
    for i in mean.value.indices {
      let spread = exp(logVariance.value[i]) + pow(mean.value[i] - m.value[i], 2)
      loss.value[i / latent] +=
        0.5 * (p.value[i] - logVariance.value[i] + spread / exp(p.value[i]) - 1)
    }
    return tape.record(loss) { [unowned loss] in
      for i in mean.value.indices {
        let scale = loss.slope[i / latent]
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

  func sum(_ tape: Tape, _ x: Node) -> Node {
    let y = Node([], [x.value.reduce(0, +)])
    return tape.record(y) { [unowned y] in for i in x.slope.indices { x.slope[i] += y.slope[0] } }
  }

  /// Σ (regressed − truth)².
  func squaredError(_ tape: Tape, _ regressed: Node?, _ batch: Batch) -> Node {
    let loss = Node([], [0])
    guard let regressed else { return loss }
    let errors = zip(regressed.value, batch.properties).map { $0 - Double($1) }
    loss.value[0] = errors.reduce(0) { $0 + $1 * $1 }
    return tape.record(loss) { [unowned loss] in
      for i in errors.indices { regressed.slope[i] += loss.slope[0] * 2 * errors[i] }
    }
  }

  /// Σ (μ_k / s_k − y_k)² over the first four dimensions.
  func orderingError(_ tape: Tape, _ mean: Node, _ batch: Batch) -> Node {
    let scales = [4.0, 2, 2, 4]
    let loss = Node([], [0])
    var errors: [(index: Int, error: Double, scale: Double)] = []
    for n in 0..<batch.count {
      for k in 0..<4 {
        let index = n * architecture.latent + k
        errors.append(
          (index, mean.value[index] / scales[k] - Double(batch.properties[n * 4 + k]), scales[k]))
      }
    }
    loss.value[0] = errors.reduce(0) { $0 + $1.error * $1.error }
    return tape.record(loss) { [unowned loss] in
      for e in errors { mean.slope[e.index] += loss.slope[0] * 2 * e.error / e.scale }
    }
  }

  /// Rows' counts of inorganic (4) and organic (7), columns' heights and pairs of solids, under a
  /// softmax over the first eight codes five times as steep.
  func profileError(_ tape: Tape, _ logits: Node, _ batch: Batch) -> Node {
    let steep = tape.map(logits, { 5 * $0 }, { _ in 5 })
    let shares = tape.softmax(steep, over: 8)
    let (height, width) = (architecture.height, architecture.width)
    let sites = architecture.sites
    func at(_ n: Int, _ code: Int, _ y: Int, _ x: Int) -> Int {
      ((n * 8 + code) * height + y) * width + x
    }
    func holds(_ n: Int, _ y: Int, _ x: Int, _ codes: [UInt8]) -> Bool {
      codes.contains(batch.codes[n * sites + y * width + x])
    }
    let loss = Node([], [0])
    var slope = [Double](repeating: 0, count: shares.value.count)
    for n in 0..<batch.count {
      for code in [4, 7] {
        for y in 0..<height {
          var difference = 0.0
          for x in 0..<width {
            difference += shares.value[at(n, code, y, x)]
            difference -= holds(n, y, x, [UInt8(code)]) ? 1 : 0
          }
          loss.value[0] += difference * difference / Double(width)
          for x in 0..<width { slope[at(n, code, y, x)] += 2 * difference / Double(width) }
        }
      }
      for x in 0..<width {
        let void = (0..<height).map { y in
          1 - shares.value[at(n, 4, y, x)] - shares.value[at(n, 7, y, x)]
        }
        let truth = (1..<height).last { holds(n, $0, x, [4, 7]) } ?? 0
        let soft = (1..<height).reduce(0.0) { $0 + 1 - void[$1...].reduce(1, *) }
        let difference = soft - Double(truth)
        loss.value[0] += difference * difference / Double(width)
        for y in 1..<height {
          var derivative = 0.0
          for start in 1...y {
            derivative += (start..<height).reduce(1.0) { $0 * ($1 == y ? 1 : void[$1]) }
          }
          for code in [4, 7] {
            slope[at(n, code, y, x)] += 2 * difference / Double(width) * derivative
          }
        }
      }
    }
    addPairs(shares, batch, loss, &slope)
    let slopes = slope
    return tape.record(loss) { [unowned loss] in
      for i in slopes.indices { shares.slope[i] += loss.slope[0] * slopes[i] }
    }
  }

  /// ((pairs − true pairs) / width)² for 1 to 8 sites along rows and along columns.
  private func addPairs(_ shares: Node, _ batch: Batch, _ loss: Node, _ slope: inout [Double]) {
    let (height, width, sites) = (architecture.height, architecture.width, architecture.sites)
    for n in 0..<batch.count {
      let solid = (0..<sites).map {
        shares.value[(n * 8 + 4) * sites + $0] + shares.value[(n * 8 + 7) * sites + $0]
      }
      let truth = (0..<sites).map { [4, 7].contains(batch.codes[n * sites + $0]) ? 1.0 : 0 }
      for r in 1...8 {
        for (right, up) in [(r, 0), (0, r)] {
          let pairs = (0..<sites).compactMap { i in
            i % width + right < width && i / width + up < height
              ? (i, i + right + up * width) : nil
          }
          let difference = pairs.reduce(0.0) {
            $0 + solid[$1.0] * solid[$1.1] - truth[$1.0] * truth[$1.1]
          }
          loss.value[0] += pow(difference / Double(width), 2)
          let factor = 2 * difference / Double(width * width)
          for (i, j) in pairs {
            for code in [4, 7] {
              slope[(n * 8 + code) * sites + i] += factor * solid[j]
              slope[(n * 8 + code) * sites + j] += factor * solid[i]
            }
          }
        }
      }
    }
  }

  /// Σ weight · term / samples.
  func combine(_ tape: Tape, _ count: Int, _ terms: [(Node, weight: Float)]) -> Node {
    let n = Double(count)
    let total = Node([], [terms.reduce(0) { $0 + $1.0.value[0] * Double($1.weight) } / n])
    return tape.record(total) { [unowned total] in
      for (term, weight) in terms { term.slope[0] += total.slope[0] * Double(weight) / n }
    }
  }
}
