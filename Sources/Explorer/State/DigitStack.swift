/// A whole number of any size as a stack of digits whose bases differ: what is pushed last is popped
/// first.
///
/// Unlike bits, digits of any base leave nothing unused: a choice of three takes log₂ 3 bits.
struct DigitStack: Equatable {
  /// 32 bits each, the lowest first, without zeros at the top.
  private(set) var limbs: [UInt32] = []

  /// Whether all that is left are zeros.
  var isZero: Bool { limbs.isEmpty }

  /// Puts a digit on top.
  ///
  /// - Precondition: `digit < base`, and `base` is at most 2³².
  mutating func push(_ digit: UInt64, base: UInt64) {
    precondition(digit < base && base <= 1 << 32, "digit \(digit) of base \(base)")
    var carry = digit
    for index in limbs.indices {
      let value = UInt64(limbs[index]) * base + carry
      limbs[index] = UInt32(truncatingIfNeeded: value)
      carry = value >> 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  /// Takes the digit on top; 0 where none is left.
  ///
  /// - Precondition: `base` is the one that it was pushed with.
  mutating func pop(base: UInt64) -> UInt64 {
    var rest: UInt64 = 0
    for index in limbs.indices.reversed() {
      let value = rest << 32 | UInt64(limbs[index])
      limbs[index] = UInt32(value / base)
      rest = value % base
    }
    if limbs.last == 0 { limbs.removeLast() }
    return rest
  }
}

extension DigitStack {
  /// Digits of the text: letters and figures alone, which no shell, chat or mail program changes.
  private static let alphabet = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

  /// The number in base 62.
  var text: String {
    var (rest, digits) = (self, [Character]())
    while !rest.isZero { digits.append(Self.alphabet[Int(rest.pop(base: 62))]) }
    return String(digits.reversed())
  }

  /// Reads ``text``; `nil` where it holds anything but letters and figures.
  init?(text: some StringProtocol) {
    for character in text {
      guard let digit = Self.alphabet.firstIndex(of: character) else { return nil }
      push(UInt64(digit), base: 62)
    }
  }
}
