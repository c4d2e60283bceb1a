/// A session as files and state lines hold it: what undo brings back, and where a person was.
public struct SavedSession: Equatable, Sendable {
  /// What was chosen.
  public var session: Session
  /// The view on screen.
  public var view: ViewKind
  /// The slider that keys move.
  public var focus: Control
  /// The theme, by name; `nil` keeps the present one.
  public var theme: String?
  /// The hash of the model's weights; `nil` where there was no model.
  public var modelHash: String?

  /// A session and where a person was in it.
  public init(
    session: Session, view: ViewKind, focus: Control, theme: String? = nil,
    modelHash: String? = nil
  ) {
    self.session = session
    self.view = view
    self.focus = focus
    self.theme = theme
    self.modelHash = modelHash
  }
}
