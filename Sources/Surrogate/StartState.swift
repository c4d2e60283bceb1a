public import Interphase

extension StartState: Codable {
  private enum CodingKeys: String, CodingKey { case barriers, seed }

  /// Reads fifteen barriers [eV] and a seed.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let seed = try container.decode(UInt64.self, forKey: .seed)
    let values = try container.decode([Float].self, forKey: .barriers)
    do {
      self.init(barriers: try Barriers(values), seed: seed)
    } catch {
      throw DecodingError.dataCorruptedError(
        forKey: .barriers, in: container, debugDescription: error.description)
    }
  }

  /// Writes fifteen barriers [eV] and the seed.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(barriers.values, forKey: .barriers)
    try container.encode(seed, forKey: .seed)
  }
}
