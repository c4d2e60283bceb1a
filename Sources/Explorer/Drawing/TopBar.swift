import Cells
import Theming

/// The line at the top: the program, the views as tabs, what can be clicked.
enum TopBar {
  /// Something that can be clicked.
  enum Item: Equatable {
    case view(ViewKind)
    case seed
    case theme
    case help
  }

  /// A word with what a click on it does.
  private struct Label {
    var item: Item?
    var text: String
    var frame: Rect
  }

  static let name = "seiscope"

  /// What a press on a place means.
  static func item(at point: Point, _ state: ExplorerState) -> Item? {
    labels(state).first { $0.frame.contains(point) }?.item
  }

  static func draw(_ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    canvas.fill(Rect(x: 0, y: 0, width: state.size.width, height: 1), with: look.bar)
    for label in labels(state) {
      canvas.write(label.text, x: label.frame.x, y: 0, style: style(label, state, look))
    }
  }

  private static func style(_ label: Label, _ state: ExplorerState, _ look: Look) -> Style {
    switch label.item {
    case .view(state.view): look.tab
    case .help: look.accent
    case nil where label.text == name: look.accentTitle
    case nil, .view, .seed, .theme: look.dim
    }
  }

  /// Tabs from the left; from the right help, theme, seed, model, as far as there is room.
  private static func labels(_ state: ExplorerState) -> [Label] {
    let width = state.size.width
    var labels: [Label] = []
    var x = 1
    if width >= 72 { x = append(nil, name, x, to: &labels) + 2 }
    for kind in ViewKind.allCases {
      let text = width >= 58 || kind == state.view ? "\(kind.digit) \(kind.title)" : "\(kind.digit)"
      x = append(.view(kind), " \(text) ", x, to: &labels)
    }
    var end = width - 1
    for (item, text) in rightLabels(state) {
      let start = end - text.unicodeScalars.count
      guard start > x else { break }
      _ = append(item, text, start, to: &labels)
      end = start - 3
    }
    return labels
  }

  private static func rightLabels(_ state: ExplorerState) -> [(Item?, String)] {
    var labels: [(Item?, String)] = [(.help, "? help"), (.seed, "seed \(state.session.seed)")]
    labels.append((.theme, state.theme.name))
    if let model = modelText(state) { labels.append((nil, model)) }
    return labels
  }

  private static func append(
    _ item: Item?, _ text: String, _ x: Int, to labels: inout [Label]
  ) -> Int {
    let frame = Rect(x: x, y: 0, width: text.unicodeScalars.count, height: 1)
    labels.append(Label(item: item, text: text, frame: frame))
    return frame.maxX
  }

  private static func modelText(_ state: ExplorerState) -> String? {
    guard let summary = state.model.summary else { return nil }
    return summary.name == summary.variant
      ? "\(summary.name) \(summary.latentCount)"
      : "\(summary.name) · \(summary.variant) \(summary.latentCount)"
  }
}
