import Cells
import Interphase

/// A value being typed: every key is text until Enter or Esc.
struct ValueEntry: Equatable, Sendable {
  /// Which slider it is for.
  var control: Control
  /// What was typed.
  var field = TextField(limit: Self.limit)

  /// Longest text that makes sense for a number and its unit.
  static let limit = 40

  init(control: Control) { self.control = control }

  /// The value that the text stands for.
  ///
  /// Barriers take eV, meV or a rate in 1/s; a decimal comma counts as a point.
  func parsed() throws(EntryError) -> Double {
    let typed = field.string
    let words = typed.replacing(",", with: ".").split(separator: " ").joined()
    let (number, unit) = splitUnit(words)
    guard let value = Double(number), value.isFinite else { throw .noNumber(typed) }
    guard case .barrier(let reaction) = control else {
      guard unit.isEmpty else { throw .unknownUnit(unit, expected: "an axis has none") }
      guard value.magnitude <= Self.largestCoordinate else { throw .tooFar(value) }
      return value
    }
    let energy = try Self.energy(value, unit: unit)
    guard Float(energy).isFinite, energy >= 0 else {
      throw .outsidePhysics(BarrierError.value(reaction, Float(energy)).description)
    }
    return energy
  }

  /// Beyond this no latent space of any model reaches.
  static let largestCoordinate = 1000.0

  private func splitUnit(_ words: String) -> (number: String, unit: String) {
    let lowered = words.lowercased()
    for unit in ["mev", "ev", "1/s", "/s", "s-1", "s⁻¹"]
    where lowered.hasSuffix(unit) && lowered.count > unit.count {
      return (String(words.dropLast(unit.count)), unit)
    }
    let tail = words.reversed().prefix { $0.isLetter }.reversed()
    guard Double(words) == nil, tail.count < words.count else { return (words, "") }
    return (String(words.dropLast(tail.count)), String(tail))
  }

  private static func energy(_ value: Double, unit: String) throws(EntryError) -> Double {
    switch unit {
    case "", "ev": return value
    case "mev": return value / 1000
    case "1/s", "/s", "s-1", "s⁻¹":
      guard value > 0 else { throw .outsidePhysics("a rate of \(value) 1/s has no barrier") }
      return RateLaw().barrier(rate: value)
    default: throw .unknownUnit(unit, expected: "use eV, meV or 1/s")
    }
  }
}

/// Why typed text is no value.
enum EntryError: Error, Equatable, CustomStringConvertible {
  case noNumber(String)
  case unknownUnit(String, expected: String)
  case tooFar(Double)
  case outsidePhysics(String)

  var description: String {
    switch self {
    case .noNumber(let text):
      text.isEmpty
        ? "type a number, such as 0.35, or Esc to keep the value"
        : "'\(text)' is no number: type one such as 0.35, or Esc to keep the value"
    case .unknownUnit(let unit, let expected): "unknown unit '\(unit)': \(expected)"
    case .tooFar(let value):
      "a coordinate of \(NumberText.scientific(value)) is beyond any latent space: "
        + "give -1000 to 1000"
    case .outsidePhysics(let reason): reason
    }
  }
}

extension ExplorerState {
  /// Takes the typed value, or says what is wrong with it and keeps the text.
  mutating func commitEntry() {
    guard let entry else { return }
    do {
      let value = try entry.parsed()
      self.entry = nil
      set(entry.control, to: value)
    } catch {
      message = error.description
    }
  }
}
