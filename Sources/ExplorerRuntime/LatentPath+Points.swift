import Explorer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LatentPath {
  /// Below this sine of the angle between two directions no plane is spanned by them.
  private static let leastSine = 1e-6

  /// The point at a share of the way; at 0 and 1 exactly the ends.
  ///
  /// The spherical way turns evenly from one direction to the other, in the plane of both, while the
  /// length changes evenly (Shoemake 1985; White 2016). Where the ends lie on opposite sides of the
  /// origin any plane would do: the one towards the coordinate axis that is most across is taken.
  /// From or to the origin, which has no direction, the way is straight.
  /// - Parameters:
  ///   - start: A latent point.
  ///   - end: Another, of as many dimensions.
  ///   - share: 0 to 1.
  func point(from start: [Float], to end: [Float], share: Double) -> [Float] {
    if share <= 0 { return start }
    if share >= 1 { return end }
    let (from, to) = (start.map(Double.init), end.map(Double.init))
    let direction = self == .spherical ? Self.turned(from, to, share) : nil
    return (direction ?? Self.blend(from, to, 1 - share, share)).map { Float($0) }
  }

  /// The point on the great circle; `nil` where the straight way is meant.
  private static func turned(_ from: [Double], _ to: [Double], _ share: Double) -> [Double]? {
    let (near, far) = (length(from), length(to))
    guard near > 0, far > 0 else { return nil }
    let length = near + share * (far - near)
    let (start, end) = (from.map { $0 / near }, to.map { $0 / far })
    let cosine = min(1, max(-1, dot(start, end)))
    let angle = acos(cosine)
    let sine = sin(angle)
    if sine > leastSine {
      return blend(
        start, end, length * sin((1 - share) * angle) / sine, length * sin(share * angle) / sine)
    }
    guard cosine < 0 else { return nil }
    let across = directionAcross(start)
    return blend(start, across, length * cos(share * .pi), length * sin(share * .pi))
  }

  /// The unit vector at right angles to a direction, towards the coordinate axis that is most across.
  private static func directionAcross(_ direction: [Double]) -> [Double] {
    let axis = direction.indices.min { abs(direction[$0]) < abs(direction[$1]) } ?? 0
    var across = direction.map { -direction[axis] * $0 }
    across[axis] += 1
    let size = length(across)
    return size > 0 ? across.map { $0 / size } : across
  }

  private static func blend(
    _ a: [Double], _ b: [Double], _ shareOfA: Double, _ shareOfB: Double
  ) -> [Double] {
    zip(a, b).map { shareOfA * $0 + shareOfB * $1 }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func length(_ a: [Double]) -> Double { dot(a, a).squareRoot() }
}
