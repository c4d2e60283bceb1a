/// What is before the elements of an array in a `.npy` file: their kind, and the array's shape.
///
/// Format: numpy.lib.format, versions 1.0 to 3.0. Objects (pickles) and Fortran order are refused.
package struct ArrayHeader: Hashable, Sendable {
  /// What the elements are.
  package var kind: ElementKind
  /// The array's extents, slowest first.
  package var shape: [Int]

  /// A header of kind and shape.
  package init(_ kind: ElementKind, _ shape: [Int]) {
    self.kind = kind
    self.shape = shape
  }

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// Longer headers than this are taken for damage [bytes].
  static let greatestLength = 65_536

  /// Elements of the whole array; `nil` beyond Int.
  var elements: Int? { Self.product(shape) }

  /// Bytes of the whole array; `nil` beyond Int.
  var bytes: Int? { Self.product(shape + [kind.size]) }

  private static func product(_ factors: [Int]) -> Int? {
    factors.reduce(1 as Int?) { product, factor in
      guard let product else { return nil }
      let (value, overflow) = product.multipliedReportingOverflow(by: factor)
      return overflow ? nil : value
    }
  }

  /// The header as version 1.0 of the format has it, padded to whole 64 bytes.
  var serialised: [UInt8] {
    let extents = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    let text = "{'descr': '\(kind.rawValue)', 'fortran_order': False, 'shape': (\(extents)), }"
    let before = Self.magic.count + 4
    let padding = (64 - (before + text.utf8.count + 1) % 64) % 64
    let length = UInt16(text.utf8.count + padding + 1)
    return Self.magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + Array(text.utf8)
      + [UInt8](repeating: 0x20, count: padding) + [0x0A]
  }

  /// Reads the dictionary of a header.
  ///
  /// - Throws: ``HeaderFault`` that says what is not read, and the remedy.
  init(parsing text: String) throws(HeaderFault) {
    var scanner = LiteralScanner(text)
    guard let fields = scanner.dictionary(), case .text(let descr)? = fields["descr"],
      case .boolean(let isFortran)? = fields["fortran_order"],
      case .integers(let shape)? = fields["shape"]
    else {
      let isStructured = text.contains("'descr': [")
      throw HeaderFault(
        isStructured
          ? "has records, which are not read: give one array for each field"
          : "its header is damaged: write it again with numpy.savez")
    }
    guard let kind = ElementKind.allCases.first(where: { $0.matches(descr) }) else {
      throw HeaderFault(Self.reason(unread: descr))
    }
    guard !isFortran || shape.count < 2 else {
      throw HeaderFault("is in Fortran order: write numpy.ascontiguousarray of it")
    }
    guard shape.allSatisfy({ $0 >= 0 }), shape.count <= 8 else {
      throw HeaderFault("its shape \(shape) is damaged: write it again with numpy.savez")
    }
    self.init(kind, shape)
  }

  private static func reason(unread descr: String) -> String {
    if descr.hasPrefix("|O") { return "holds Python objects (pickles), which are never read" }
    if descr.hasPrefix(">") { return "is big-endian ('\(descr)'): write it with '<' instead" }
    return "has elements '\(descr)', expected whole numbers, truth values, f4 or f8"
  }
}

/// What is wrong with a header, in a few words.
struct HeaderFault: Error {
  let reason: String
  init(_ reason: String) { self.reason = reason }
}

extension ElementKind {
  /// Whether NumPy means this kind; single bytes have no order.
  fileprivate func matches(_ descr: String) -> Bool {
    descr == rawValue || size == 1 && descr.count == 3 && descr.dropFirst() == rawValue.dropFirst()
  }
}
