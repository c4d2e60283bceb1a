/// Reads the one Python dictionary that is in the header of a `.npy` file: text, truth values and
/// tuples of whole numbers under textual keys.
struct LiteralScanner {
  enum Value: Equatable {
    case text(String)
    case boolean(Bool)
    case integers([Int])
  }

  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  /// The dictionary, `nil` where there is something else, or something behind it.
  mutating func dictionary() -> [String: Value]? {
    guard take("{") else { return nil }
    var result: [String: Value] = [:]
    while !take("}") {
      guard let key = text(), take(":"), let value = value() else { return nil }
      result[key] = value
      guard take(",") || next == UInt8(ascii: "}") else { return nil }
    }
    return next == nil ? result : nil
  }

  private mutating func value() -> Value? {
    if let text = text() { return .text(text) }
    if take("True") { return .boolean(true) }
    if take("False") { return .boolean(false) }
    guard take("(") else { return nil }
    var numbers: [Int] = []
    while !take(")") {
      guard let number = integer() else { return nil }
      numbers.append(number)
      guard take(",") || next == UInt8(ascii: ")") else { return nil }
    }
    return .integers(numbers)
  }

  private mutating func text() -> String? {
    guard let quote = next, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      return nil
    }
    let content = rest.dropFirst()
    guard let end = content.firstIndex(of: quote) else { return nil }
    let result = String(content[..<end])
    rest = content[end...].dropFirst()
    return result
  }

  private mutating func integer() -> Int? {
    _ = next
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let text = String(digits), let number = Int(text) else { return nil }
    rest = rest[digits.endIndex...]
    // NumPy under Python 2 wrote long integers.
    _ = take("L")
    return number
  }

  /// The next byte that is no blank.
  private var next: UInt8? {
    mutating get {
      rest = rest.drop { $0 == 0x20 || $0 == 0x0A }
      return rest.first
    }
  }

  private mutating func take(_ text: String) -> Bool {
    _ = next
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }
}
