/// Sessions to go back and forward to.
struct History: Equatable, Sendable {
  private(set) var past: [Session] = []
  private(set) var future: [Session] = []

  /// Remembers the session before a change; what had been undone is forgotten.
  mutating func record(_ session: Session) {
    past.append(session)
    future = []
  }

  /// The session before the last change, in exchange for the present one.
  mutating func undo(from present: Session) -> Session? {
    guard let earlier = past.popLast() else { return nil }
    future.append(present)
    return earlier
  }

  /// The session that was undone last, in exchange for the present one.
  mutating func redo(from present: Session) -> Session? {
    guard let later = future.popLast() else { return nil }
    past.append(present)
    return later
  }
}

extension ExplorerState {
  /// Changes the session as one step of undo.
  mutating func edit(_ change: (inout Session) -> Void) {
    let before = session
    change(&session)
    if session != before { history.record(before) }
  }

  mutating func undo() {
    if let earlier = history.undo(from: session) {
      notice = "undone: \(change(from: session, to: earlier))"
      session = earlier
    } else {
      message = "nothing to undo"
    }
  }

  mutating func redo() {
    if let later = history.redo(from: session) {
      notice = "redone: \(change(from: session, to: later))"
      session = later
    } else {
      message = "nothing to redo"
    }
  }
}
