import Interphase

/// What a person looks at in the view Report: neither undone nor saved.
struct ReportState: Equatable, Sendable {
  /// The first page on screen, where it need not be another for the chosen one to be seen.
  var firstPage = 0
  /// The term of the loss on the curves' page, by its place in the report.
  var term = 0
  /// The epoch whose losses are told, by its place on the curve.
  var epoch: Int?
  /// The property on the parity page.
  var property = Property.thickness
  /// The film whose properties are told, by its place in the report.
  var film: Int?
  /// Whether correlations are those with the axes, where both tables do not fit.
  var showsAxes = false
  /// The first figure of the models' table, where it is longer than its room.
  var firstFigure = 0
}
