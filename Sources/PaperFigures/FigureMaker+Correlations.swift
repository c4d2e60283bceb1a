import Cells
import Exporting
import Interphase
import Plotting
import SampleStatistics

extension FigureMaker {
  /// Fig. 4: correlations of the four properties with each other.
  var correlationFigure: PaperFigure {
    let spread = PropertySpread(of: model.split)
    return PaperFigure(
      number: .correlations, title: "Correlations of the properties",
      caption: "Pearson's correlations of the four properties over "
        + "\(model.split.countedName).",
      figure: Figure(
        correlationsOf: Property.allCases.map {
          $0 == .volumeFraction ? "volume\nfraction" : $0.name
        },
        title: "correlation", provenance: provenance(), spread.moments.correlation),
      summary: spread.table, findings: spread.findings)
  }
}

/// How the four properties vary, and vary together.
struct PropertySpread {
  let moments: CoMoments
  /// The standard deviation of each property over its range: its variance as a network sees it that
  /// reads properties scaled to 0 … 1; `nil` for one that never varies.
  let scaledDeviations: [Double?]

  init(of split: EncodedSplit) {
    let columns = Property.allCases.map(split.values(of:))
    var moments = CoMoments(quantities: columns.count)
    for row in 0..<split.count { moments.add(columns.map { $0[row] }) }
    self.moments = moments
    scaledDeviations = columns.enumerated().map { index, column in
      let range = (column.max() ?? 0) - (column.min() ?? 0)
      return range > 0 ? moments.deviation(index) / range : nil
    }
  }

  var table: CSVTable {
    var table = CSVTable(
      columns: ["property", "mean", "standard deviation", "over its range"]
        + Property.allCases.map(\.name))
    for property in Property.allCases {
      let row = property.rawValue
      table.append(
        [
          .text(property.heading), .number(moments.means[row]),
          .number(moments.deviation(row)), Self.field(scaledDeviations[row]),
        ] + Property.allCases.map { Self.field(moments.correlation(row, $0.rawValue)) })
    }
    return table
  }

  private static func field(_ value: Double?) -> CSVTable.Field {
    value.map { .number($0) } ?? .missing
  }

  /// The mean of a property's |r| with the others that vary; `nil` where it does not, or none does.
  func meanCorrelation(of property: Property) -> Double? {
    let sizes = Property.allCases.filter { $0 != property }.compactMap {
      moments.correlation(property.rawValue, $0.rawValue).map(abs)
    }
    return sizes.isEmpty ? nil : sizes.reduce(0, +) / Double(sizes.count)
  }

  var findings: [Finding] {
    let sizes = Property.allCases.map(meanCorrelation(of:))
    func list(_ values: [Double?]) -> String {
      zip(Property.allCases, values).map { property, value in
        "\(property.name) \(value.map { NumberText.fixed($0, 2) } ?? "–")"
      }.joined(separator: ", ")
    }
    /// Of a porosity that never varies nothing can be said.
    func isLeast(_ values: [Double?]) -> Bool? {
      values[Property.porosity.rawValue].map { $0 == values.compactMap { $0 }.min() }
    }
    return [
      Finding(
        "mean |r| with the other properties: \(list(sizes))",
        paper: "porosity correlates weakly with the others; held to mean the least",
        agrees: isLeast(sizes)),
      Finding(
        "standard deviation over range: \(list(scaledDeviations))",
        paper: "porosity has a low variance; held to mean the lowest",
        agrees: isLeast(scaledDeviations)),
    ]
  }
}
