import Cells

enum ReportView: ExplorerView {
  static let commands: [Command] = []

  static func draw(_ state: ExplorerState, in frame: Rect, on canvas: inout Canvas) {
  }
}
