import Foundation
import Interphase
import Validation

extension ValidationReport {
  /// A table with a line for each number compared, and a summary.
  var text: String {
    let head = ["", "expected", "measured", "deviation", ""]
    let bodies = results.map { result in result.findings.map { row($0) } }
    let widths = head.indices.map { column in
      ([head] + bodies.flatMap { $0 }).map { $0[column].count }.max() ?? 0
    }
    let parts = zip(results, bodies).map { result, rows in
      ([result.name] + rows.map { Self.line($0, widths) } + ["  saw \(Self.list(result.seen))"])
        .joined(separator: "\n")
    }
    return ([Self.line(head, widths)] + parts + [summary]).joined(separator: "\n\n")
  }

  /// Name, expected, measured ± error, deviation, verdict.
  private func row(_ finding: Finding) -> [String] {
    let unit = finding.unit.isEmpty ? "" : " \(finding.unit)"
    let isMean = finding.kind == .mean
    let (expected, measured, error) = (finding.expected, finding.measured, finding.error)
    return [
      "  \(finding.name)",
      isMean ? Self.number(expected) : "\(Self.number(expected)) ± \(Self.number(error))",
      (isMean ? "\(Self.number(measured)) ± \(Self.number(error))" : Self.number(measured)) + unit,
      isMean
        ? String(format: "%+.2f σ", finding.deviation)
        : "p " + String(format: finding.probability < 1e-3 ? "%.1e" : "%.3f", finding.probability),
      holds(finding) ? "holds" : "FAILS",
    ]
  }

  /// The last lines: how many hold, what that is worth, what was seen.
  private var summary: String {
    let failed = findings.filter { !holds($0) }
    let verdict =
      failed.isEmpty
      ? "all \(findings.count) numbers hold"
      : "\(failed.count) of \(findings.count) numbers FAIL"
    let reactions =
      unseen.isEmpty
      ? "all nineteen reactions happened"
      : "no run met \(Self.list(unseen)): of those this table says nothing"
    return """
      \(verdict); \(reactions)
      a number fails below p = \(String(format: "%.1e", threshold)): a right simulator fails anything \
      in a table of \(findings.count) once in \(Int((1 / Self.falseAlarms).rounded()))
      deviation: σ is (measured - expected) / its standard error; p the chance of a larger χ², \
      distance or worst deviation
      """
  }

  private static func list(_ reactions: [Reaction]) -> String {
    reactions.map { "\($0.rawValue)" }.joined(separator: " ")
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (cell, width) in zip(cells, widths) {
      line += cell + String(repeating: " ", count: width - cell.count + 2)
    }
    return line.trimmingSpacesAtEnd
  }

  /// Five digits, whatever the size.
  private static func number(_ value: Double) -> String { String(format: "%.5g", value) }
}

extension String {
  fileprivate var trimmingSpacesAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
