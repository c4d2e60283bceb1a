import Cells
import Interphase

/// Draws the properties: regressed with spread, measured on the decoded film, measured on the
/// simulated one.
enum PropertiesView {
  static func draw(
    in frame: Rect, form: PropertiesForm, _ state: ExplorerState, on canvas: inout Canvas
  ) {
    let look = Look(state)
    switch form {
    case .row:
      let width = frame.width / 4
      for property in Property.allCases {
        let place = Rect(
          x: frame.x + property.rawValue * width, y: frame.y, width: width - 1, height: 2)
        drawGroup(property, in: place, state, look, on: &canvas)
      }
    case .column:
      for property in Property.allCases {
        let place = Rect(
          x: frame.x, y: frame.y + 2 * property.rawValue, width: frame.width, height: 2)
        drawGroup(property, in: place, state, look, on: &canvas)
      }
    case .table: drawTable(in: frame, state, look, on: &canvas)
    case .terse: drawTerse(in: frame, state, look, on: &canvas)
    }
  }

  /// A name with its gauge, and below it the numbers, each with what it is.
  private static func drawGroup(
    _ property: Property, in frame: Rect, _ state: ExplorerState, _ look: Look,
    on canvas: inout Canvas
  ) {
    let end = canvas.write(
      [Segment(property.title, look.title), Segment(property.unit, look.dim)], x: frame.x,
      y: frame.y, width: frame.width, gap: 1)
    let gauge = max(frame.x + 14, end + 1)
    GaugeView.draw(
      property, in: Rect(x: gauge, y: frame.y, width: min(30, frame.maxX - gauge - 1), height: 1),
      state, on: &canvas)
    drawNumbers(property, in: frame.below(1), state, look, on: &canvas)
  }

  /// Regressed with spread, simulated, decoded, and decoded minus simulated where there is room.
  private static func drawNumbers(
    _ property: Property, in frame: Rect, _ state: ExplorerState, _ look: Look,
    on canvas: inout Canvas
  ) {
    let wide = frame.width >= 38
    let tight = !wide && frame.width >= 27
    var x = frame.x
    if let regressed = regressed(property, state, short: !wide) {
      x = canvas.write(regressed, x: x, y: frame.y, style: look.focus)
      x = max(x, frame.x + (wide ? 10 : 9)) + 1
    }
    let measured = [
      (wide ? "sim " : tight ? "s" : "s ", simulated(property, state)),
      (wide ? "dec " : tight ? "d" : "d ", decoded(property, state)),
      ("Δ", wide || tight ? difference(property, state, short: tight) : nil),
    ]
    for (name, value) in measured {
      guard let value, x + name.count + value.count <= frame.maxX else { continue }
      x = canvas.write(name, x: x, y: frame.y, style: look.dim)
      x = canvas.write(value, x: x, y: frame.y, style: look.text) + 1
    }
  }

  /// Decoded minus simulated.
  private static func difference(
    _ property: Property, _ state: ExplorerState, short: Bool
  ) -> String? {
    guard let simulated = state.shownObservables, let decoded = state.decoded?.observables else {
      return nil
    }
    let change = property.value(in: decoded) - property.value(in: simulated)
    let text = NumberText.fixed(change, property.decimals, signed: true)
    return short && text.dropFirst().hasPrefix("0.")
      ? String(text.prefix(1) + text.dropFirst(2)) : text
  }

