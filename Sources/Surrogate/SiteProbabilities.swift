/// What a decoder believes of each site: a softmax over the species codes.
public struct SiteProbabilities: Hashable, Sendable {
  /// Probabilities, [alphabet, sites]; they sum to 1 over the alphabet at each site.
  public let values: [Float]
  /// The most probable code at each site, unused codes included; the lowest where several are equal.
  public let codes: [UInt8]

  private typealias Lanes = SIMD8<Float>

  /// The softmax of logits.
  ///
  /// About 0.1 ms for 50 × 50 sites and 23 codes.
  /// - Parameters:
  ///   - logits: [alphabet, sites], finite.
  ///   - alphabet: Codes, 1 to 256.
  /// - Precondition: The logits are a whole number of planes.
  public init(logits: [Float], alphabet: Int) {
    precondition(
      (1...256).contains(alphabet) && logits.count % alphabet == 0,
      "\(logits.count) logits for an alphabet of \(alphabet)")
    let sites = logits.count / alphabet
    var values = [Float](repeating: 0, count: logits.count)
    var codes = [UInt8](repeating: 0, count: sites)
    logits.withUnsafeBufferPointer { logits in
      values.withUnsafeMutableBufferPointer { values in
        for start in stride(from: 0, to: sites, by: Lanes.scalarCount) {
          let count = min(Lanes.scalarCount, sites - start)
          let best = Self.fill(values, from: logits, start, count, alphabet, sites)
          for lane in 0..<count { codes[start + lane] = UInt8(truncatingIfNeeded: best[lane]) }
        }
      }
    }
    self.values = values
    self.codes = codes
  }

  /// The softmax of up to eight sites; returns their most probable codes.
  @inline(__always)
  private static func fill(
    _ values: UnsafeMutableBufferPointer<Float>, from logits: UnsafeBufferPointer<Float>,
    _ start: Int, _ count: Int, _ alphabet: Int, _ sites: Int
  ) -> SIMD8<Int32> {
    var largest = load(logits, start, count)
    var best = SIMD8<Int32>()
    for code in 1..<alphabet {
      let value = load(logits, code * sites + start, count)
      let isLarger = value .> largest
      largest.replace(with: value, where: isLarger)
      best.replace(with: Int32(truncatingIfNeeded: code), where: isLarger)
    }
    var sum = Lanes()
    for code in 0..<alphabet {
      let power = power(load(logits, code * sites + start, count) - largest)
      store(power, values, code * sites + start, count)
      sum += power
    }
    let factor = 1 / sum
    for code in 0..<alphabet {
      let place = code * sites + start
      store(load(UnsafeBufferPointer(values), place, count) * factor, values, place, count)
    }
    return best
  }

  /// Eight floats, or fewer and zeros. Justified here by the fact that the last of `count` is inside.
  @inline(__always)
  private static func load(
    _ values: UnsafeBufferPointer<Float>, _ start: Int, _ count: Int
  ) -> Lanes {
    if count == Lanes.scalarCount {
      return UnsafeRawPointer(values.baseAddress! + start).loadUnaligned(as: Lanes.self)
    }
    var lanes = Lanes()
    for lane in 0..<count { lanes[lane] = values[start + lane] }
    return lanes
  }

  @inline(__always)
  private static func store(
    _ lanes: Lanes, _ values: UnsafeMutableBufferPointer<Float>, _ start: Int, _ count: Int
  ) {
    if count == Lanes.scalarCount {
      UnsafeMutableRawPointer(values.baseAddress! + start).storeBytes(of: lanes, as: Lanes.self)
    } else {
      for lane in 0..<count { values[start + lane] = lanes[lane] }
    }
  }

  /// eˣ for x ≤ 0: 2ⁿ · eʳ with n = round(x / ln 2), and a polynomial of degree 6 (Cephes' expf); to
  /// about two units in the last place, 0 below −87.
  @inline(__always)
  private static func power(_ x: Lanes) -> Lanes {
    let magic: Float = 12_582_912
    let small = x .< -87
    let argument = x.replacing(with: -87, where: small)
    let shifted = argument * 1.442_695_04 + magic
    let n = shifted - magic
    let r = (argument - n * 0.693_359_375) + n * 2.121_944_4e-4
    var p = r * 1.987_569_15e-4 + 1.398_199_95e-3
    p = p * r + 8.333_451_9e-3
    p = p * r + 4.166_579_6e-2
    p = p * r + 1.666_666_55e-1
    p = p * r + 0.5
    p = p * r * r + r + 1
    let bits = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &<< 23
    let result = unsafeBitCast(unsafeBitCast(p, to: SIMD8<Int32>.self) &+ bits, to: Lanes.self)
    return result.replacing(with: 0, where: small)
  }
}
