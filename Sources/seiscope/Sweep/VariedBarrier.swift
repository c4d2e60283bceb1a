import Console
import Growth
import Interphase

/// `--vary id[=from:to[:count]]`.
enum VariedBarrier {
  /// Values of a barrier where no count is given, for one barrier and for each of two.
  static let defaultCounts = [15, 9]

  /// The barrier and its values.
  ///
  /// - Parameter barriers: How many barriers vary.
  /// - Throws: `BarrierError`, `SweepError` or ``OptionError`` that names what is wrong.
  static func parse(_ text: String, of barriers: Int) throws -> SweptBarrier {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let reaction = try Reaction.named(parts[0].trimmingSpaces)
    let defaultCount = defaultCounts[min(barriers, defaultCounts.count) - 1]
    guard parts.count == 2 else {
      return try SweptBarrier(overDesignOf: reaction, count: defaultCount)
    }
    let fields = parts[1].split(separator: ":", omittingEmptySubsequences: false)
      .map(\.trimmingSpaces)
    guard (2...3).contains(fields.count) else {
      throw OptionError(
        "--vary \(text): expected id=from:to:count in eV, like dimerisation=0.30:0.52:12")
    }
    let (lower, upper) = (try number(fields[0], text), try number(fields[1], text))
    guard fields.count == 3 else {
      return try SweptBarrier(reaction, from: lower, to: upper, count: defaultCount)
    }
    guard let count = Int(fields[2]) else {
      throw OptionError("--vary \(text): '\(fields[2])' is no count: give 2 or more, like 12")
    }
    return try SweptBarrier(reaction, from: lower, to: upper, count: count)
  }

  /// Makes sure that no barrier is both varied and set.
  static func check(_ barriers: [SweptBarrier], against assignments: [String]) throws {
    for assignment in assignments {
      let id = assignment.prefix { $0 != "=" }
      guard barriers.contains(where: { $0.reaction.id == id }) else { continue }
      throw OptionError(
        "--set \(assignment) and --vary \(id) contradict each other: give one of them")
    }
  }

  private static func number(_ field: String, _ text: String) throws -> Double {
    guard let value = Double(field) else {
      throw OptionError("--vary \(text): '\(field)' is no number: give eV, like 0.30")
    }
    return value
  }
}
