import Cells
import Exporting
import Growth
import Interphase

/// A history as rows, one for each snapshot.
enum HistoryTable {
  /// Everything that a snapshot knows but its film.
  static func csv(of history: GrowthHistory) -> CSVTable {
    var table = CSVTable(
      columns: ["time [s]", "events"] + RunMeasure.observables.map(\.heading)
        + [RunMeasure.charge.heading, RunMeasure.ethylene.heading]
        + Species.allCases.map { "\($0.name) [sites]" } + Reaction.allCases.map(\.id))
    for snapshot in history.snapshots {
      let balance = snapshot.chargeBalance
      table.append(
        [.number(snapshot.time), .integer(snapshot.events)]
          + RunMeasure.observables.map { .number($0.value(in: snapshot.observables) ?? .nan) }
          + [.number(balance.charge), .number(balance.ethyleneAmount)]
          + snapshot.counts.map { .integer($0) } + snapshot.reactionCounts.map { .integer($0) })
    }
    return table
  }

  /// What a person follows.
  static func lines(of history: GrowthHistory) -> [String] {
    var table = TextTable([TextTable.Alignment](repeating: .right, count: 8))
    table.indent = 2
    table.add(
      "time", "events", "thickness", "porosity", "inorganic", "organic", "charge", "C₂H₄")
    table.add("", "", "[nm]", "", "[nm]", "[nm]", "[µC/cm²]", "[nmol/cm²]")
    for snapshot in history.snapshots {
      let film = snapshot.observables
      table.add(
        NumberText.duration(snapshot.time), NumberText.grouped(snapshot.events),
        NumberText.fixed(film.thickness, 2), NumberText.fixed(film.porosity, 3),
        NumberText.fixed(film.inorganic, 2), NumberText.fixed(film.organic, 2),
        NumberText.fixed(snapshot.chargeBalance.charge, 1),
        NumberText.fixed(snapshot.chargeBalance.ethyleneAmount, 3))
    }
    return table.lines
  }
}
