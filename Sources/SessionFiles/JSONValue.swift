/// A JSON value, with whole numbers up to 64 bits and floats as exact as they were.
enum JSONValue: Equatable {
  case nothing
  case truth(Bool)
  case whole(UInt64)
  case float(Float)
  case number(Double)
  case text(String)
  indirect case list([JSONValue])
  indirect case object([String: JSONValue])
}

extension JSONValue: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .nothing
    } else if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if let whole = try? container.decode(UInt64.self) {
      self = .whole(whole)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .nothing: try container.encodeNil()
    case .truth(let truth): try container.encode(truth)
    case .whole(let whole): try container.encode(whole)
    case .float(let float): try container.encode(float)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .object(let members): try container.encode(members)
    }
  }
}
