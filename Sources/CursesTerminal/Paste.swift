import Cells

/// A bracketed paste while it comes in.
struct Paste {
  /// Longest paste that is passed on [bytes]; the rest of a longer one is dropped.
  static let longest = 1 << 20

  private static let endMark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  private var bytes: [UInt8] = []

  /// Takes what belongs to the paste for certain.
  ///
  /// - Returns: How many bytes are dealt with, and whether the end mark is among them. What could be
  ///   the mark's beginning is left.
  mutating func take(_ arrived: ArraySlice<UInt8>) -> (length: Int, isComplete: Bool) {
    if let mark = arrived.indices.first(where: { arrived[$0...].starts(with: Self.endMark) }) {
      append(arrived[..<mark])
      return (mark - arrived.startIndex + Self.endMark.count, true)
    }
    let length = max(0, arrived.count - Self.endMark.count + 1)
    append(arrived.prefix(length))
    return (length, false)
  }

  /// Takes all that came of a paste whose end mark does not come, but for a part of the mark.
  mutating func takeRest(_ arrived: some Collection<UInt8>) {
    let partOfMark = (0..<Self.endMark.count).last {
      arrived.suffix($0).elementsEqual(Self.endMark.prefix($0))
    }
    append(arrived.dropLast(partOfMark ?? 0))
  }

  private mutating func append(_ piece: some Collection<UInt8>) {
    bytes.append(contentsOf: piece.prefix(max(0, Self.longest - bytes.count)))
  }

  /// The text: line ends as `\n`, other control characters left out.
  var text: String {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && previous != "\r") {
        text.append("\n")
      } else if scalar == "\t" || scalar.isPrintable {
        text.append(scalar)
      }
      previous = scalar
    }
    return String(text)
  }
}
