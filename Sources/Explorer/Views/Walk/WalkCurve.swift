import Cells
import Charts
import Theming

/// The curve below the strip: a quantity of the decoded films over the walk.
struct WalkCurve {
  private let chart: LineChart
  private let course: WalkCourse

  init(_ scene: WalkScene, _ breaches: [PhysicsBreach?], _ state: ExplorerState) {
    course = scene.course
    let quantity = state.session.walk.quantity
    let theme = state.theme
    var series: [LineChart.Series] = []
    let regressed = Self.series(
      "regressed", scene, color: theme.focus, isDashed: true, quantity.regressed)
    if regressed.y.contains(where: \.isFinite) { series.append(regressed) }
    series.append(Self.series("decoded", scene, color: theme.accent, quantity.measured))
    chart = LineChart(
      title: quantity.heading, x: Self.axis(course, state),
      y: Axis("", covering: series.flatMap(\.y)), series: series,
      marks: Self.marks(scene, breaches, state))
  }

  func draw(in frame: Rect, _ look: Look, on canvas: inout Canvas) {
    chart.draw(in: frame, look: look.charts, on: &canvas)
  }

  /// The step at a column, nearest on the axis; `nil` where there is no room for a curve.
  func step(atColumn x: Int, in frame: Rect, _ look: Look) -> Int? {
    guard let plot = chart.plane(in: frame, look: look.charts)?.plot else { return nil }
    let share = (Double(x - plot.x) + 0.5) / Double(plot.width)
    return course.step(nearest: chart.x.value(at: clamp(share, 0...1)))
  }

  private static func series(
    _ name: String, _ scene: WalkScene, color: RGB?, isDashed: Bool = false,
    _ read: (StripFilm) -> Double?
  ) -> LineChart.Series {
    let known = scene.films.indices.compactMap { step in
      scene.films[step].flatMap(read).map { (scene.course.positions[step], $0) }
    }
    return LineChart.Series(
      name, x: known.map(\.0), y: known.map(\.1), color: color, isDashed: isDashed)
  }

  private static func axis(_ course: WalkCourse, _ state: ExplorerState) -> Axis {
    let (low, high) = (course.positions[0], course.positions[course.last])
    switch course.way {
    case .between(let start, let end, _):
      return Axis("share of the way from '\(start.name)' to '\(end.name)'", from: low, to: high)
    case .along(let control):
      let unit = control.isBarrier ? " [eV]" : ""
      return Axis(SliderView.label(of: control, state) + unit, from: low, to: high)
    }
  }

  /// The cursor, where the slider stands, and the signs of films that break the physics, the graver
  /// ones last.
  private static func marks(
    _ scene: WalkScene, _ breaches: [PhysicsBreach?], _ state: ExplorerState
  ) -> [ChartMark] {
    let look = Look(state)
    let positions = scene.course.positions
    var marks = [
      ChartMark(x: positions[scene.cursor], .line(isBroken: false), style: look.focus)
    ]
    if let control = scene.course.control {
      marks.append(ChartMark(x: state.value(of: control), style: look.dim))
    }
    for sign in [PhysicsBreach.floatingSign, PhysicsBreach.highSign] {
      for (step, breach) in breaches.enumerated() where breach?.sign == sign {
        marks.append(ChartMark(x: positions[step], .axis(sign), style: look.warning))
      }
    }
    return marks
  }
}
