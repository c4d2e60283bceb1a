package import Interphase
import Networks

/// Where a film lies in latent space.
package struct FilmEncoding: Sendable {
  /// The latent mean, one number a latent dimension.
  package var mean: [Float]
  /// The latent point's variance, one number a latent dimension.
  package var variance: [Float]

  /// Names a place.
  package init(mean: [Float], variance: [Float]) {
    self.mean = mean
    self.variance = variance
  }
}

extension Predictor {
  /// Where films lie in latent space, in as many passes as the network's batch size needs.
  ///
  /// - Precondition: The films have the size that the model was trained for.
  package func encode(_ films: [Lattice]) -> [FilmEncoding] {
    precondition(
      films.allSatisfy { $0.width == architecture.width && $0.height == architecture.height },
      "films for a model of another size")
    let (means, logVariances) = network.encode(films.flatMap(\.codes))
    let width = architecture.latent
    return films.indices.map { film in
      let range = (film * width)..<((film + 1) * width)
      return FilmEncoding(
        mean: Array(means[range]),
        variance: logVariances[range].map { Float(exponential(Double($0))) })
    }
  }

  /// The most probable films at latent points, in as many passes as the network's batch size needs.
  ///
  /// - Parameters:
  ///   - latents: Points, one number a latent dimension.
  ///   - barriers: The decoder's condition for each; ignored by variants that do not read it.
  package func decode(latents: [[Float]], barriers: [Barriers]) -> [Lattice] {
    precondition(latents.count == barriers.count, "points without barriers")
    let logits = network.decode(
      latent: latents.flatMap { $0 },
      barriers: barriers.flatMap { scaling.scaled(barriers: $0.values) })
    let size = architecture.alphabet * architecture.sites
    return latents.indices.map { film in
      Lattice(
        logits: Array(logits[(film * size)..<((film + 1) * size)]), width: architecture.width,
        height: architecture.height)
    }
  }
}
