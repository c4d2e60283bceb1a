import Cells
import CursesTerminal
import Growth
import Interphase
import SampleStatistics

/// A sweep for a person: a table and, on a terminal, charts.
struct SweepReport {
  private let result: SweepResult
  private let measures: [RunMeasure]

  init(_ result: SweepResult, measures: [RunMeasure]) {
    self.result = result
    self.measures = measures
  }

  /// What is printed to standard output.
  var text: String {
    var parts = [heading, table]
    if hasHeaps {
      parts.append("* two heaps of values or more (dip test, p < \(DipTest.significance))")
    }
    if PrintedOutput.isTerminal {
      parts.append(
        SweepChart.text(
          of: result, measures, capabilities: PrintedOutput.capabilities,
          width: PrintedOutput.size?.width ?? 80))
    }
    return parts.joined(separator: "\n\n")
  }

  private var heading: String {
    let plan = result.plan
    let last = plan.firstSeed + UInt64(plan.replicas) - 1
    let runs = plan.replicas == 1 ? "1 run" : "\(plan.replicas) runs"
    let seeds = plan.replicas == 1 ? "seed \(last)" : "seeds \(plan.firstSeed) to \(last)"
    return "\(runs) at each of \(result.points.count) points, \(seeds): medians and 5–95 %"
  }

  /// A row a point; where two barriers vary, the first one's values head groups of rows.
  private var table: String {
    let barriers = result.plan.barriers
    var table = TextTable([.left, .right] + measures.flatMap { _ in [.right, .left] })
    table.indent = barriers.count == 1 ? 0 : 2
    table.add(
      [SweepTable.column(barriers[barriers.count - 1]), "finished"]
        + measures.flatMap { [$0.shownUnit.isEmpty ? $0.plainName : $0.heading, "5–95 %"] })
    for point in result.points { table.add(row(point)) }
    return barriers.count == 1 ? table.text : grouped(table.lines)
  }

  private func row(_ point: SweepPoint) -> [String] {
    let share = Double(point.finished) / Double(point.runs.count)
    return ["\(point.barriers[point.barriers.count - 1])", "\(NumberText.fixed(100 * share, 0)) %"]
      + measures.flatMap { cells(of: $0, at: point) }
  }

  /// Lines of points below the value of the first barrier that they share.
  private func grouped(_ lines: [String]) -> String {
    let barriers = result.plan.barriers
    let size = barriers[1].values.count
    let groups = barriers[0].values.enumerated().flatMap { index, value in
      ["\(barriers[0].reaction.id) \(value) eV"] + lines.dropFirst(1 + index * size).prefix(size)
    }
    return ([lines[0]] + groups).joined(separator: "\n")
  }

  private func cells(of measure: RunMeasure, at point: SweepPoint) -> [String] {
    guard let spread = point.spreads[measure] else { return ["-", ""] }
    let band = spread.band
    let range = "\(measure.text(band.low))–\(measure.text(band.high))"
    return [measure.text(band.median), range + (spread.isBimodal == true ? " *" : "")]
  }

  private var hasHeaps: Bool {
    measures.contains { measure in
      result.points.contains { $0.spreads[measure]?.isBimodal == true }
    }
  }
}
