import Cells
import Charts
import Interphase
import Testing

@testable import Explorer

@Suite struct ReportTests {
  private static let pages = ReportSettings.Page.allCases

  @Test(arguments: [
    ("80x24-report-curves", 80, 24, ReportSettings.Page.curves),
    ("80x24-report-parity", 80, 24, .parity),
    ("80x24-report-correlations", 80, 24, .correlations),
    ("80x24-report-variance", 80, 24, .variance), ("80x24-report-models", 80, 24, .models),
    ("120x40-report-curves", 120, 40, .curves), ("120x40-report-parity", 120, 40, .parity),
    ("120x40-report-models", 120, 40, .models), ("200x60-report", 200, 60, .correlations),
    ("300x100-report", 300, 100, .models), ("40x12-report", 40, 12, .models),
  ])
  func `a page is as recorded`(
    name: String, width: Int, height: Int, page: ReportSettings.Page
  ) throws {
    try expectScreen(Fixture.reportState(width, height, page: page).render().text, name)
  }

  @Test func `in ASCII curves and dots have glyphs of their own`() throws {
    let text = Fixture.reportState(200, 60, unicode: false).render().text
    try expectScreen(text, "200x60-report-ascii")
    #expect(text.filter { $0 == "?" }.count == 1, "the help's key in the top bar")
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `without colours no page asks for one`() {
    for page in Self.pages {
      let cells = Fixture.reportState(120, 40, page: page).render().cells
      #expect(cells.allSatisfy { $0.style.foreground == nil && $0.style.background == nil })
    }
  }

  @Test func `the report is ordered once, on the first look`() {
    var state = Fixture.state(120, 40)
    let effects = type(&state, "5")
    #expect(effects == [.work(WorkOrder(kind: .report, generation: 1, task: .report))])
    #expect(state.render().text.contains("the report is being worked out"))
    #expect(type(&state, "]]1").isEmpty)
    #expect(type(&state, "5").isEmpty)
  }

  @Test func `without a model, or where it fails, one sentence says why`() {
    var state = Fixture.state(80, 24, model: false)
    #expect(type(&state, "5").isEmpty)
    #expect(state.render().text.contains("no model at SampleModels"))
    state = Fixture.reportState(80, 24, delivered: false)
    _ = state.update(
      .delivered(WorkDelivery(kind: .report, generation: 1, outcome: .failure("no such luck"))))
    #expect(state.render().text.contains("no such luck"))
  }

  @Test(arguments: [
    ("]", ReportSettings.Page.parity), ("[", .models), ("]]l", .variance), ("lh", .curves),
    ("]]]]]", .curves),
  ])
  func `keys turn pages`(keys: String, expected: ReportSettings.Page) {
    var state = Fixture.reportState(80, 24)
    type(&state, keys)
    #expect(state.session.report.page == expected)
    for _ in keys { type(&state, "u") }
    #expect(state.session.report.page == .curves, "each turn is a step of undo")
  }

  @Test func `arrows choose terms and properties`() {
    var state = Fixture.reportState(80, 24)
    play(&state, (.down, []), (.down, []))
    #expect(state.render().text.contains("KL divergence   "))
    play(&state, (.up, []), (.up, []), (.up, []))
    #expect(state.render().text.contains("property   "))
    play(&state, (.right, []), (.down, []))
    #expect(state.report.property == .porosity)
    #expect(state.render().text.contains("porosity  R² 0.993"))
    #expect(state.session.growsAnotherFilm(than: state.start) == false)
  }

  @Test func `a long table of figures scrolls to its end and no farther`() {
    var state = Fixture.reportState(60, 12, page: .models)
    #expect(!state.render().text.contains("active dimensions"))
    for _ in 0..<9 { play(&state, (.down, [])) }
    #expect(state.render().text.contains("active dimensions"))
    #expect(!state.render().text.contains("overlap of solid sites"))
    for _ in 0..<9 { play(&state, (.up, [])) }
    #expect(state.render().text.contains("overlap of solid sites"))
  }

  @Test func `the status line tells the epoch's losses and the film's properties`() {
    var state = Fixture.reportState(120, 40)
    type(&state, "..")
    #expect(ReportView.status(state) == "total, epoch 2: training 1017, validation 1081")
    play(&state, (.escape, []))
    #expect(ReportView.status(state)?.contains("at the end, epoch 24") == true)
    type(&state, "],")
    let parity = Fixture.report.parity[0]
    let thickest = parity.actual.indices.max { parity.actual[$0] < parity.actual[$1] } ?? 0
    #expect(state.report.film == thickest)
    #expect(ReportView.status(state)?.hasPrefix("test film \(thickest + 1): thickness") == true)
    type(&state, ".>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>")
    #expect(state.report.film == thickest, "the last one stays")
  }

  @Test func `a click on a page's name turns to it`() throws {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60), (300, 100)] {
      for page in Self.pages {
        var state = Fixture.reportState(width, height)
        let layout = ReportLayout(.curves, in: state.contentFrame)
        let tab = try #require(layout.tabs.first { $0.page == page })
        press(&state, Point(x: tab.frame.maxX - 1, y: tab.frame.y))
        #expect(state.session.report.page == page, "\(width)x\(height)")
      }
    }
  }

  @Test func `a click on one of several pages leaves all where they are`() throws {
    var state = Fixture.reportState(200, 60)
    type(&state, "[")
    let panels = ReportLayout(state).panels
    #expect(panels.map(\.page) == Array(Self.pages.dropFirst()))
    for panel in panels {
      press(&state, Point(x: panel.caption.x, y: panel.caption.y))
      #expect(state.session.report.page == panel.page)
      #expect(ReportLayout(state).panels == panels)
    }
    type(&state, "u")
    #expect(state.session.report.page == .variance)
  }

  @Test func `a click on a curve takes the epoch that is drawn there`() throws {
    var state = Fixture.reportState(120, 40)
    let panel = try #require(
      ReportLayout(.curves, in: state.contentFrame).panels.first)
    let layout = CurvesLayout(panel.content, terms: Fixture.report.curves.count)
    let chart = try #require(CurvesPage.chart(Fixture.report.curves[0], state))
    let plane = try #require(chart.plane(in: layout.chart, look: Look(state).charts))
    for (index, epoch) in Fixture.report.curves[0].epochs.enumerated() {
      let cell = try #require(plane.cell(x: epoch, y: chart.y.lower))
      press(&state, cell)
      #expect(state.report.epoch == index)
    }
    let table = try #require(layout.table)
    press(&state, Point(x: table.x + 4, y: table.y + 3))
    #expect(state.report.term == 2)
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func `a click on a dot takes the film that is drawn there`(width: Int, height: Int) throws {
    var state = Fixture.reportState(width, height, page: .parity)
    let panel = try #require(
      ReportLayout(.parity, in: state.contentFrame).panels.first { $0.page == .parity })
    for (parity, frame) in ParityPage.charts(Fixture.report, state, in: panel.content) {
      let chart = ParityPage.chart(parity, state)
      let plane = try #require(chart.plane(in: frame, look: Look(state).charts))
      for film in stride(from: 0, to: 300, by: 37) {
        let cell = try #require(plane.cell(x: parity.actual[film], y: parity.regressed[film]))
        press(&state, cell)
        let taken = try #require(state.report.film)
        #expect(plane.cell(x: parity.actual[taken], y: parity.regressed[taken]) == cell)
        #expect(state.report.property == parity.property)
      }
    }
  }

  @Test func `pages lie inside and never over each other, the chosen one among them`() {
    for width in stride(from: 40, through: 310, by: 15) {
      for height in stride(from: 12, through: 104, by: 4) {
        for page in Self.pages {
          let frame = Rect(x: 0, y: 1, width: width, height: height - 2)
          let layout = ReportLayout(page, in: frame)
          #expect(layout.panels.contains { $0.page == page }, "\(width)x\(height)")
          let rows = layout.panels.flatMap { [$0.caption, $0.content] } + layout.tabs.map(\.frame)
          for (index, one) in rows.enumerated() {
            #expect(one.x >= 0 && one.maxX <= width && one.y >= 1 && one.maxY <= height - 1)
            for other in rows.dropFirst(index + 1) {
              let isApart =
                one.maxX <= other.x || other.maxX <= one.x || one.maxY <= other.y
                || other.maxY <= one.y
              #expect(isApart, "\(width)x\(height), \(page): \(one), \(other)")
            }
          }
        }
      }
    }
    let all = ReportLayout(.curves, in: Rect(x: 0, y: 1, width: 300, height: 98))
    #expect(all.panels.map(\.page) == Self.pages)
    let some = ReportLayout(.curves, in: Rect(x: 0, y: 1, width: 200, height: 58))
    #expect(some.panels.count == 4)
  }

  @Test func `what lies beside a page keeps its cells`() {
    // Each page drawn alone must leave the cells outside of its panel as they are.
    for (width, height) in [(40, 12), (60, 20), (80, 24), (120, 40), (200, 60), (300, 100)] {
      let state = Fixture.reportState(width, height, colors: .direct)
      for panel in ReportLayout(.curves, in: state.contentFrame).panels {
        var canvas = Canvas(size: state.size, filledWith: Cell("x"))
        panel.page.type.draw(Fixture.report, state, in: panel.content, on: &canvas)
        let outside = canvas.cells.indices.filter { index in
          !panel.content.contains(Point(x: index % width, y: index / width))
            && canvas.cells[index].glyph != "x"
        }
        #expect(outside.isEmpty, "\(width)x\(height): \(panel.page)")
      }
    }
  }

  private func press(_ state: inout ExplorerState, _ point: Point) {
    _ = state.update(.input(.mouse(MouseEvent(.press, at: point))))
    _ = state.update(.input(.mouse(MouseEvent(.release, at: point))))
  }
}

