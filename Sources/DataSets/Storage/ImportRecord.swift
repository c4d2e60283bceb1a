/// What the manifest of an imported set says of where it came from.
///
/// Such a set has no design: its `parameters.seed` decides the split alone, `parameters.eventLimit`
/// is the greatest number of events given, and temperature and tunnelling depth are what the person
/// who imported it said.
public struct ImportRecord: Hashable, Sendable, Codable {
  /// The name of the file that it came from, without its folder.
  public var file: String
  /// Bytes of that file.
  public var bytes: Int
  /// Features of each sample that the file gave.
  public var given: [String]
  /// Features that were measured on the lattices here.
  public var measured: [String]
  /// Features that the file did not give: 0 in every sample, and without meaning.
  public var missing: [String]

  /// A record of a file and its features.
  public init(
    file: String, bytes: Int, given: [String], measured: [String], missing: [String]
  ) {
    self.file = file
    self.bytes = bytes
    self.given = given
    self.measured = measured
    self.missing = missing
  }
}
