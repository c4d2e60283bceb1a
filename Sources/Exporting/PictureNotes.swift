import CPNGWriter

/// The provenance of pictures, those that other programs drew among them.
public enum PictureNotes {
  /// A PNG with the provenance in text chunks behind its header.
  ///
  /// - Throws: ``PictureError/library(_:)`` where the bytes are no PNG.
  public static func added(
    _ provenance: Provenance, toPNG bytes: [UInt8]
  ) throws(PictureError) -> [UInt8] {
    // The signature, then IHDR: length, type, 13 bytes, checksum.
    let head = 8 + 12 + 13
    guard bytes.count > head, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    else { throw .library("no PNG file") }
    var chunks: [UInt8] = []
    for note in notes(of: provenance) {
      chunks += try PNGWriter.chunk(type: note.isLatin ? "tEXt" : "iTXt", note.data)
    }
    return bytes[..<head] + chunks + bytes[head...]
  }

  /// An SVG with the provenance as `metadata`, a line a key, at the start of its root element.
  ///
  /// What has no root element is returned as it is.
  public static func added(_ provenance: Provenance, toSVG bytes: [UInt8]) -> [UInt8] {
    let root = Array("<svg".utf8)
    guard
      let start = bytes.indices.first(where: { bytes[$0...].starts(with: root) }),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return bytes }
    let lines = provenance.entries.map { "\($0.key): \(escaped($0.value))\n" }.joined()
    return bytes[...end] + Array("\n<metadata>\n\(lines)</metadata>".utf8) + bytes[(end + 1)...]
  }

  /// The provenance under keywords; `Software` is the one of PNG's own that every viewer shows.
  static func notes(of provenance: Provenance) -> [PNGWriter.Note] {
    provenance.entries.map {
      PNGWriter.Note(keyword: $0.key == "program" ? "Software" : $0.key, text: $0.value)
    }
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }
}

extension PNGWriter.Note {
  /// Whether every reader's Latin-1 holds the text.
  fileprivate var isLatin: Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  /// The chunk's data: the keyword and, for iTXt, no compression and no language.
  fileprivate var data: [UInt8] {
    Array(keyword.utf8) + [0] + (isLatin ? [] : [0, 0, 0, 0]) + Array(text.utf8)
  }
}
