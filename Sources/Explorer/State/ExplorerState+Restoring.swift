import Interphase
import Theming

extension ExplorerState {
  /// The session and where the person is in it.
  ///
  /// While the explorer plays by itself, the one before. A theme that nobody chose is not saved.
  public var saved: SavedSession {
    demo?.origin
      ?? SavedSession(
        session: session, view: view, focus: focus, theme: followsGround ? nil : theme.name,
        modelHash: model.summary?.weightsHash ?? restoredHash)
  }

  /// The session as it would be at a state line's point: bookmarks, locks, settings of views and the
  /// theme are the present ones.
  public func saved(at line: StateLine) -> SavedSession {
    var saved = saved
    saved.session.knobs = line.knobs
    saved.view = line.view
    saved.theme = nil
    saved.modelHash = line.model
    return saved
  }

  /// Begins with a session that was saved instead of the one that resets go back to; there is
  /// nothing to undo then.
  ///
  /// To be called before ``ExplorerEvent/start``.
  public mutating func begin(with saved: SavedSession) {
    restore(saved)
    history = History()
    notice = nil
  }

  /// Begins in a view; to be called before ``ExplorerEvent/start``.
  public mutating func begin(in kind: ViewKind) { view = kind }

  /// Begins with the tour; to be called before ``ExplorerEvent/start``.
  public mutating func beginTour() { tour = TourState() }

  /// Begins with something to say; to be called before ``ExplorerEvent/start``.
  public mutating func begin(telling problem: String) { message = problem }

  /// Takes in a session, as one step of undo; what this model does not have is left out.
  mutating func restore(_ saved: SavedSession) {
    endDrag()
    entry = nil
    overlay = nil
    let taken = fitting(saved.session)
    edit { $0 = taken }
    view = saved.view
    if controls.contains(saved.focus) { focus = saved.focus }
    restoredHash = saved.modelHash
    if let name = saved.theme, let same = themes.firstIndex(where: { $0.name == name }) {
      themeIndex = same
      followsGround = false
    }
    let isSame = saved.modelHash.map { model.summary?.weightsHash.hasPrefix($0) ?? false } ?? true
    notice = isSame ? "session restored" : nil
    message =
      isSame ? nil : "the session was made with another model: the decoded film may differ"
  }

  /// A session without what this model does not have.
  private func fitting(_ session: Session) -> Session {
    var session = session
    if let summary = model.summary, !summary.hasConditionalPrior, session.anchor.usesPrior {
      session.anchor = .latentMean
    }
    if case .testSample(let index) = session.anchor, let summary = model.summary,
      index >= summary.testSamples
    {
      session.anchor = start.anchor
    }
    guard let axes = model.summary?.axes.indices else { return session }
    session.map.horizontal = axes.contains(session.map.horizontal) ? session.map.horizontal : 0
    session.map.vertical =
      axes.contains(session.map.vertical) ? session.map.vertical : MapSettings().vertical
    if case .along(let control) = session.walk.course, !controls.contains(control) {
      session.walk.course = nil
    }
    return session
  }
}
