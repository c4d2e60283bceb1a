import Explorer
import Interphase
import Surrogate

extension SurrogateDecoder {
  /// The latent point of a place; `nil` while there is no film to encode.
  func point(at place: LatentPlace) -> [Float]? {
    anchor(of: place).map { moved($0, by: place.offsets) }
  }

  /// A latent point moved along the principal axes.
  func moved(_ anchor: [Float], by offsets: [Double]) -> [Float] {
    var point = anchor
    for (offset, axis) in zip(offsets, axes.axes) where offset != 0 {
      for index in point.indices { point[index] += Float(offset) * axis[index] }
    }
    return point
  }

  /// The latent point that offsets are added to; `nil` while there is no film to encode.
  func anchor(of place: LatentPlace) -> [Float]? {
    switch place.anchor {
    case .priorMean: predictor.prior(at: place.barriers).mean
    case .priorDraw(let seed): predictor.draws(at: place.barriers, count: 1, seed: seed)
    case .latentMean: axes.mean
    case .simulated: place.film.map { predictor.encode($0).mean }
    case .testSample(let index): sample(index)
    }
  }

  /// The latent mean of a film of the map; indices beyond it begin anew.
  private func sample(_ index: Int) -> [Float]? {
    let count = bundle.latentMap.count
    guard count > 0 else { return nil }
    return bundle.latentMap.mean(at: (index % count + count) % count)
  }

  /// Coordinates on the axes that have a slider.
  func coordinates(of point: [Float]) -> [Double] {
    axes.coordinates(of: point).prefix(Session.sliderCount).map(Double.init)
  }

  func film(at step: LatentStep) -> StripFilm? {
    switch step {
    case .at(let place): return point(at: place).map { film(at: $0, place.barriers) }
    case .between(let start, let end, let share, let path):
      guard let from = point(at: start), let to = point(at: end) else { return nil }
      return film(
        at: path.point(from: from, to: to, share: share),
        start.barriers.mixed(with: end.barriers, share: share))
    }
  }

  private func film(at point: [Float], _ barriers: Barriers) -> StripFilm {
    let film = predictor.decode(latent: point, barriers: barriers)
    return StripFilm(
      lattice: film.lattice, barriers: barriers, regressed: film.regressed.map(Double.init),
      coordinates: coordinates(of: point))
  }
}

extension Barriers {
  /// Barriers on the straight way to others; at a share of 0 and 1 exactly the ends.
  func mixed(with other: Barriers, share: Double) -> Barriers {
    if share <= 0 { return self }
    if share >= 1 { return other }
    // Justified here by the fact that what lies between two barriers within limits does too.
    return try! Barriers(
      zip(values, other.values).map { Float(Double($0) + share * (Double($1) - Double($0))) })
  }
}
