/// A session as one line of text.
public enum StateLine {
  /// The longest line that is read [characters].
  static let limit = 400

  static func text(of saved: SavedSession, startingFrom start: Session) -> String { "" }

  static func looksLikeOne(_ text: String) -> Bool { false }

  static func read(_ text: String, into state: ExplorerState) throws(StateLineError) -> SavedSession
  {
    throw StateLineError(description: "no state line")
  }
}

struct StateLineError: Error, CustomStringConvertible {
  var description: String
}
