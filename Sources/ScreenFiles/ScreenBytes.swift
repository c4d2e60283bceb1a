/// What is sent to a terminal: a frame of a film has hundreds of kilobytes, so bytes and not text.
struct ScreenBytes {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(glyph scalar: Unicode.Scalar) {
    if scalar.isASCII {
      bytes.append(UInt8(scalar.value))
    } else {
      bytes.append(contentsOf: scalar.utf8)
    }
  }

  /// Ends a sequence of codes that each have a semicolon behind them.
  mutating func endSequence() { bytes[bytes.count - 1] = UInt8(ascii: "m") }

  mutating func append(number: Int) {
    if number < 10 {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      append(number: number / 10)
      append(number: number % 10)
    }
  }
}
