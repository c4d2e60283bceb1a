internal import OneDNN

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LatentStage {
  /// The prior of the trailing dimensions, given the leading ones of z.
  func forwardRest() throws {
    guard let rest else { return }
    let (conditions, leading) = (Architecture.barrierCount, Architecture.leading)
    for row in 0..<capacity {
      let input = restInput.pointer + row * (conditions + leading)
      input.update(from: barriers.pointer + row * conditions, count: conditions)
      (input + conditions).update(
        from: decoderInput.pointer + row * architecture.decoderInputs, count: leading)
    }
    try rest.forward(capacity, restInput.pointer)
  }

  /// Adds what the prior of the trailing dimensions asks of the leading ones to z's gradient.
  func backwardRest() throws {
    guard let rest else { return }
    let (conditions, leading) = (Architecture.barrierCount, Architecture.leading)
    restInputGradient.pointer.update(repeating: 0, count: restInputGradient.count)
    try rest.backward(capacity, restInput.pointer, into: restInputGradient.pointer)
    for row in 0..<capacity {
      let source = restInputGradient.pointer + row * (conditions + leading) + conditions
      for k in 0..<leading {
        inputGradient.pointer[row * architecture.decoderInputs + k] += source[k]
      }
    }
  }

  /// The divergence of one sample's posterior from its prior; overwrites the gradients of both.
  func divergence(_ row: Int, scale: Float, adding sums: inout LossSums) {
    let latent = architecture.latent
    let q = posterior(row, 0..<latent)
    let meanGradient = meanGradient.pointer + row * latent
    let logVarianceGradient = logVarianceGradient.pointer + row * latent
    meanGradient.update(repeating: 0, count: latent)
    logVarianceGradient.update(repeating: 0, count: latent)
    let gaussian = (prior?.output ?? standardPrior).pointer + (prior == nil ? 0 : row * 2 * latent)
    let value = q.value(from: gaussian, gaussian + latent)
    if let prior {
      let seed = prior.outputGradient.pointer + row * 2 * latent
      q.setPriorGradient(
        scale, of: gaussian, gaussian + latent, mean: seed, logVariance: seed + latent)
    }
    if let branch = prior?.branch, let rest {
      // The Gaussian follows the posteriors as they are; what draws them in is the mixture.
      sums.priorFit += value
      sums.klDivergence += mixtureDivergence(row, branch, scale)
      sums.klDivergence += restDivergence(row, rest, scale)
    } else {
      sums.klDivergence += value
      q.addGradient(
        scale, from: gaussian, gaussian + latent, mean: meanGradient,
        logVariance: logVarianceGradient)
    }
  }

  /// In the leading dimensions −log Σ π_k e^(−KL_k): no less than the divergence from the mixture
  /// (Hershey & Olsen 2007, Eq. 20 for a single Gaussian), equal to it for components that are equal
  /// or far apart.
  private func mixtureDivergence(
    _ row: Int, _ branch: (output: AlignedBuffer, outputGradient: AlignedBuffer), _ scale: Float
  ) -> Double {
    let (leading, components) = (Architecture.leading, architecture.priorComponents)
    let q = posterior(row, 0..<leading)
    let start = row * architecture.mixtureWidth
    let output = UnsafePointer(branch.output.pointer + start)
    let gradient = branch.outputGradient.pointer + start
    let logits = output + components * 2 * leading
    let shares = Self.logShares((0..<components).map { Double(logits[$0]) })
    let exponents = (0..<components).map { k in
      let mean = output + k * 2 * leading
      return shares[k] - q.value(from: mean, mean + leading)
    }
    let responsibilities = Self.logShares(exponents).map(exp)
    let target = row * architecture.latent
    for k in 0..<components {
      let (mean, slope) = (output + k * 2 * leading, gradient + k * 2 * leading)
      let weight = scale * Float(responsibilities[k])
      q.addGradient(
        weight, from: mean, mean + leading, mean: meanGradient.pointer + target,
        logVariance: logVarianceGradient.pointer + target)
      q.setPriorGradient(
        weight, of: mean, mean + leading, mean: slope, logVariance: slope + leading)
      gradient[components * 2 * leading + k] =
        scale * Float(exp(shares[k]) - responsibilities[k])
    }
    return -Self.logSum(exponents)
  }

  /// In the trailing dimensions, given the leading ones of this sample's z.
  private func restDivergence(_ row: Int, _ rest: Perceptron, _ scale: Float) -> Double {
    let (leading, trailing) = (Architecture.leading, architecture.trailing)
    let q = posterior(row, leading..<architecture.latent)
    let mean = rest.output.pointer + row * 2 * trailing
    let slope = rest.outputGradient.pointer + row * 2 * trailing
    let target = row * architecture.latent + leading
    q.addGradient(
      scale, from: mean, mean + trailing, mean: meanGradient.pointer + target,
      logVariance: logVarianceGradient.pointer + target)
    q.setPriorGradient(
      scale, of: mean, mean + trailing, mean: slope, logVariance: slope + trailing)
    return q.value(from: mean, mean + trailing)
  }

  private func posterior(_ row: Int, _ dimensions: Range<Int>) -> GaussianDivergence {
    let start = row * architecture.latent + dimensions.lowerBound
    return GaussianDivergence(
      count: dimensions.count, mean: mean.pointer + start,
      logVariance: logVariance.pointer + start)
  }

  /// log Σ eˣ.
  static func logSum(_ values: [Double]) -> Double {
    let top = values.max() ?? 0
    return top + log(values.reduce(0) { $0 + exp($1 - top) })
  }

  /// The logarithm of the softmax.
  static func logShares(_ logits: [Double]) -> [Double] {
    let sum = logSum(logits)
    return logits.map { $0 - sum }
  }
}
