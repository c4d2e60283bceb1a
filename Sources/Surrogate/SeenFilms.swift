public import Interphase
import SampleStatistics
import Tensors

/// The films of a model's latent map as the ground that it knows.
///
/// A latent point is far where one of three says so:
///
/// 1. *Ranges*: a leading principal axis (see ``Novelty``) on which it lies beyond all films, by a
///    tenth of their range.
/// 2. *Distance*: from each film it is further than the films around are from that film, by more than
///    99 of 100 films are. Relative to the films' own spacing, since latent means lie in dense heaps
///    with sparse ground between; a point amid two heaps is far, though near the mean.
/// 3. *Remainder*: across the leading axes films differ little, and points carry noise that the
///    decoder was trained with; there only the length counts.
///
/// Films count with the noise of their latent points, as the encoder gives it: a draw is no novelty.
/// Barriers are judged one by one, since the design fills their ranges evenly.
public struct SeenFilms: Sendable {
  /// The share of films that are near others.
  static let share = 0.99
  /// Films that distances are measured from, at most, evenly over the map.
  private static let filmLimit = 2000
  /// Films whose noise is looked at, at most.
  private static let noisyFilms = 128
  /// Points drawn of each.
  private static let noisyPoints = 8

  private let axes: LeadingAxes
  private let films: FilmPlaces
  private let low: SIMD16<Float>
  private let high: SIMD16<Float>
  private let barrierRanges: [ClosedRange<Float>]
  private let distanceLimit: Float
  private let remainderLimit: Float

  /// Measures a model's map (some 0.1 s).
  ///
  /// - Parameters:
  ///   - bundle: The model.
  ///   - predictor: The same model put to use.
  /// - Returns: `nil` for a map of fewer than two films.
  public init?(_ bundle: ModelBundle, _ predictor: Predictor) {
    let map = bundle.latentMap
    guard map.count >= 2 else { return nil }
    let axes = LeadingAxes(bundle.description.principalAxes)
    let all = (0..<map.count).map { axes.place(of: map.mean(at: $0)) }
    let chosen = Statistics.evenPlaces(Self.filmLimit, of: map.count)
    let films = FilmPlaces(chosen.map { all[$0] })
    let noise = Self.noise(predictor, map, among: chosen)
    self.axes = axes
    self.films = films
    (low, high) = Self.range(of: all)
    barrierRanges = Self.barrierRanges(of: map)
    distanceLimit = max(
      Self.quantile(chosen.indices.map { films.distance(of: films.places[$0], excluding: $0) }),
      Self.quantile(
        noise.map { films.distance(of: axes.place(of: $0.point), excluding: $0.film) }))
    remainderLimit = max(
      Self.quantile((0..<map.count).map { axes.remainder(of: map.mean(at: $0)) }),
      Self.quantile(noise.map { axes.remainder(of: $0.point) }))
  }

  /// How far a latent point and barriers are from the films.
  ///
  /// - Complexity: One comparison of 16 numbers a film, of 2,000 at most.
  public func novelty(of point: [Float], at barriers: Barriers) -> Novelty {
    let place = axes.place(of: point)
    let beyondDesign = barriers.outsideDesign
    return Novelty(
      barriersOutside: zip(Reaction.withBarrier, barrierRanges).compactMap { reaction, range in
        beyondDesign.contains(reaction) || !range.contains(barriers[reaction]) ? reaction : nil
      },
      axesOutside: (0..<axes.count).filter { place[$0] < low[$0] || place[$0] > high[$0] }
        .map { $0 + 1 },
      distance: films.distance(of: place), distanceLimit: distanceLimit,
      remainder: axes.remainder(of: point), remainderLimit: remainderLimit)
  }

  /// Points as the encoder draws them for some films, each with its film's place among `chosen`.
  private static func noise(
    _ predictor: Predictor, _ map: LatentMap, among chosen: [Int]
  ) -> [(film: Int, point: [Float])] {
    var source = RandomSource(seed: 1)
    return Statistics.evenPlaces(noisyFilms, of: chosen.count).flatMap { film in
      let mean = map.mean(at: chosen[film])
      let variance = predictor.encode([map.lattice(at: chosen[film])])[0].variance
      return (0..<noisyPoints).map { _ in
        let point = mean.indices.map {
          mean[$0] + variance[$0].squareRoot() * Float(source.normal())
        }
        return (film, point)
      }
    }
  }

  /// The films' range on each axis, widened by a tenth at both ends.
  private static func range(
    of places: [SIMD16<Float>]
  ) -> (low: SIMD16<Float>, high: SIMD16<Float>) {
    var (low, high) = (places[0], places[0])
    for place in places {
      low = pointwiseMin(low, place)
      high = pointwiseMax(high, place)
    }
    let slack = (high - low) * 0.1
    return (low - slack, high + slack)
  }

  /// The barriers that films have, widened at both ends by ten times what lies between two films:
  /// of evenly spread films once in 20,000 more would be needed.
  private static func barrierRanges(of map: LatentMap) -> [ClosedRange<Float>] {
    (0..<Barriers.count).map { barrier in
      let column = (0..<map.count).map { map.barrierValues.values[$0 * Barriers.count + barrier] }
      let (low, high) = (column.min() ?? 0, column.max() ?? 0)
      let slack = (high - low) * 10 / Float(map.count)
      return (low - slack)...(high + slack)
    }
  }

  private static func quantile(_ values: [Float]) -> Float {
    Float(Statistics.quantile(share, of: values.map { Double($0) }.sorted()))
  }
}
