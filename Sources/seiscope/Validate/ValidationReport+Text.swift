import Foundation
import Interphase
import Validation

extension ValidationReport {
  /// A table with a line for each number compared, and a summary.
  var text: String {
    var table = TextTable([TextTable.Alignment](repeating: .left, count: 5))
    table.add("", "expected", "measured", "deviation")
    for finding in findings { table.add(row(finding)) }
    var rows = table.lines[...]
    var lines = [rows.removeFirst()]
    for result in results {
      lines += ["", result.name] + rows.prefix(result.findings.count)
      lines.append("  saw \(Self.list(result.seen))")
      rows = rows.dropFirst(result.findings.count)
    }
    return lines.joined(separator: "\n") + "\n\n" + summary
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

  /// Five digits, whatever the size.
  private static func number(_ value: Double) -> String { String(format: "%.5g", value) }
}
