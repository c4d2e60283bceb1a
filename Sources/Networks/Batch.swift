/// Samples to train or evaluate on, sample after sample.
public struct Batch: Sendable {
  /// Samples, N.
  public var count: Int
  /// Species codes, N × height × width, row 0 the electrode.
  public var codes: [UInt8]
  /// Barriers scaled to [−1, 1], N × 15.
  public var barriers: [Float]
  /// Standardised properties, N × 4.
  public var properties: [Float]

  /// Wraps samples.
  public init(count: Int, codes: [UInt8], barriers: [Float], properties: [Float]) {
    self.count = count
    self.codes = codes
    self.barriers = barriers
    self.properties = properties
  }

  /// Throws where the arrays do not fit each other or the network.
  func check(for architecture: Architecture) throws(NetworkError) {
    try expect("codes", codes.count, count * architecture.sites)
    try expect("barriers", barriers.count, count * Architecture.barrierCount)
    try expect("properties", properties.count, count * Architecture.propertyCount)
    if let code = codes.max(), Int(code) >= architecture.alphabet {
      throw .batch("code \(code) is outside the alphabet of \(architecture.alphabet)")
    }
  }

  private func expect(_ name: String, _ found: Int, _ expected: Int) throws(NetworkError) {
    guard found == expected else {
      throw .batch("\(name): expected \(expected) values for \(count) samples, found \(found)")
    }
  }
}
