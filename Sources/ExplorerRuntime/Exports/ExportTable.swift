import Explorer
import Exporting
import Interphase

/// An export as one table: a row a figure, then the films, a row a row of sites.
struct ExportTable {
  private let file: ExportFile
  private var order: ExportOrder { file.order }

  init(_ file: ExportFile) { self.file = file }

  func table() throws -> CSVTable {
    _ = try file.films
    var table = CSVTable(columns: ["of", "what", "unit", "value"])
    func add(_ of: String, _ what: String, _ unit: String, _ value: CSVTable.Field) {
      table.append([.text(of), .text(what), .text(unit), value])
    }
    for (index, value) in (order.coordinates ?? []).enumerated() {
      add("latent point", "PC\(index + 1)", "", .number(value))
    }
    if let snapshot = order.run.snapshot {
      add("simulated", "events", "", .integer(snapshot.events))
      add("simulated", "time", "s", .number(snapshot.time))
      add("simulated", "stage", "", .text("\(snapshot.stage)"))
      for (property, value) in Self.measured(snapshot.lattice) {
        add("simulated", property.name, property.unit, .number(value))
      }
    }
    if let decoded = order.decoded {
      for (property, value) in Self.measured(decoded.result.lattice) {
        add("decoded", property.name, property.unit, .number(value))
      }
      for (property, value) in zip(Property.allCases, decoded.result.regressed) {
        add("regressed", property.name, property.unit, .number(value))
      }
      for (property, value) in zip(Property.allCases, decoded.result.spread ?? []) {
        add("spread of regressed", property.name, property.unit, .number(value))
      }
    }
    for (name, film) in [
      ("simulated", order.run.snapshot?.lattice), ("decoded", order.decoded?.result.lattice),
    ] {
      for (y, row) in (film?.rows ?? []).enumerated() {
        add(name, "row \(y)", "species codes", .text(row.map { "\($0)" }.joined(separator: " ")))
      }
    }
    return table
  }

  private static func measured(_ film: Lattice) -> [(Property, Double)] {
    let observables = Observables(of: film)
    return Property.allCases.map { ($0, $0.value(in: observables)) }
  }
}
