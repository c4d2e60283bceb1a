import Cells
import Charts
import Theming

/// A page of the report: drawn from the report and the state into a part of the view.
protocol ReportPage {
  /// What the page's keys do, in a few words.
  static var hint: String { get }

  /// The line above the page.
  static func caption(_ data: ReportData, _ state: ExplorerState, _ look: Look) -> [Segment]

  /// Draws the page.
  static func draw(
    _ data: ReportData, _ state: ExplorerState, in frame: Rect, on canvas: inout Canvas)

  /// What the last line says.
  static func status(_ data: ReportData, _ state: ExplorerState) -> String

  /// The next or previous thing to look at: a term, a property, a table.
  static func choose(by step: Int, _ data: ReportData, _ state: inout ExplorerState)

  /// Moves to the next or previous point, or by more of them.
  static func move(by steps: Int, _ data: ReportData, _ state: inout ExplorerState)

  /// A press on the page, or the mouse moved with the button held.
  static func press(
    _ point: Point, in frame: Rect, _ data: ReportData, _ state: inout ExplorerState)
}

extension ReportPage {
  static func choose(by step: Int, _ data: ReportData, _ state: inout ExplorerState) {}
  static func move(by steps: Int, _ data: ReportData, _ state: inout ExplorerState) {}
  static func press(
    _ point: Point, in frame: Rect, _ data: ReportData, _ state: inout ExplorerState
  ) {}
}

extension ReportSettings.Page {
  /// What draws it.
  var type: any ReportPage.Type {
    switch self {
    case .curves: CurvesPage.self
    case .parity: ParityPage.self
    case .correlations: CorrelationsPage.self
    case .variance: VariancePage.self
    case .models: ModelsPage.self
    }
  }

  /// The word on its tab.
  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// The word where there is little room.
  var shortTitle: String {
    switch self {
    case .correlations: "Corr."
    case .variance: "Var."
    default: title
    }
  }

  /// The place among the pages.
  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Texts that pages have in common.
enum ReportText {
  /// A number in about three digits, whole ones as they are, small ones by their power of ten.
  static func number(_ value: Double) -> String {
    switch value.magnitude {
    case value.rounded(.towardZero).magnitude: NumberText.fixed(value, 0)
    case ..<0.001: NumberText.scientific(value)
    case ..<0.9995: NumberText.fixed(value, 3)
    default: NumberText.significant(value)
    }
  }

  /// A share as a percentage.
  static func percent(_ share: Double, _ decimals: Int = 1) -> String {
    NumberText.fixed(100 * share, decimals) + " %"
  }

  /// Words as a list: `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Look {
  /// A colour of the theme for data, where there are colours.
  var data: RGB? { isColored ? theme.accent : nil }
}
