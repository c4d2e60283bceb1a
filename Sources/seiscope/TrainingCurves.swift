import Console
import Exporting
import Files
import Networks
import Surrogate
import Training

/// The losses of a training, epoch by epoch, as a table for other programs.
enum TrainingCurves {
  /// Writes the curves of a training so far.
  ///
  /// - Throws: ``FileError``.
  static func write(_ session: TrainingSession, _ record: DataRecord, to path: String) throws {
    let text = table(session.progress.curves).text(provenance: provenance(session, record))
    try WholeFile.write(Array(text.utf8), to: path)
  }

  private static func table(_ curves: [EpochLosses]) -> CSVTable {
    let names = ["training", "validation"].flatMap { split in
      LossTerm.all.map { "\(split) \($0.heading)" }
    }
    var table = CSVTable(columns: ["epoch"] + names)
    for epoch in curves {
      let values = [epoch.training, epoch.validation].flatMap { losses in
        LossTerm.all.map { CSVTable.Field.number($0.value(losses)) }
      }
      table.append([.integer(epoch.epoch)] + values)
    }
    return table
  }

  private static func provenance(_ session: TrainingSession, _ record: DataRecord) -> Provenance {
    let asked = session.hyperparameters
    var result = Provenance(
      program: Version.program, rulesVersion: record.rulesVersion, seed: asked.seed)
    result.add("data", record.hash)
    for (name, value) in asked.rows {
      let key = String(name.drop { $0 == "-" })
      if key != "seed" { result.add(key, value) }
    }
    result.add("bestEpoch", "\(session.progress.bestEpoch)")
    return result
  }
}
