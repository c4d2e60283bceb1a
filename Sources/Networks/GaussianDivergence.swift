#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// KL of a diagonal Gaussian q from another, p: Σ ½ (log v_p − log v_q + (v_q + (μ − m)²)/v_p − 1).
///
/// p's log-variances are clamped to ``LatentStage/logVarianceLimit``, with zero gradient outside.
struct GaussianDivergence {
  /// Dimensions.
  let count: Int
  /// q's mean and log-variance, the latter clamped.
  let mean: UnsafePointer<Float>
  let logVariance: UnsafePointer<Float>

  /// The divergence from p [nat].
  func value(from priorMean: UnsafePointer<Float>, _ rawPrior: UnsafePointer<Float>) -> Double {
    var sum = 0.0
    for k in 0..<count {
      let priorLog = LatentStage.clamped(rawPrior[k])
      let spread = spread(k, priorMean[k], exp(-priorLog))
      sum += 0.5 * Double(priorLog - logVariance[k] + spread - 1)
    }
    return sum
  }

  /// Adds `scale` times the gradient by q's mean and log-variance.
  func addGradient(
    _ scale: Float, from priorMean: UnsafePointer<Float>, _ rawPrior: UnsafePointer<Float>,
    mean meanGradient: Floats, logVariance logVarianceGradient: Floats
  ) {
    for k in 0..<count {
      let precision = exp(-LatentStage.clamped(rawPrior[k]))
      meanGradient[k] += scale * (mean[k] - priorMean[k]) * precision
      logVarianceGradient[k] += scale * 0.5 * (exp(logVariance[k]) * precision - 1)
    }
  }

  /// Sets p's gradients to `scale` times the gradient by its mean and log-variance.
  func setPriorGradient(
    _ scale: Float, of priorMean: UnsafePointer<Float>, _ rawPrior: UnsafePointer<Float>,
    mean meanGradient: Floats, logVariance logVarianceGradient: Floats
  ) {
    for k in 0..<count {
      let precision = exp(-LatentStage.clamped(rawPrior[k]))
      meanGradient[k] = -scale * (mean[k] - priorMean[k]) * precision
      logVarianceGradient[k] =
        LatentStage.isInside(rawPrior[k])
        ? scale * 0.5 * (1 - spread(k, priorMean[k], precision)) : 0
    }
  }

  /// (v_q + (μ − m)²) / v_p in one dimension.
  private func spread(_ k: Int, _ priorMean: Float, _ precision: Float) -> Float {
    let difference = mean[k] - priorMean
    return (exp(logVariance[k]) + difference * difference) * precision
  }
}