  private static func drawTable(
    in frame: Rect, _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) {
    let ends = [17, 27, 35, 43, 50].map { frame.x + $0 }
    canvas.write("Properties", x: frame.x, y: frame.y, style: look.title)
    let names = ["regressed", "sim", "dec", "diff."]
    for (name, end) in zip(names, ends.dropFirst()) {
      canvas.write(name, endingAt: end, y: frame.y, style: look.dim)
    }
    for property in Property.allCases {
      let y = frame.y + 1 + 2 * property.rawValue
      canvas.write(
        [Segment(property.title, look.text), Segment(property.unit, look.dim)], x: frame.x, y: y,
        width: 20, gap: 1)
      let figures = [
        (regressed(property, state, short: true), look.focus),
        (simulated(property, state), look.text), (decoded(property, state), look.text),
        (difference(property, state, short: false), look.text),
      ]
      for ((figure, style), end) in zip(figures, ends.dropFirst()) {
        canvas.write(figure ?? "", endingAt: end, y: y, style: style)
      }
      GaugeView.draw(
        property, in: Rect(x: frame.x, y: y + 1, width: min(50, frame.width), height: 1), state,
        on: &canvas)
    }
    drawExtras(in: frame.below(10), Array(ends), state, look, on: &canvas)
  }

  private static func drawExtras(
    in frame: Rect, _ ends: [Int], _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) {
    for (line, figure) in FilmFigure.all(state).prefix(frame.height).enumerated() {
      let y = frame.y + line
      canvas.write(figure.name, x: frame.x, y: y, style: look.dim)
      canvas.write(figure.simulated ?? "", endingAt: ends[2], y: y, style: look.text)
      canvas.write(figure.decoded ?? "", endingAt: ends[3], y: y, style: look.text)
    }
  }

  /// Regressed numbers alone; simulated ones where there is no model.
  private static func drawTerse(
    in frame: Rect, _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) {
    for property in Property.allCases where property.rawValue < frame.height {
      let y = frame.y + property.rawValue
      let name = frame.width >= 19 ? property.shortName : String(property.shortName.prefix(1))
      canvas.write(name, x: frame.x, y: y, style: look.dim)
      let room = frame.width - name.count - 1
      let figure = regressed(property, state, short: true)
        .map { $0.count <= room ? $0 : String($0.prefix { $0 != " " }) }
      canvas.write(
        figure ?? simulated(property, state) ?? "", x: frame.x + name.count + 1, y: y,
        style: figure == nil ? look.text : look.focus, width: room)
    }
  }

  private static func regressed(
    _ property: Property, _ state: ExplorerState, short: Bool
  ) -> String? {
    guard let result = state.decoded?.result, result.regressed.count == 4 else { return nil }
    let value = NumberText.fixed(result.regressed[property.rawValue], property.decimals)
    guard let spread = result.spread?[property.rawValue] else { return value }
    let text = NumberText.fixed(spread, property.decimals)
    return value + " ±" + (short && text.hasPrefix("0.") ? String(text.dropFirst()) : text)
  }

  private static func decoded(_ property: Property, _ state: ExplorerState) -> String? {
    state.decoded.map { NumberText.fixed(property.value(in: $0.observables), property.decimals) }
  }

  private static func simulated(_ property: Property, _ state: ExplorerState) -> String? {
    state.shownObservables.map { NumberText.fixed(property.value(in: $0), property.decimals) }
  }
}

/// A figure that is measured but not regressed.
struct FilmFigure {
  var name: String
  var decoded: String?
  var simulated: String?

  /// Inorganic, organic, roughness, and the share of organic that hangs on nothing.
  static func all(_ state: ExplorerState) -> [FilmFigure] {
    let decoded = state.decoded?.observables
    let simulated = state.shownObservables
    func figure(_ name: String, _ read: (Observables) -> Double) -> FilmFigure {
      FilmFigure(
        name: name, decoded: decoded.map { NumberText.fixed(read($0), 1) },
        simulated: simulated.map { NumberText.fixed(read($0), 1) })
    }
    func percent(_ share: Double?) -> String? { share.map { NumberText.fixed(100 * $0, 0) } }
    return [
      figure("inorganic [nm]", \.inorganic), figure("organic [nm]", \.organic),
      figure("roughness [nm]", \.roughness),
      FilmFigure(
        name: "floating [%]",
        decoded: percent(state.decoded?.floatingShare),
        simulated: simulated == nil ? nil : percent(state.shownFloatingShare)),
    ]
  }
}

extension Property {
  /// The name above its numbers.
  var title: String { self == .volumeFraction ? "vol. fraction" : name }
}
