public import Explorer
import Files
import Foundation
import Interphase

/// Sessions as JSON files; docs/sessions.md has their keys.
public enum SessionFile {
  /// The version that is written.
  public static let version = 1
  /// The largest file that is read or written [bytes].
  public static let largest = 1 << 20
  /// The most bookmarks in a file.
  public static let mostBookmarks = 1000

  /// Writes a session, whole or not at all.
  ///
  /// - Parameters:
  ///   - saved: The session.
  ///   - path: The file. One that is there is replaced if it is a session, of this version or an
  ///     older one.
  ///   - program: Name and version of the program.
  /// - Throws: ``SessionError``; what was at `path` is then as it was.
  public static func write(
    _ saved: SavedSession, to path: String, program: String
  ) throws(SessionError) {
    let bytes = try bytes(of: saved, program: program)
    if Folder.kind(of: path) != .missing { _ = try read(path) }
    do {
      try WholeFile.write(bytes, to: path)
    } catch {
      throw SessionError(error)
    }
  }

  /// Reads a session.
  ///
  /// What is left out is as when the explorer begins.
  /// - Throws: ``SessionError`` that names the file, the key, what was found and what is expected.
  public static func read(_ path: String) throws(SessionError) -> SavedSession {
    if let size = Folder.fileSize(path), size > largest {
      throw SessionError(
        "\(path): \(size) bytes are too many for a session: expected at most \(largest)")
    }
    let bytes: [UInt8]
    do {
      bytes = try WholeFile.read(path)
    } catch {
      throw SessionError(error)
    }
    return try session(from: bytes, file: path)
  }

  static func bytes(of saved: SavedSession, program: String) throws(SessionError) -> [UInt8] {
    guard saved.session.bookmarks.count <= mostBookmarks else {
      throw SessionError(
        "\(saved.session.bookmarks.count) bookmarks are too many for a session file: "
          + "delete some, so that at most \(mostBookmarks) are left")
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Justified by the fact that sessions hold finite numbers alone.
    let text = try! encoder.encode(SessionRecord.value(of: saved, program: program))
    guard text.count < largest else {
      throw SessionError("the session is too large for a file: delete bookmarks with long names")
    }
    return [UInt8](text) + [UInt8(ascii: "\n")]
  }

  static func session(from bytes: [UInt8], file: String) throws(SessionError) -> SavedSession {
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw SessionError("\(file): is no session: \(reason(error))")
    }
    return try SessionRecord.session(from: Field(file: file, path: "", value: value))
  }

  /// What is wrong with the JSON, with its place where Foundation says it.
  private static func reason(_ error: any Error) -> String {
    guard case .dataCorrupted(let context) = error as? DecodingError else {
      return "expected JSON"
    }
    let inner = context.underlyingError.map {
      "\(($0 as NSError).userInfo[NSDebugDescriptionErrorKey] ?? $0)"
    }
    let text = (inner ?? context.debugDescription).prefix { !$0.isNewline }
    let plain = text.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(120)
    return "expected JSON: \(String(String.UnicodeScalarView(plain)))"
  }
}
