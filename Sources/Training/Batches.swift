import Interphase
package import Networks
package import Surrogate

/// Films as the network reads them, cut into batches.
package struct Batches: Sendable {
  private let films: any FilmSource
  private let scaling: Scaling

  /// Takes films, and how their numbers are scaled.
  package init(_ films: any FilmSource, scaling: Scaling) {
    self.films = films
    self.scaling = scaling
  }

  /// Films.
  package var count: Int { films.count }

  /// The films of these places, in this order; a mirrored film keeps its barriers and properties,
  /// since the physics knows no left and right.
  ///
  /// - Throws: What reading the films throws.
  package func batch(_ places: ArraySlice<Placement>) throws -> Batch {
    var batch = Batch(count: places.count, codes: [], barriers: [], properties: [])
    batch.codes.reserveCapacity(places.count * films.width * films.height)
    for place in places {
      let film = try films.film(at: place.film)
      batch.codes += place.isMirrored ? film.lattice.mirrored.codes : film.lattice.codes
      batch.barriers += scaling.scaled(barriers: film.barriers.values)
      batch.properties += scaling.standardised(properties: film.properties)
    }
    return batch
  }

  /// Batches of all films in their own order, the last one smaller.
  package func inOrder(of size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }
}

/// A film's turn in an epoch.
package struct Placement: Hashable {
  /// Which film.
  package let film: Int
  /// Whether it is seen in a mirror.
  package let isMirrored: Bool

  /// Names a turn.
  package init(film: Int, isMirrored: Bool) {
    self.film = film
    self.isMirrored = isMirrored
  }

  /// These films as they are.
  static func plain(_ films: Range<Int>) -> [Placement] {
    films.map { Placement(film: $0, isMirrored: false) }
  }
}

/// The order of one epoch: a function of seed and epoch alone, so that a resumed training needs to
/// remember neither order nor generator.
package struct EpochOrder {
  /// The films in their order, each once.
  package let places: [Placement]

  /// The order of an epoch, counted from 0.
  package init(count: Int, seed: UInt64, epoch: Int) {
    var source = RandomSource(seed: Self.key(seed, UInt64(epoch), purpose: 1))
    places = (0..<count).shuffled(using: &source).map {
      Placement(film: $0, isMirrored: source.next() >> 63 == 1)
    }
  }

  /// The seed of the latent noise of a step, counted over the whole training.
  static func noiseSeed(seed: UInt64, step: Int) -> UInt64 { key(seed, UInt64(step), purpose: 2) }

  private static func key(_ seed: UInt64, _ number: UInt64, purpose: UInt64) -> UInt64 {
    SplitMix64.mix(SplitMix64.mix(SplitMix64.mix(seed) &+ number) &+ purpose)
  }
}
