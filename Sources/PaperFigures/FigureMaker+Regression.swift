import Cells
import Exporting
import Interphase
import Networks
import Plotting
import SampleStatistics
import Surrogate
import Tensors

extension FigureMaker {
  /// Fig. 3: properties regressed from the latent mean against measured on the simulated film.
  var regressionFigure: FigureOutcome {
    guard model.description.architecture.variant.hasRegressor else {
      return .skipped(.regression, reason: "the model has no property regressor")
    }
    let predicted = predictor.regress(model.split.films.means.values)
    let scores = Property.allCases.map { property in
      PropertyScore(
        property, actual: model.split.values(of: property),
        predicted: (0..<model.split.count).map {
          Double(predicted[$0 * Property.allCases.count + property.rawValue])
        })
    }
    return .made(
      PaperFigure(
        number: .regression, title: "Properties predicted against actual",
        caption: "The four properties of \(model.split.countedName), regressed "
          + "from the latent mean, against those of the simulated films.",
        figure: Figure(
          table: Self.table(scores, indices: model.split.films.indices), provenance: provenance(),
          panels: scores.map(\.panel),
          grid: PanelGrid(
            columns: 2, width: 250, height: 250, left: 66, columnGap: 84, rowGap: 80)),
        summary: Self.summary(scores), findings: Self.findings(scores)))
  }

  private static func table(_ scores: [PropertyScore], indices: [Int]) -> CSVTable {
    var table = CSVTable(
      columns: ["index"] + scores.flatMap { [$0.actualColumn, $0.predictedColumn] })
    for (row, index) in indices.enumerated() {
      table.append(
        [.integer(index)]
          + scores.flatMap { [.number($0.actual[row]), .number($0.predicted[row])] })
    }
    return table
  }

  private static func summary(_ scores: [PropertyScore]) -> CSVTable {
    var table = CSVTable(
      columns: ["property", "R²", "mean absolute error", "standard deviation"])
    for score in scores {
      var moments = CoMoments(quantities: 1)
      for value in score.actual { moments.add([value]) }
      table.append([
        .text(score.property.heading), .number(score.determination), .number(score.error),
        .number(moments.deviation(0)),
      ])
    }
    return table
  }

  static func findings(_ scores: [PropertyScore]) -> [Finding] {
    // Justified by the fact that there are four.
    let lowest = scores.min { $0.determination < $1.determination }!
    return [
      Finding(
        "\(lowest.property.name) has the lowest R², \(NumberText.fixed(lowest.determination, 3))",
        paper: "porosity has the lowest", agrees: lowest.property == .porosity),
      Finding(
        "R² is \(scores.map { NumberText.fixed($0.determination, 3) }.joined(separator: " / ")) "
          + "for \(scores.map(\.property.name).joined(separator: " / "))",
        paper: "good for each property; held to mean at least 0.9",
        agrees: lowest.determination >= 0.9),
    ]
  }
}

/// A property of many films, predicted and actual.
struct PropertyScore {
  let property: Property
  /// Of the simulated films, in the property's unit.
  let actual: [Double]
  /// Regressed, in the property's unit.
  let predicted: [Double]
  /// R².
  let determination: Double
  /// The mean of |predicted − actual|.
  let error: Double

  init(_ property: Property, actual: [Double], predicted: [Double]) {
    self.property = property
    self.actual = actual
    self.predicted = predicted
    determination = Statistics.determination(truth: actual, prediction: predicted)
    error = Statistics.meanAbsoluteError(actual, predicted)
  }

  var actualColumn: String { "actual \(property.heading)" }
  var predictedColumn: String { "predicted \(property.heading)" }

  /// Equal axes with the diagonal, on which a perfect prediction lies.
  var panel: Panel {
    let unit = property.unit.isEmpty ? "" : " [\(property.unit)]"
    var panel = Panel(
      title: "\(property.name), R² = \(NumberText.fixed(determination, 3))",
      xLabel: "actual" + unit, yLabel: "predicted" + unit,
      layers: [.diagonal, .points(x: actualColumn, y: predictedColumn, value: nil)])
    let values = actual + predicted
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    let room = least < most ? 0.03 * (most - least) : 0.5
    panel.x = .range((least - room)...(most + room))
    panel.y = panel.x
    return panel
  }
}
