/// What the elements of an array are, as NumPy's `descr` names them; all little-endian.
package enum ElementKind: String, CaseIterable, Sendable {
  case boolean = "|b1"
  case uint8 = "|u1"
  case int8 = "|i1"
  case uint16 = "<u2"
  case int16 = "<i2"
  case uint32 = "<u4"
  case int32 = "<i4"
  case uint64 = "<u8"
  case int64 = "<i8"
  case float32 = "<f4"
  case float64 = "<f8"

  /// Bytes of an element.
  package var size: Int { Int(String(rawValue.last!))! }

  /// Whether the elements are whole numbers; truth values count as 0 and 1.
  package var isInteger: Bool { self != .float32 && self != .float64 }
}

extension ElementKind {
  /// Reads whole numbers; `nil` in place of one that is beyond Int.
  ///
  /// - Precondition: ``isInteger``, and whole elements.
  func integers(_ bytes: [UInt8]) -> [Int?] {
    switch self {
    case .boolean: bytes.map { $0 == 0 ? 0 : 1 }
    case .uint8: bytes.map { Int($0) }
    case .int8: bytes.map { Int(Int8(bitPattern: $0)) }
    case .uint16: Self.values(bytes, UInt16.self)
    case .int16: Self.values(bytes, Int16.self)
    case .uint32: Self.values(bytes, UInt32.self)
    case .int32: Self.values(bytes, Int32.self)
    case .uint64: Self.values(bytes, UInt64.self)
    case .int64: Self.values(bytes, Int64.self)
    case .float32, .float64: preconditionFailure("\(rawValue) are no whole numbers")
    }
  }

  /// Reads numbers of any kind.
  ///
  /// - Precondition: Whole elements.
  func floats(_ bytes: [UInt8]) -> [Double] {
    switch self {
    case .float32:
      Self.patterns(bytes, UInt32.self).map { Double(Float(bitPattern: $0)) }
    case .float64: Self.patterns(bytes, UInt64.self).map { Double(bitPattern: $0) }
    default: integers(bytes).map { $0.map { Double($0) } ?? 0x1p64 }
    }
  }

  private static func values<Element: FixedWidthInteger>(
    _ bytes: [UInt8], _ type: Element.Type
  ) -> [Int?] { patterns(bytes, type).map { Int(exactly: $0) } }

  private static func patterns<Element: FixedWidthInteger>(
    _ bytes: [UInt8], _ type: Element.Type
  ) -> [Element] {
    let size = MemoryLayout<Element>.size
    precondition(bytes.count.isMultiple(of: size), "\(bytes.count) bytes of \(size) each")
    return bytes.withUnsafeBytes { buffer in
      (0..<(bytes.count / size)).map {
        Element(littleEndian: buffer.loadUnaligned(fromByteOffset: $0 * size, as: type))
      }
    }
  }
}
