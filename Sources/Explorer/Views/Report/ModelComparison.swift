import Cells
import Interphase

/// What the figures of several models say beside each other, derived from the numbers alone.
struct ModelComparison {
  let models: [ReportData.Model]

  /// The figures' names, as the first model has them.
  var names: [String] { models.first?.figures.map(\.name) ?? [] }

  /// A model's value of a figure; `nil` where it has none.
  func value(_ figure: Int, of model: Int) -> Double? {
    let figures = models[model].figures
    guard figures.indices.contains(figure) else { return nil }
    return figures[figure].value.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The models with the best value of a figure as it is printed; none where nothing is better or
  /// fewer than two have one.
  func best(_ figure: Int) -> [Int] {
    let values = models.indices.compactMap { model in
      value(figure, of: model).map { (model: model, value: $0) }
    }
    guard values.count >= 2, let rises = models[0].figures[figure].risesWithMerit,
      let best = values.map(\.value).max(by: { rises ? $0 < $1 : $0 > $1 })
    else { return [] }
    let text = ReportText.number(best)
    return values.filter { ReportText.number($0.value) == text }.map(\.model)
  }

  /// What the comparison shows, in one sentence; `nil` where there is nothing to compare.
  var sentence: String? {
    guard models.count >= 2 else { return nil }
    let parts = [order, merits].compactMap { $0 }
    guard let first = parts.first else { return nil }
    let text = ([first] + parts.dropFirst()).joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// Which model's axes go best with a property: the first figure of that kind.
  private var order: String? {
    for (figure, name) in names.enumerated() where name.contains("ρ") {
      guard let property = Property.allCases.first(where: { name.contains($0.name) }) else {
        continue
      }
      let values = models.indices.compactMap { model in
        value(figure, of: model).map { (name: models[model].name, value: $0.magnitude) }
      }
      guard values.count >= 2, let most = values.max(by: { $0.value < $1.value }),
        let least = values.min(by: { $0.value < $1.value })
      else { continue }
      let (high, low) = (NumberText.fixed(most.value, 2), NumberText.fixed(least.value, 2))
      return high == low
        ? "an axis of each model follows \(property.name) equally closely (|ρ| \(high))"
        : "an axis of \(most.name) follows \(property.name) most closely (|ρ| \(high)), "
          + "\(least.name) comes last (\(low))"
    }
    return nil
  }

  /// In how many figures each model is best.
  private var merits: String? {
    let winners = names.indices.map(best).filter { !$0.isEmpty }
    guard !winners.isEmpty else { return nil }
    let counts = models.indices.map { model in winners.filter { $0.contains(model) }.count }
    let ranked = models.indices.sorted { counts[$0] > counts[$1] }.map { model in
      "\(models[model].name) in \(counts[model] == 0 ? "none" : String(counts[model]))"
    }
    return "of \(winners.count) figures that can be better or worse, the best are "
      + ReportText.list(ranked)
  }
}
