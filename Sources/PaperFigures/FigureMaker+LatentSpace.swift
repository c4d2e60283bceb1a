import Cells
import Exporting
import Interphase
import Networks
import Plotting
import SampleStatistics
import Surrogate

extension FigureMaker {
  /// Fig. 2: latent means in the plane of the first two axes, coloured by each property.
  var latentSpaceFigure: PaperFigure {
    let models = comparedModels
    let merits = (models.shown + models.more).map { ($0, LatentMerit(of: $0.split)) }
    let panels = Property.allCases.flatMap { property in
      models.shown.indices.map { panel(property, $0, models.shown, merits[$0].1) }
    }
    let columns = models.shown.count
    return PaperFigure(
      number: .latentSpace, title: "Latent space by its principal axes",
      caption: "Latent means (\(Self.sentence(models.shown))) on the first two "
        + "principal axes, coloured by the properties; the ends of a scale are the 1 and 99 % "
        + "quantiles. R² is that of a linear fit of the property on the two axes.",
      figure: Figure(
        table: Self.table(models.shown), provenance: comparisonProvenance(models.shown),
        panels: panels,
        grid: PanelGrid(
          columns: columns, width: columns > 1 ? 250 : 420, height: 170, right: 70,
          columnGap: 56, rowGap: 56)),
      summary: Self.summary(merits), findings: orderFindings(merits))
  }

  /// Vanilla at the left and property-regressor at the right, as the paper has them, where there are
  /// such; else the model itself in the place of what is missing.
  private var comparedModels: (shown: [FigureModel], more: [FigureModel]) {
    let all = others + [model]
    func first(_ isRight: (Variant) -> Bool) -> FigureModel? {
      all.first { isRight($0.description.architecture.variant) }
    }
    let shown = [first { $0 == .vae }, first { $0 == .prvae } ?? first { $0.hasRegressor }]
      .compactMap { $0 }
    let isShown = shown.contains {
      $0.description.weightsHash == model.description.weightsHash
    }
    return (shown, isShown ? [] : [model])
  }

  private static func sentence(_ models: [FigureModel]) -> String {
    models.map { "\($0.name): \($0.split.countedName)" }.joined(separator: ", ")
  }

  private func comparisonProvenance(_ models: [FigureModel]) -> Provenance {
    var result = provenance()
    for shown in models { result.add("model-\(shown.name)", shown.description.weightsHash) }
    return result
  }

  private static func column(_ name: String, _ model: FigureModel) -> String {
    "\(model.name) \(name)"
  }

  /// One row a film; films of two models stand side by side, the same film where both have the
  /// same test split.
  private static func table(_ models: [FigureModel]) -> CSVTable {
    var columns: [(name: String, values: [CSVTable.Field])] = []
    for model in models {
      let coordinates = model.split.coordinates()
      columns.append(
        (column("index", model), model.split.films.indices.map { .integer($0) }))
      for axis in 0..<min(2, coordinates.count) {
        columns.append(
          (column("PC\(axis + 1)", model), coordinates[axis].map { .number($0) }))
      }
      for property in Property.allCases {
        columns.append(
          (
            column(property.heading, model),
            model.split.values(of: property).map { .number($0) }
          ))
      }
    }
    var table = CSVTable(columns: columns.map(\.name))
    for row in 0..<(models.map(\.split.count).max() ?? 0) {
      table.append(columns.map { row < $0.values.count ? $0.values[row] : .missing })
    }
    return table
  }

  private func panel(
    _ property: Property, _ place: Int, _ models: [FigureModel], _ merit: LatentMerit
  ) -> Panel {
    let model = models[place]
    let score = NumberText.fixed(merit.onPlane[property.rawValue], 2)
    var panel = Panel(
      title: "\(model.name): \(property.heading), R² \(score)",
      xLabel: property == .volumeFraction ? "PC1" : "", yLabel: place == 0 ? "PC2" : "",
      layers: [
        .points(
          x: Self.column("PC1", model), y: Self.column("PC2", model),
          value: Self.column(property.heading, model))
      ])
    let values = models.flatMap { $0.split.values(of: property) }.sorted()
    let (low, high) = (
      Statistics.quantile(0.01, of: values), Statistics.quantile(0.99, of: values)
    )
    panel.colors = low < high ? .sequential(low...high) : .following
    panel.showsColorBar = place == models.count - 1
    return panel
  }

  /// The variant, and where several models are of one the folder.
  static func fullName(of model: FigureModel, among models: [FigureModel]) -> String {
    let isAlone = models.count { $0.name == model.name } == 1
    return isAlone || model.folder.isEmpty ? model.name : "\(model.name) (\(model.folder))"
  }

  private static func summary(_ merits: [(FigureModel, LatentMerit)]) -> CSVTable {
    var table = CSVTable(
      columns: [
        "model", "variance on PC1–2", "property", "R² on PC1–2", "R² on all axes",
      ])
    for (model, merit) in merits {
      let name = fullName(of: model, among: merits.map(\.0))
      for property in Property.allCases {
        table.append([
          .text(name), .number(merit.explained), .text(property.name),
          .number(merit.onPlane[property.rawValue]), .number(merit.onAll[property.rawValue]),
        ])
      }
    }
    return table
  }

  private func orderFindings(_ merits: [(FigureModel, LatentMerit)]) -> [Finding] {
    let paper = "the property regressor orders the latent space by each property"
    guard let vanilla = merits.first(where: { $0.0.name == "VAE" })?.1,
      let ordered = merits.first(where: { $0.0.description.architecture.variant.hasRegressor })
    else {
      return [
        Finding(
          "there is nothing to compare: give --vae and --prvae", paper: paper, agrees: nil)
      ]
    }
    let worse = Property.allCases.filter {
      ordered.1.onPlane[$0.rawValue] <= vanilla.onPlane[$0.rawValue]
    }
    let sameFilms =
      merits[0].0.split.films.codes == ordered.0.split.films.codes
      ? "" : " (of different test films)"
    return [
      Finding(
        "R² on PC1–2, mean of the four: \(ordered.0.name) "
          + "\(NumberText.fixed(ordered.1.meanOnPlane, 2)), VAE "
          + "\(NumberText.fixed(vanilla.meanOnPlane, 2))\(sameFilms); higher with the regressor for "
          + (worse.isEmpty ? "each" : "all but \(worse.map(\.name).joined(separator: ", "))"),
        paper: paper, agrees: worse.isEmpty)
    ]
  }
}
