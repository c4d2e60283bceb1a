import Cells
import Exporting
import Networks
import Plotting
import Surrogate

extension FigureMaker {
  /// Fig. 1d: losses by epoch, as the training recorded them.
  var lossFigure: FigureOutcome {
    let record = model.description.training
    guard record.curves.count >= 2 else {
      return .skipped(.losses, reason: "the training recorded fewer than two epochs")
    }
    let columns = LossTerm.all.flatMap(Self.lossColumns)
    var table = CSVTable(columns: ["epoch"] + columns.map(\.name))
    for epoch in record.curves {
      table.append([.integer(epoch.epoch)] + columns.map { .number($0.value(epoch)) })
    }
    let hasRegressor = model.description.architecture.variant.hasRegressor
    let terms =
      [(LossTerm.total, "loss [nat]")]
      + (hasRegressor
        ? [(LossTerm.property, "squared error of the four properties, standardised")] : [])
    let panels = terms.indices.map { index in
      panel(terms[index].0, terms[index].1, record, isLast: index == terms.count - 1)
    }
    return .made(
      PaperFigure(
        number: .losses, title: "Losses during the training",
        caption: "Losses by epoch, means over films: over the training split while the weights "
          + "change, over the validation split after the epoch. The weights of epoch "
          + "\(record.bestEpoch) were kept.",
        figure: Figure(table: table, provenance: provenance(), panels: panels),
        summary: lossSummary, findings: keptEpoch.map { [Self.generalisation(at: $0)] } ?? []))
  }

  private struct LossColumn {
    var split: String
    var term: LossTerm
    var value: @Sendable (EpochLosses) -> Double

    var name: String { "\(split) \(term.heading)" }
  }

  private static func lossColumns(of term: LossTerm) -> [LossColumn] {
    [
      LossColumn(split: "training", term: term) { term.value($0.training) },
      LossColumn(split: "validation", term: term) { term.value($0.validation) },
    ]
  }

  private func panel(
    _ term: LossTerm, _ title: String, _ record: TrainingRecord, isLast: Bool
  ) -> Panel {
    let columns = Self.lossColumns(of: term)
    let values = record.curves.flatMap { epoch in columns.map { $0.value(epoch) } }
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    return Panel(
      title: title, xLabel: isLast ? "epoch" : "", isLogarithmic: least > 0 && most > 10 * least,
      layers: columns.map { column in
        .line(x: "epoch", y: column.name, name: column.split)
      })
  }

  /// The first epoch, the one that was kept, the last.
  private var lossSummary: CSVTable {
    let record = model.description.training
    let totals = Self.lossColumns(of: .total)
    var table = CSVTable(columns: ["epoch", "which"] + totals.map(\.name))
    for (name, epoch) in [
      ("first", record.curves.first), ("kept", keptEpoch), ("last", record.curves.last),
    ] {
      guard let epoch else { continue }
      table.append(
        [.integer(epoch.epoch), .text(name)] + totals.map { .number($0.value(epoch)) })
    }
    return table
  }

  private var keptEpoch: EpochLosses? {
    let record = model.description.training
    return record.curves.first { $0.epoch == record.bestEpoch }
  }

  private static func generalisation(at epoch: EpochLosses) -> Finding {
    let ratio = epoch.validation.total / epoch.training.total
    return Finding(
      "at the kept epoch the validation loss is \(NumberText.fixed(ratio, 2)) of the training loss",
      paper: "the curves show good generalisation; held to mean at most 1.1",
      agrees: ratio <= 1.1)
  }
}
