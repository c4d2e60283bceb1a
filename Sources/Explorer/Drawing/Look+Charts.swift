import Charts

extension Look {
  /// Styles for charts.
  var charts: ChartLook { ChartLook(capabilities, text: text, dim: dim) }
}
