/// The element types of safetensors that this program reads and writes.
public enum ElementType: String, CaseIterable, Sendable {
  /// IEEE 754 binary32.
  case float32 = "F32"
  /// IEEE 754 binary16.
  case float16 = "F16"
  /// Unsigned bytes.
  case byte = "U8"
  /// Two's complement 64-bit integers.
  case integer = "I64"

  /// Bytes of one element.
  public var size: Int {
    switch self {
    case .byte: 1
    case .float16: 2
    case .float32: 4
    case .integer: 8
    }
  }
}
