internal import Interphase
internal import OneDNN

/// Squared errors of what the decoded film looks like from afar: inorganic and organic sites of each
/// row, the film's height in each column, and pairs of solid sites 1 to 8 nm apart.
///
/// Cross-entropy alone leaves sites whose content is chance at their frequency, and the most
/// probable film then has all of them or none: its porosity, thickness and texture are not those of
/// any film. Here a softmax over the species, sharpened so that it comes close to the most probable
/// one, is counted, and the counts are compared with the simulated film's.
///
/// Holds the last film's probabilities: one object for each part of a batch.
final class ProfileLoss {
  /// Species that a film may hold; the most probable one is sought among them.
  static let species = 8
  /// How much steeper than the decoder's own the softmax is.
  static let sharpness: Float = 5
  /// The greatest distance of pairs [nm].
  static let reach = 8

  private let width: Int
  private let height: Int
  private let alphabet: Int
  /// The sharpened probabilities, one vector a site.
  private let shares: UnsafeMutablePointer<SIMD8<Float>>
  /// The chance of a solid, by site.
  private let solid: Floats
  /// ∂loss/∂probability of inorganic and of organic by row; of solid by site.
  private let rowSlopes: UnsafeMutablePointer<SIMD2<Float>>
  private let siteSlopes: Floats

  private static let inorganic = Int(Species.inorganic.rawValue)
  private static let organic = Int(Species.organic.rawValue)

  /// - Precondition: The alphabet holds all species.
  init(_ architecture: Architecture) {
    precondition(architecture.alphabet >= Self.species, "an alphabet of \(architecture.alphabet)")
    width = architecture.width
    height = architecture.height
    alphabet = architecture.alphabet
    shares = .allocate(capacity: width * height)
    solid = .allocate(capacity: width * height)
    rowSlopes = .allocate(capacity: height)
    siteSlopes = .allocate(capacity: width * height)
  }

  deinit {
    shares.deallocate()
    solid.deallocate()
    rowSlopes.deallocate()
    siteSlopes.deallocate()
  }

  /// The loss of one film under channels-last logits, to which the bias is to be added; keeps what
  /// ``addGradient(to:scale:adding:)`` needs.
  func value(
    _ logits: UnsafePointer<Float>, bias: UnsafePointer<Float>, _ codes: UnsafePointer<UInt8>
  ) -> Double {
    let bias = load(bias)
    for site in 0..<(width * height) {
      let steep = (load(logits + site * alphabet) + bias) * Self.sharpness
      let powers = exponential(steep - steep.max())
      let share = powers / powers.sum()
      shares[site] = share
      solid[site] = share[Self.inorganic] + share[Self.organic]
    }
    let truth = (0..<(width * height)).map { site -> Float in
      let code = Int(codes[site])
      return code == Self.inorganic || code == Self.organic ? 1 : 0
    }
    let rows = rowError(codes)
    // Sets the slopes of sites, to which pairs then add.
    let heights = heightError(codes)
    return rows + heights + truth.withUnsafeBufferPointer { pairError($0) }
  }

  /// Adds `scale` times the gradient of the last film's loss to the logits' and the bias's.
  func addGradient(to gradient: Floats, scale: Float, adding slopes: inout [Double]) {
    var sums = SIMD8<Float>()
    for site in 0..<(width * height) {
      let share = shares[site]
      let row = rowSlopes[site / width]
      var slope = SIMD8<Float>()
      slope[Self.inorganic] = row.x + siteSlopes[site]
      slope[Self.organic] = row.y + siteSlopes[site]
      let mean = (share * slope).sum()
      let change = share * (slope - mean) * (scale * Self.sharpness)
      store(load(gradient + site * alphabet) + change, gradient + site * alphabet)
      sums += change
    }
    for code in 0..<Self.species { slopes[code] += Double(sums[code]) }
  }

  /// Σ over rows and both solids of (sites − simulated sites)² / width.
  private func rowError(_ codes: UnsafePointer<UInt8>) -> Double {
    var total = 0.0
    for y in 0..<height {
      var difference = SIMD2<Float>()
      for site in (y * width)..<((y + 1) * width) {
        let share = shares[site]
        difference += SIMD2(share[Self.inorganic], share[Self.organic])
        if Int(codes[site]) == Self.inorganic { difference.x -= 1 }
        if Int(codes[site]) == Self.organic { difference.y -= 1 }
      }
      total += Double((difference * difference).sum()) / Double(width)
      rowSlopes[y] = difference * (2 / Float(width))
    }
    return total
  }

  /// Σ over columns of (height − simulated height)² / width.
  ///
  /// The height is Σ_y (1 − Π_{y' ≥ y} (1 − s)), s the chance of a solid; a site's chance changes it
  /// by the product above the site times Σ_{y ≤ site} of the products between.
  private func heightError(_ codes: UnsafePointer<UInt8>) -> Double {
    var total = 0.0
    for x in 0..<width {
      let factor = 2 / Float(width) * columnHeight(x, codes, &total)
      var below: Float = 0
      for y in 1..<height {
        below = 1 + (y > 1 ? void(x, y - 1) * below : 0)
        siteSlopes[y * width + x] *= below * factor
      }
      siteSlopes[x] = 0
    }
    return total
  }

  /// The difference of a column's height from the simulated one, its square added to `total`; leaves
  /// at each site the product above it.
  private func columnHeight(_ x: Int, _ codes: UnsafePointer<UInt8>, _ total: inout Double)
    -> Float
  {
    var (above, difference): (Float, Float) = (1, 0)
    var truth = 0
    for y in stride(from: height - 1, through: 1, by: -1) {
      let site = y * width + x
      siteSlopes[site] = above
      above *= void(x, y)
      difference += 1 - above
      let code = Int(codes[site])
      if truth == 0, code == Self.inorganic || code == Self.organic { truth = y }
    }
    difference -= Float(truth)
    total += Double(difference * difference) / Double(width)
    return difference
  }

  private func void(_ x: Int, _ y: Int) -> Float { 1 - solid[y * width + x] }

  /// Σ over distances along rows and columns of ((pairs − simulated pairs) / width)²: the two-point
  /// correlation of the film, whose texture it is.
  private func pairError(_ truth: UnsafeBufferPointer<Float>) -> Double {
    var total = 0.0
    for distance in 1...Self.reach {
      if distance < width { total += pairError(truth, distance, 0..<height, width - distance) }
      if distance < height {
        total += pairError(truth, distance * width, 0..<(height - distance), width)
      }
    }
    return total
  }

  /// Pairs of sites whose places in memory are `step` apart, the first in the first `count` columns
  /// of these rows.
  private func pairError(
    _ truth: UnsafeBufferPointer<Float>, _ step: Int, _ rows: Range<Int>, _ count: Int
  ) -> Double {
    var pairs: Float = 0
    for y in rows {
      for site in (y * width)..<(y * width + count) {
        pairs += solid[site] * solid[site + step] - truth[site] * truth[site + step]
      }
    }
    let difference = pairs / Float(width)
    let factor = 2 * difference / Float(width)
    for y in rows {
      for site in (y * width)..<(y * width + count) {
        siteSlopes[site] += factor * solid[site + step]
        siteSlopes[site + step] += factor * solid[site]
      }
    }
    return Double(difference * difference)
  }
}
