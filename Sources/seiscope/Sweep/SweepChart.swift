import Cells
import Charts
import Growth
import SampleStatistics
import ScreenFiles

/// A sweep as charts on a terminal, one a measure.
enum SweepChart {
  /// Columns that charts take at most: wider ones are harder to read.
  private static let greatestWidth = 110

  /// The charts below each other.
  static func text(
    of result: SweepResult, _ measures: [RunMeasure], capabilities: Capabilities, width: Int
  ) -> String {
    let look = ChartLook(capabilities)
    let columns = min(width, greatestWidth) - 1
    let isCurve = result.plan.barriers.count == 1
    let rows = isCurve ? 15 : mapHeight(of: result.plan)
    return measures.map { measure in
      var canvas = Canvas(size: Size(width: columns, height: rows))
      if isCurve {
        curve(measure, result, look).draw(in: canvas.bounds, look: look, on: &canvas)
      } else {
        map(measure, result).draw(in: canvas.bounds, look: look, on: &canvas)
      }
      return canvas.printedText(colors: capabilities.colors)
    }.joined(separator: "\n\n")
  }

  /// Rows for a map: whole ones for its places where these are few, four around it.
  private static func mapHeight(of plan: SweepPlan) -> Int {
    let count = plan.barriers[1].values.count
    return 4 + (count <= 8 ? 2 * count : min(count, 24))
  }

  private static func curve(
    _ measure: RunMeasure, _ result: SweepResult, _ look: ChartLook
  ) -> LineChart {
    let x = result.plan.barriers[0].values.map { SweepTable.shortest($0) }
    let bands = result.points.map { $0.spreads[measure]?.band }
    let (low, high) = (bands.map { $0?.low ?? .nan }, bands.map { $0?.high ?? .nan })
    let series = LineChart.Series(
      "median", x: x, y: bands.map { $0?.median ?? .nan },
      band: LineChart.Band(look.capabilities.unicode ? "5–95 %" : "5-95 %", low: low, high: high))
    return LineChart(
      title: measure.heading,
      x: Axis(SweepTable.column(result.plan.barriers[0]), from: x[0], to: x[x.count - 1]),
      y: Axis(measure.heading, covering: low + high, scale: scale(of: measure)), series: [series])
  }

  private static func map(_ measure: RunMeasure, _ result: SweepResult) -> HeatMap {
    let barriers = result.plan.barriers
    let rows = barriers[1].values.count
    return HeatMap(
      title: "\(measure.heading), median", xLabel: SweepTable.column(barriers[0]),
      yLabel: SweepTable.column(barriers[1]),
      x: barriers[0].values.map { SweepTable.shortest($0) },
      y: barriers[1].values.map { SweepTable.shortest($0) },
      values: (0..<rows).map { row in
        barriers[0].values.indices.map { column in
          result.points[column * rows + row].spreads[measure]?.band.median ?? .nan
        }
      },
      scale: scale(of: measure))
  }

  private static func scale(of measure: RunMeasure) -> Axis.Scale {
    measure.isLogarithmic ? .logarithmic : .linear
  }
}
