package import Networks
package import Surrogate
package import Tensors

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The units of the latent dimensions that no property has, where the prior is learnt.
///
/// A standard normal prior fixes how wide a latent dimension is; a conditional one follows whatever
/// width training ends with, since encoder and prior may stretch what decoder and regressor shrink.
/// Principal component analysis depends on it. So the trailing dimensions are brought to one width,
/// small beside that of the leading ones, which the loss orders by the properties: the first
/// principal axes are then those along which the properties vary. Nothing that the network computes
/// changes but by these units, and where a log-variance meets its bounds of ±10.
package struct LatentUnits: Hashable, Sendable {
  /// The standard deviation of a trailing dimension over all films' posteriors afterwards.
  package static let width = 0.5
  /// What each latent dimension is multiplied by.
  package let factors: [Float]

  /// Finds the units from where films lie in latent space.
  ///
  /// The width counts the posteriors' own variance too, so that a dimension that films do not use is
  /// not blown up.
  package init(_ encodings: [FilmEncoding]) {
    let dimensions = encodings.first?.mean.count ?? 0
    let count = Double(max(1, encodings.count))
    factors = (0..<dimensions).map { k in
      guard k >= Architecture.leading else { return 1 }
      let mean = encodings.reduce(0) { $0 + Double($1.mean[k]) } / count
      let variance = encodings.reduce(0) { sum, film in
        let difference = Double(film.mean[k]) - mean
        return sum + difference * difference + Double(film.variance[k])
      }
      return variance > 0 ? Float(Self.width / (variance / count).squareRoot()) : 1
    }
  }

  /// The same network in these units.
  ///
  /// - Precondition: The network has a prior of its own.
  package func applied(
    to tensors: [String: Tensor], _ architecture: Architecture
  ) -> [String: Tensor] {
    precondition(architecture.variant.hasPrior, "N(0, I) has units of its own")
    var result = tensors
    let all = Array(factors.enumerated())
    for (k, factor) in all {
      result["encoder.mean.weight"]?.scaleRow(k, by: factor)
      result["encoder.mean.bias"]?.values[k] *= factor
      result["encoder.logvar.bias"]?.values[k] += 2 * log(factor)
      result["decoder.dense.weight"]?.scaleColumn(k, by: 1 / factor)
      result["regressor.dense1.weight"]?.scaleColumn(k, by: 1 / factor)
    }
    result.scaleGaussian("prior.dense3", by: factors)
    result.scaleGaussian("prior.rest.dense3", by: Array(factors.dropFirst(Architecture.leading)))
    return result
  }
}

extension [String: Tensor] {
  /// Stretches what a layer gives as mean and log-variance.
  fileprivate mutating func scaleGaussian(_ layer: String, by factors: [Float]) {
    for (k, factor) in factors.enumerated() {
      self[layer + ".weight"]?.scaleRow(k, by: factor)
      self[layer + ".bias"]?.values[k] *= factor
      self[layer + ".bias"]?.values[factors.count + k] += 2 * log(factor)
    }
  }
}

extension Tensor {
  /// Multiplies a row of a matrix.
  fileprivate mutating func scaleRow(_ row: Int, by factor: Float) {
    for column in 0..<shape[1] { values[row * shape[1] + column] *= factor }
  }

  /// Multiplies a column of a matrix.
  fileprivate mutating func scaleColumn(_ column: Int, by factor: Float) {
    for row in 0..<shape[0] { values[row * shape[1] + column] *= factor }
  }
}
