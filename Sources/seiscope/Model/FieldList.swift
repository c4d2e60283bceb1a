import Foundation

/// The fields of a record as names and texts, in the order of their names: what is added to a record
/// is shown without anyone's doing.
struct FieldList {
  /// Nested names are joined by points.
  let fields: [(name: String, value: String)]

  /// - Throws: Where the record cannot be encoded.
  init(of record: some Encodable, leavingOut omitted: Set<String> = []) throws {
    let value = try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(record))
    guard case .object(var members) = value else { preconditionFailure("\(record) has no fields") }
    for name in omitted { members[name] = nil }
    fields = Value.object(members).flattened("")
  }

  private indirect enum Value: Decodable {
    case object([String: Value])
    case list([Value])
    case text(String)

    init(from decoder: any Decoder) throws {
      if let members = try? [String: Value](from: decoder) {
        self = .object(members)
      } else if let elements = try? [Value](from: decoder) {
        self = .list(elements)
      } else {
        self = .text(try Self.scalar(try decoder.singleValueContainer()))
      }
    }

    private static func scalar(_ container: any SingleValueDecodingContainer) throws -> String {
      if container.decodeNil() { return "none" }
      if let text = try? container.decode(String.self) { return text }
      if let truth = try? container.decode(Bool.self) { return truth ? "yes" : "no" }
      if let number = try? container.decode(Int64.self) { return "\(number)" }
      if let number = try? container.decode(UInt64.self) { return "\(number)" }
      return "\(try container.decode(Double.self))"
    }

    func flattened(_ name: String) -> [(name: String, value: String)] {
      switch self {
      case .text(let text): [(name, text)]
      case .list(let elements):
        [(name, elements.flatMap { $0.flattened("") }.map(\.value).joined(separator: ", "))]
      case .object(let members):
        members.sorted { $0.key < $1.key }.flatMap { key, value in
          value.flattened(name.isEmpty ? key : "\(name).\(key)")
        }
      }
    }
  }
}
