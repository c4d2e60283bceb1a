import Cells
import Interphase

/// A property as a scale: regressed with its spread, and where the two films stand.
///
/// `s` marks the simulated film, `d` the decoded one, the dot what the regressor says, the thick
/// line one standard deviation to each side.
enum GaugeView {
  static func draw(
    _ property: Property, in frame: Rect, _ state: ExplorerState, on canvas: inout Canvas
  ) {
    guard frame.width >= 5 else { return }
    let look = Look(state)
    let range = property.gaugeRange(height: state.latticeSize.height)
    func column(_ value: Double) -> Int {
      let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      return frame.x + Int((clamp(share, 0...1) * Double(frame.width - 1)).rounded())
    }
    canvas.write(
      String(repeating: "─", count: frame.width), x: frame.x, y: frame.y, style: look.track)
    if let result = state.decoded?.result, result.regressed.count == 4 {
      let value = result.regressed[property.rawValue]
      let spread = result.spread?[property.rawValue] ?? 0
      for x in column(value - spread)...column(value + spread) where spread > 0 {
        canvas.write("━", x: x, y: frame.y, style: look.focus)
      }
      canvas.write("●", x: column(value), y: frame.y, style: look.focusTitle)
    }
    if let observables = state.decoded?.observables {
      canvas.write(
        "d", x: column(property.value(in: observables)), y: frame.y, style: look.title)
    }
    if let observables = state.shownObservables {
      canvas.write(
        "s", x: column(property.value(in: observables)), y: frame.y, style: look.title)
    }
  }
}

extension Property {
  /// What films reach on a lattice of so many rows: the scale of gauges.
  func gaugeRange(height: Int) -> ClosedRange<Double> {
    switch self {
    case .thickness: 0...Double(height)
    case .porosity: 0...1
    case .density: 0...2.2
    case .volumeFraction: 0...1
    }
  }
}
