public import Cells
public import Theming

/// Something to write to a file: what, and everything that it is made of.
public struct ExportOrder: Equatable, Sendable {
  /// What is written.
  public enum Format: String, CaseIterable, Equatable, Sendable {
    /// Both films, barriers, latent point and properties as JSON.
    case json
    /// The same figures as a table, films as rows of codes.
    case csv
    /// Arrays for NumPy.
    case npz
    /// The two pictures as pixels.
    case png
    /// The screen as a vector picture.
    case svg
    /// The screen as plain text.
    case text
    /// The screen as text with colours.
    case ansi
  }

  /// What is written.
  public var format: Format
  /// Where; `nil` makes a name from format and time in the working directory.
  public var path: String?
  /// The session that it belongs to.
  public var saved: SavedSession
  /// The simulated side.
  public var run: RunState
  /// The decoded side.
  public var decoded: DecodedState?
  /// The screen, without overlays.
  public var screen: Canvas
  /// The colours in use.
  public var theme: Theme

  /// An order for a state as it stands.
  public init(format: Format, path: String?, of state: ExplorerState) {
    self.format = format
    self.path = path
    saved = state.saved
    run = state.run
    decoded = state.decoded
    var bare = state
    bare.overlay = nil
    screen = bare.render()
    theme = state.theme
  }
}
