import Foundation

/// How every command prints JSON.
enum JSONText {
  /// One JSON value on one line, keys sorted so that equal results are equal bytes.
  static func of(_ record: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self)
  }
}
