import Explorer
import Exporting
import Interphase
import NumpyArchives

/// An export as arrays for NumPy.
struct ExportArrays {
  private typealias Column = (name: String, header: ArrayHeader, bytes: [UInt8])
  private let file: ExportFile

  init(_ file: ExportFile) { self.file = file }

  /// Writes the file, whole or not at all.
  func write(to path: String) throws {
    _ = try file.films
    let columns = columns()
    var writer = try ArchiveWriter(path, arrays: columns.map { ($0.name, $0.header) })
    for (index, column) in columns.enumerated() { try writer.append(column.bytes, to: index) }
    try writer.finish()
  }

  private func columns() -> [Column] {
    let (order, knobs) = (file.order, file.order.saved.session.knobs)
    let notes = file.provenance.entries.map { "\($0.key): \($0.value)\n" }.joined()
    var columns: [Column] = [
      ("barriers", ArrayHeader(.float32, [Barriers.count]), Self.bytes(knobs.barriers.values)),
      ("seed", ArrayHeader(.uint64, []), Self.bytes([knobs.seed])),
      ("offsets", ArrayHeader(.float64, [knobs.offsets.count]), Self.bytes(knobs.offsets)),
      ("provenance", ArrayHeader(.uint8, [notes.utf8.count]), Array(notes.utf8)),
    ]
    if let coordinates = order.coordinates {
      columns.append(Self.numbers("coordinates", coordinates))
    }
    if let snapshot = order.run.snapshot {
      columns += Self.film("simulated", snapshot.lattice)
      columns.append(("time", ArrayHeader(.float64, []), Self.bytes([snapshot.time])))
      columns.append(("events", ArrayHeader(.int64, []), Self.bytes([UInt64(snapshot.events)])))
    }
    if let decoded = order.decoded {
      columns += Self.film("decoded", decoded.result.lattice)
      columns.append(Self.numbers("regressed", decoded.result.regressed))
      if let spread = decoded.result.spread { columns.append(Self.numbers("spread", spread)) }
    }
    return columns
  }

  /// Species codes [rows, columns] and the four properties.
  private static func film(_ name: String, _ film: Lattice) -> [Column] {
    let observables = Observables(of: film)
    return [
      (name, ArrayHeader(.uint8, [film.height, film.width]), film.codes),
      numbers("\(name)_properties", Property.allCases.map { $0.value(in: observables) }),
    ]
  }

  private static func numbers(_ name: String, _ values: [Double]) -> Column {
    (name, ArrayHeader(.float64, [values.count]), bytes(values))
  }

  private static func bytes(_ values: [Float]) -> [UInt8] { bytes(values.map(\.bitPattern)) }
  private static func bytes(_ values: [Double]) -> [UInt8] { bytes(values.map(\.bitPattern)) }

  private static func bytes(_ values: [some FixedWidthInteger]) -> [UInt8] {
    values.flatMap { value in withUnsafeBytes(of: value.littleEndian) { Array($0) } }
  }
}
