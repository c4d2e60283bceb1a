import Cells
import Charts

/// Share of the latent variance along each principal axis, and of the first ones together.
enum VariancePage: ReportPage {
  static let hint = ""

  static func caption(_ data: ReportData, _ state: ExplorerState, _ look: Look) -> [Segment] {
    guard let model = data.models.first, !model.explainedVariance.isEmpty else { return [] }
    return [Segment("share of the latent variance along each principal axis", look.dim)]
  }

  static func status(_ data: ReportData, _ state: ExplorerState) -> String {
    guard let shares = data.models.first?.explainedVariance, !shares.isEmpty else {
      return missing
    }
    let enough = count(for: most, shares)
    return enough == 1
      ? "one of \(shares.count) axes explains \(ReportText.percent(shares[0], 0))"
      : "\(enough) of \(shares.count) axes explain \(ReportText.percent(most, 0)) of the latent "
        + "variance, the first one \(ReportText.percent(shares[0], 0))"
  }

  static func draw(
    _ data: ReportData, _ state: ExplorerState, in frame: Rect, on canvas: inout Canvas
  ) {
    let look = Look(state)
    guard let model = data.models.first, !model.explainedVariance.isEmpty else {
      canvas.write(wrapped: missing, in: frame, style: look.dim)
      return
    }
    let count = min(Session.sliderCount, model.explainedVariance.count)
    let pitch = frame.height >= 2 * count + 14 ? 2 : 1
    canvas.write("share  ● together", endingAt: frame.maxX, y: frame.y, style: look.dim)
    let bars = Rect(
      x: frame.x, y: frame.y + 1, width: frame.width, height: min(frame.height - 1, count * pitch))
    BarChart(Self.bars(of: model, count: count, look), end: 1, pitch: pitch).draw(
      in: bars, look: look.charts, on: &canvas)
    let rest = Rect(
      x: frame.x, y: bars.maxY + 1, width: frame.width, height: frame.maxY - bars.maxY - 1)
    if rest.height >= 9 {
      chart(model.explainedVariance, look)?.draw(in: rest, look: look.charts, on: &canvas)
    }
  }

  private static let missing = "the model's bundle says nothing of its principal axes"

  /// What counts as most of the variance.
  private static let most = 0.9

  private static func bars(
    of model: ReportData.Model, count: Int, _ look: Look
  ) -> [BarChart.Bar] {
    let sums = sums(model.explainedVariance)
    return (0..<count).map { axis in
      let label = model.axisLabels.indices.contains(axis) ? "  " + model.axisLabels[axis] : ""
      let together = ReportText.percent(sums[axis])
      let gap = String(repeating: " ", count: max(1, 12 - together.count))
      return BarChart.Bar(
        "PC\(axis + 1)\(label)", model.explainedVariance[axis],
        text: ReportText.percent(model.explainedVariance[axis]) + gap + together,
        mark: sums[axis], color: look.data)
    }
  }

  /// The share of the first axes together, over their number.
  private static func chart(_ shares: [Double], _ look: Look) -> LineChart? {
    guard shares.count >= 2 else { return nil }
    let numbers = shares.indices.map { Double($0 + 1) }
    let enough = Double(count(for: most, shares))
    return LineChart(
      title: "first axes together [%]",
      x: Axis("number of axes", from: 1, to: Double(shares.count)),
      y: Axis("", from: 0, to: 100),
      series: [
        LineChart.Series(
          "together", x: numbers, y: sums(shares).map { min(100, 100 * $0) }, color: look.data)
      ],
      marks: [
        ChartMark(x: enough, style: look.focus),
        ChartMark(
          x: enough, y: min(100, 100 * sums(shares)[Int(enough) - 1]), glyph: "●",
          style: look.focusTitle),
      ])
  }

  private static func sums(_ shares: [Double]) -> [Double] {
    var sum = 0.0
    return shares.map { share in
      sum += share
      return sum
    }
  }

  /// How many of the first axes explain a share; all where they do not.
  private static func count(for share: Double, _ shares: [Double]) -> Int {
    (sums(shares).firstIndex { $0 >= share } ?? shares.count - 1) + 1
  }
}
