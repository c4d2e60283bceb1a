internal import Networks

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
      let power = exponential(load(logits, code * sites + start, count) - largest)
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
}
