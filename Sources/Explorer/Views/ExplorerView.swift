import Cells

/// A view: what a tab shows and does.
///
/// A view is drawn from the state alone into the cells between the top bar and the status line.
/// What it remembers of a person's choices lies in ``Session`` (undone, saved), what it computes in
/// the background in ``Evidence``, everything passing in a member of ``ExplorerState`` of its own.
protocol ExplorerView: Sendable {
  /// Commands that only this view has.
  static var commands: [Command] { get }

  /// Where the sliders are that the view shows; presses, drags and the wheel reach them by
  /// themselves.
  static func sliders(_ state: ExplorerState, in frame: Rect) -> [SliderFrame]

  /// Draws the view.
  static func draw(_ state: ExplorerState, in frame: Rect, on canvas: inout Canvas)

  /// Work that it needs, as the state stands.
  static func work(_ state: ExplorerState) -> [WorkKind: WorkTask]

  /// A key before it is looked up among the commands, while the view is in a mode of its own.
  ///
  /// - Returns: Effects; `nil` leaves the key to the commands.
  static func intercept(_ chord: KeyChord, _ state: inout ExplorerState) -> [Effect]?

  /// A press of the left button on the view.
  ///
  /// - Returns: Effects; `nil` where nothing is there to press.
  static func press(_ point: Point, in frame: Rect, _ state: inout ExplorerState) -> [Effect]?

  /// The mouse moved with the button held that was pressed on this view.
  static func drag(to point: Point, in frame: Rect, _ state: inout ExplorerState)

  /// The wheel turned over the view, +1 upwards.
  static func wheel(
    _ direction: Int, at point: Point, _ modifiers: Modifiers, in frame: Rect,
    _ state: inout ExplorerState)

  /// What the last line says while nothing more urgent is to be said; `nil` explains the slider.
  static func status(_ state: ExplorerState) -> String?

  /// How often something moves by itself; `nil` while nothing does.
  static func tickInterval(_ state: ExplorerState) -> Duration?

  /// Time passed.
  static func tick(_ elapsed: Duration, _ state: inout ExplorerState)
}

extension ExplorerView {
  static func sliders(_ state: ExplorerState, in frame: Rect) -> [SliderFrame] { [] }
  static func work(_ state: ExplorerState) -> [WorkKind: WorkTask] { [:] }
  static func intercept(_ chord: KeyChord, _ state: inout ExplorerState) -> [Effect]? { nil }
  static func press(_ point: Point, in frame: Rect, _ state: inout ExplorerState) -> [Effect]? {
    nil
  }
  static func drag(to point: Point, in frame: Rect, _ state: inout ExplorerState) {}
  static func wheel(
    _ direction: Int, at point: Point, _ modifiers: Modifiers, in frame: Rect,
    _ state: inout ExplorerState
  ) {}
  static func status(_ state: ExplorerState) -> String? { nil }
  static func tickInterval(_ state: ExplorerState) -> Duration? { nil }
  static func tick(_ elapsed: Duration, _ state: inout ExplorerState) {}
}

/// The views, in the order of their tabs.
public enum ViewKind: String, CaseIterable, Equatable, Sendable {
  case explore, compare, map, walk, report

  /// The word on the tab.
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// The digit that chooses it.
  var digit: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// What draws it.
  var type: any ExplorerView.Type {
    switch self {
    case .explore: ExploreView.self
    case .compare: CompareView.self
    case .map: MapView.self
    case .walk: WalkView.self
    case .report: ReportView.self
    }
  }
}

extension ExplorerState {
  /// The cells that views draw into: all but the top bar and the status line.
  var contentFrame: Rect {
    Rect(x: 0, y: 1, width: size.width, height: max(0, size.height - 2))
  }

  /// Shows a view.
  mutating func show(_ kind: ViewKind) {
    guard kind != view else { return }
    endDrag()
    entry = nil
    view = kind
    // What could not be worked out is tried again.
    for failed in evidence.failures.keys { orders[failed] = nil }
  }
}
