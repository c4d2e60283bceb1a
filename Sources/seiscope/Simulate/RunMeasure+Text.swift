import Cells
import Growth

extension RunMeasure {
  /// Name and unit, at the head of a column of a file.
  var heading: String { heading(plainName) }

  /// A name with the unit.
  func heading(_ name: String) -> String { unit.isEmpty ? name : "\(name) [\(unit)]" }

  /// The name without abbreviations, in files and beside axes.
  var plainName: String {
    switch self {
    case .charge: "charge"
    case .ethylene: "ethylene"
    default: name
    }
  }

  /// A value with the digits that mean something; without its unit.
  func text(_ value: Double) -> String {
    switch self {
    case .thickness, .inorganic, .organic, .roughness: NumberText.fixed(value, 2)
    case .porosity, .density, .volumeFraction, .ethylene: NumberText.fixed(value, 3)
    case .charge: NumberText.fixed(value, 1)
    case .passivationTime: NumberText.duration(value)
    }
  }

  /// The unit beside ``text(_:)``: a time carries its own.
  var shownUnit: String { self == .passivationTime ? "" : unit }
}
