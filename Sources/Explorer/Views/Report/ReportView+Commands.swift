extension ReportView {
  static let commands: [Command] = [
    Command("report-next-page", "next page", .view, ["]", "→", "l"]) { $0.turnReport(by: 1) },
    Command("report-previous-page", "previous page", .view, ["[", "←", "h"]) {
      $0.turnReport(by: -1)
    },
    Command("report-next-choice", "next term, property or table", .view, ["↓", "j"]) {
      $0.chooseInReport(by: 1)
    },
    Command("report-previous-choice", "previous term, property or table", .view, ["↑", "k"]) {
      $0.chooseInReport(by: -1)
    },
    Command("report-next-point", "next epoch or film", .view, ["."]) { $0.moveInReport(by: 1) },
    Command("report-previous-point", "previous epoch or film", .view, [","]) {
      $0.moveInReport(by: -1)
    },
    Command("report-later-point", "epoch or film farther on", .view, [">"]) {
      $0.moveInReport(by: 10)
    },
    Command("report-earlier-point", "epoch or film farther back", .view, ["<"]) {
      $0.moveInReport(by: -10)
    },
    Command("report-no-point", "no epoch, no film", .view, ["Esc"]) { state in
      (state.report.epoch, state.report.film) = (nil, nil)
    },
  ]
}

extension ExplorerState {
  /// Turns pages, around at the ends.
  mutating func turnReport(by step: Int) {
    let pages = ReportSettings.Page.allCases
    let next = (session.report.page.index + step + pages.count) % pages.count
    showReport(pages[next])
  }

  /// Shows a page; those on screen stay where they are as long as it is among them.
  mutating func showReport(_ page: ReportSettings.Page) {
    edit { $0.report.page = page }
    report.firstPage = ReportLayout(self).panels.first?.page.index ?? 0
  }

  mutating func chooseInReport(by step: Int) {
    guard let data = ReportView.data(self) else { return }
    session.report.page.type.choose(by: step, data, &self)
  }

  mutating func moveInReport(by steps: Int) {
    guard let data = ReportView.data(self) else { return }
    session.report.page.type.move(by: steps, data, &self)
  }
}
