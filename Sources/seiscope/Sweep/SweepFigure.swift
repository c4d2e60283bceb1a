import Growth
import Plotting

/// A sweep as panels for gnuplot, one a measure.
enum SweepFigure {
  /// Curves with bands over one barrier, or maps of the medians over two.
  static func panels(of plan: SweepPlan, _ measures: [RunMeasure]) -> [Panel] {
    measures.map { plan.barriers.count == 1 ? curve($0, plan) : map($0, plan) }
  }

  private static func curve(_ measure: RunMeasure, _ plan: SweepPlan) -> Panel {
    let x = SweepTable.column(plan.barriers[0])
    return Panel(
      title: measure.heading, xLabel: x, isLogarithmic: measure.isLogarithmic,
      layers: [
        .band(
          x: x, low: SweepTable.column(measure, .low), high: SweepTable.column(measure, .high),
          name: "5–95 %"),
        .line(x: x, y: SweepTable.column(measure, .median), name: "median"),
      ])
  }

  private static func map(_ measure: RunMeasure, _ plan: SweepPlan) -> Panel {
    let (x, y) = (SweepTable.column(plan.barriers[0]), SweepTable.column(plan.barriers[1]))
    return Panel(
      title: "\(measure.heading), median of \(plan.replicas) runs", xLabel: x, yLabel: y,
      isLogarithmic: measure.isLogarithmic,
      layers: [.map(x: x, y: y, value: SweepTable.column(measure, .median))])
  }
}

extension RunMeasure {
  /// Whether values spread over tenfolds.
  var isLogarithmic: Bool { self == .passivationTime }
}
