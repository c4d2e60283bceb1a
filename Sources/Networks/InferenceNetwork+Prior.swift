internal import Interphase

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension InferenceNetwork {
  /// The mixture that the prior's leading dimensions are drawn from, at one vector of barriers; of a
  /// plain Gaussian prior, that Gaussian in all dimensions.
  ///
  /// - Parameter barriers: Barriers scaled to [−1, 1], 15.
  public func mixture(barriers: [Float]) -> GaussianMixture {
    precondition(barriers.count == Architecture.barrierCount, "\(barriers.count) barriers")
    guard !mixture.isEmpty else {
      let (mean, logVariance) = prior(barriers: barriers)
      return GaussianMixture([.init(share: 1, mean: mean, logVariance: logVariance)])
    }
    let output = exclusively { try run(mixture, barriers, 1) }
    let (leading, count) = (Architecture.leading, architecture.priorComponents)
    let shares = LatentStage.logShares(output.suffix(count).map(Double.init)).map(exp)
    return GaussianMixture(
      (0..<count).map { k in
        let mean = output[(k * 2 * leading)..<(k * 2 * leading + leading)]
        let logVariance = output[(k * 2 * leading + leading)..<((k + 1) * 2 * leading)]
        return .init(
          share: shares[k], mean: Array(mean), logVariance: logVariance.map(LatentStage.clamped))
      })
  }

  /// Draws of the prior at one vector of barriers, one latent vector after the other: the leading
  /// dimensions from the mixture, then the others given those.
  ///
  /// - Parameters:
  ///   - barriers: Barriers scaled to [−1, 1], 15.
  ///   - seed: Equal seeds give equal draws; fewer draws are the first of more.
  public func drawPrior(barriers: [Float], count: Int, seed: UInt64) -> [Float] {
    precondition(count >= 0, "\(count) draws")
    let mixture = mixture(barriers: barriers)
    var sources = (0..<count).map { RandomSource(seed: SplitMix64.mix(seed) &+ UInt64($0)) }
    let leading = (0..<count).map { mixture.draw(using: &sources[$0]) }
    guard !rest.isEmpty else { return leading.flatMap { $0 } }
    let output = exclusively { try run(rest, leading.flatMap { barriers + $0 }, count) }
    let trailing = architecture.trailing
    return (0..<count).flatMap { row in
      leading[row]
        + (0..<trailing).map { k in
          let place = row * 2 * trailing + k
          let deviation = exp(Double(LatentStage.clamped(output[place + trailing])) / 2)
          return output[place] + Float(deviation * sources[row].normal())
        }
    }
  }
}
