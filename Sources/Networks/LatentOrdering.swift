/// The place of properties in latent space: latent mean k follows property k.
///
/// The regressor alone orders the latent space only as far as it can read the properties off it
/// (Rajagopal et al. 2023, section 3.2); along which axis is left to chance. Here the first four
/// latent means are drawn to the standardised properties, wide enough that they are the directions
/// of greatest variance: principal component analysis then finds them.
enum LatentOrdering {
  /// Latent units a standard deviation of thickness, porosity, density, volume fraction.
  static let scales: [Float] = [4, 2, 2, 4]

  /// Σ (μ_k / s_k − y_k)² of one sample; adds `scale` times its gradient.
  static func error(
    _ mean: UnsafePointer<Float>, _ properties: UnsafePointer<Float>, scale: Float,
    adding gradient: Floats
  ) -> Double {
    var sum = 0.0
    for (k, unit) in scales.enumerated() {
      let difference = mean[k] / unit - properties[k]
      sum += Double(difference * difference)
      gradient[k] += 2 * scale * difference / unit
    }
    return sum
  }
}
