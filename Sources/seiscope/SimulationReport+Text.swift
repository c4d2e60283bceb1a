import Foundation
import Interphase
import KineticMonteCarlo
import SampleStatistics

extension SimulationReport {
  /// Text for a person: one run in full, or the spread of several.
  static func text(of results: [SimulationResult], withLattice: Bool) -> String {
    let body = results.count == 1 ? describe(results[0]) : describe(summary(of: results), results)
    guard withLattice else { return body }
    return ([body] + results.map { "\n" + draw($0.lattice) }).joined(separator: "\n")
  }

  private static func describe(_ result: SimulationResult) -> String {
    var lines = [headline(of: result), ""]
    for row in ObservableRow.all {
      lines.append(pad(row.label, 18) + decimal(row.value(result.observables)) + "  " + row.unit)
    }
    lines += ["", "sites"]
    for species in Species.allCases {
      let count = result.lattice.count(of: species)
      lines.append("  " + pad(species.name, 32) + leading(grouped(count), 12))
    }
    lines += ["", "events"]
    for reaction in Reaction.allCases {
      let count = result.reactionCounts[reaction.rawValue - 1]
      lines.append("  " + pad(reaction.id, 32) + leading(grouped(count), 12))
    }
    return lines.joined(separator: "\n")
  }

  private static func headline(of result: SimulationResult) -> String {
    let state =
      result.finished
      ? "finished: no event is possible"
      : "unfinished: the event limit was reached"
    return "seed \(result.seed)   \(grouped(result.events)) events   "
      + "\(scientific(result.time)) s   \(state)"
  }

  private static func describe(_ summary: SummaryRecord, _ results: [SimulationResult]) -> String {
    let first = results[0].seed
    var lines = [
      "seeds \(first) to \(first + UInt64(results.count) - 1)   "
        + "\(summary.finished) of \(summary.runs) finished", "",
      pad("", 18) + leading("median", 10) + leading("5 %", 10) + leading("95 %", 10),
    ]
    for row in ObservableRow.all {
      guard let band = summary.observables[row.key] else { continue }
      lines.append(
        pad(row.label, 18) + decimal(band.median) + decimal(band.low) + decimal(band.high) + "  "
          + row.unit)
    }
    return lines.joined(separator: "\n")
  }

  /// One letter a site, the sink on top; a dot for electrolyte.
  private static func draw(_ lattice: Lattice) -> String {
    let letters: [Character] = [".", "#", "~", "P", "F", "O", "D", "C"]
    return (0..<lattice.height).reversed().map { y in
      String((0..<lattice.width).map { letters[Int(lattice[$0, y].rawValue)] })
    }.joined(separator: "\n")
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func decimal(_ value: Double) -> String { String(format: "%10.4f", value) }

  private static func scientific(_ value: Double) -> String { String(format: "%.4g", value) }

  private static func grouped(_ count: Int) -> String {
    var digits = ""
    for (place, digit) in String(count).reversed().enumerated() {
      if place > 0, place % 3 == 0 { digits.append(",") }
      digits.append(digit)
    }
    return String(digits.reversed())
  }
}