@Suite struct ModelComparisonTests {
  private func comparison(_ thickness: [Double?], rises: Bool? = true) -> ModelComparison {
    ModelComparison(
      models: zip(["a", "b", "c"], thickness).map { name, value in
        ReportData.Model(
          name: name, variant: name, explainedVariance: [], axisLabels: [],
          figures: [
            ReportData.Figure(name: "|ρ| with thickness", value: value, risesWithMerit: rises)
          ])
      })
  }

  @Test func `the sentence follows the numbers`() {
    #expect(
      comparison([0.5, 0.9, 0.7]).sentence
        == "An axis of b follows thickness most closely (|ρ| 0.90), a comes last (0.50); of 1 "
        + "figures that can be better or worse, the best are b in 1, a in none and c in none.")
    #expect(
      comparison([0.91, 0.9, 0.2]).sentence?
        .hasPrefix("An axis of a follows thickness most closely (|ρ| 0.91), c comes last") == true)
    #expect(comparison([0.9, 0.9, 0.9]).sentence?.contains("equally closely") == true)
  }

  @Test func `the best value is marked, ties too, and nothing where nothing is better`() {
    #expect(comparison([0.5, 0.9, nil]).best(0) == [1])
    #expect(comparison([0.9, 0.90001, 0.2]).best(0) == [0, 1], "printed alike")
    #expect(comparison([0.5, 0.9, 0.2], rises: false).best(0) == [2])
    #expect(comparison([0.5, 0.9, 0.2], rises: nil).best(0).isEmpty)
    #expect(comparison([nil, 0.9, .nan]).best(0).isEmpty, "one alone is no comparison")
    #expect(comparison([0.5]).sentence == nil)
  }
}
