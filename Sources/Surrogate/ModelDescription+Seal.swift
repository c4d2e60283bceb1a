import Files

/// `model.json` holds a hash of itself: damage to a number in it would be seen nowhere else.
extension ModelDescription {
  /// The digits in whose place the hash is written.
  private static let blank = String(repeating: "0", count: 16)

  /// The bytes of `model.json` with their own hash among the checksums.
  var sealedJSON: [UInt8] {
    get throws {
      var unsealed = self
      unsealed.checksums[BundleFile.description] = Self.blank
      var bytes = try unsealed.json
      let hash = Checksum(of: bytes).hexadecimal
      guard let digits = Self.sealDigits(in: bytes) else {
        preconditionFailure("\(BundleFile.description) was written without its hash")
      }
      bytes.replaceSubrange(digits, with: hash.utf8)
      return bytes
    }
  }

  /// Whether the bytes of a `model.json` are those whose hash it records; true where it records none.
  static func isSealIntact(_ json: [UInt8], _ recorded: String?) -> Bool {
    guard let recorded else { return true }
    guard let digits = sealDigits(in: json) else { return false }
    var unsealed = json
    unsealed.replaceSubrange(digits, with: blank.utf8)
    return Checksum(of: unsealed).hexadecimal == recorded
  }

  /// Where the digits of the hash stand: the sixteen bytes of the string behind the file's own name.
  private static func sealDigits(in json: [UInt8]) -> Range<Int>? {
    let quote = UInt8(ascii: "\"")
    let key = Array("\"\(BundleFile.description)\"".utf8)
    guard let name = json.firstRange(of: key),
      let start = json[name.upperBound...].firstIndex(of: quote),
      let end = json[(start + 1)...].firstIndex(of: quote), end - start - 1 == blank.utf8.count
    else { return nil }
    return (start + 1)..<end
  }
}
