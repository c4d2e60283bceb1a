import DataSets
import Interphase
import NumpyArchives

/// The arrays of a file that is imported, read beside each other, a sample at a time.
struct ImportColumns {
  private let lattices: ArrayReader
  private let barriers: ArrayReader
  private let optional: [Name: ArrayReader]

  /// Arrays that may be left out.
  private enum Name: String, CaseIterable {
    case properties, time, events, finished, seed

    /// Elements of one sample.
    var shape: [Int] { self == .properties ? [Property.allCases.count] : [] }
    var isInteger: Bool { self != .properties && self != .time }
  }

  /// Opens the arrays and holds their kinds and shapes against each other.
  init(_ archive: ArchiveReader) throws(NumpyError) {
    lattices = try Self.required("lattices", in: archive)
    barriers = try Self.required("barriers", in: archive)
    let count = lattices.header.shape.first ?? 0
    guard lattices.header.shape.count == 3, count > 0 else {
      throw lattices.error(
        "found shape \(Self.text(lattices.header.shape)), expected (samples, rows, columns)")
    }
    try Self.check(lattices, [count] + lattices.header.shape.dropFirst(), isInteger: true)
    try Self.check(barriers, [count, Barriers.count], isInteger: false)
    var optional: [Name: ArrayReader] = [:]
    for name in Name.allCases {
      guard let array = try archive.array(name.rawValue) else { continue }
      try Self.check(array, [count] + name.shape, isInteger: name.isInteger)
      optional[name] = array
    }
    self.optional = optional
  }

  private static func required(
    _ name: String, in archive: ArchiveReader
  ) throws(NumpyError) -> ArrayReader {
    if let array = try archive.array(name) { return array }
    let found = archive.names.prefix(12).joined(separator: ", ")
    throw .array(
      path: archive.path, name: name,
      reason: "is missing, found \(found.isEmpty ? "no arrays" : found): save it under this name")
  }

  private static func check(
    _ array: ArrayReader, _ shape: [Int], isInteger: Bool
  ) throws(NumpyError) {
    guard array.header.shape == shape else {
      throw array.error(
        "found shape \(text(array.header.shape)), expected \(text(shape)), one row a lattice")
    }
    guard array.header.kind.isInteger || !isInteger else {
      throw array.error(
        "found elements '\(array.header.kind.rawValue)', expected whole numbers: convert it with "
          + "astype")
    }
  }

  private static func text(_ shape: [Int]) -> String {
    "(\(shape.map(String.init).joined(separator: ", ")))"
  }

  /// The features that the file gives.
  var given: [String] { ["lattice", "barriers"] + names { optional[$0] != nil } }

  /// The features that are measured.
  var measured: [String] { (optional[.properties] == nil ? ["properties"] : []) + ["outcome"] }

  /// The features that nobody knows.
  var missing: [String] { names { $0 != .properties && optional[$0] == nil } }

  private func names(_ isWanted: (Name) -> Bool) -> [String] {
    Name.allCases.filter(isWanted).map(\.rawValue)
  }

  /// The plan of the set; its event limit is not known yet.
  func plan(_ conditions: NumpyImport.Conditions) throws(DataSetError) -> DataSetPlan {
    let shape = lattices.header.shape
    return try DataSetPlan(
      imported: shape[0], width: shape[2], height: shape[1], seed: conditions.splitSeed,
      shardSize: conditions.shardSize, temperature: conditions.temperature,
      tunnellingDepth: conditions.tunnellingDepth)
  }

  /// Reads the next sample.
  ///
  /// - Precondition: `index` is the number of samples read before.
  func sample(at index: Int, width: Int, height: Int) throws(NumpyError) -> Sample {
    let lattice = try lattice(index, width: width, height: height)
    let barriers = try barriers(index)
    let seed = try integer(.seed, index)
    var sample = Sample(
      index: index, seed: UInt64(seed), barriers: barriers, lattice: lattice,
      time: try numbers(.time, index)?[0] ?? 0, events: try integer(.events, index),
      finished: try integer(.finished, index) != 0)
    if let properties = try numbers(.properties, index) { sample.properties = properties }
    return sample
  }

  private func lattice(_ row: Int, width: Int, height: Int) throws(NumpyError) -> Lattice {
    let found = try lattices.nextIntegers()
    let known = 0..<Species.allCases.count
    if let site = found.firstIndex(where: { !known.contains($0 ?? -1) }) {
      throw lattices.error(
        "row \(row): found code \(found[site].map(String.init) ?? "beyond 64 bits") at "
          + "[\(site / width), \(site % width)], expected a species code, 0 to 7")
    }
    // Justified by the fact that count and codes were checked.
    let lattice = try! Lattice(width: width, height: height, codes: found.map { UInt8($0!) })
    if let fault = lattice.borderFault { throw lattices.error("row \(row): \(fault)") }
    return lattice
  }

  private func barriers(_ row: Int) throws(NumpyError) -> Barriers {
    let values = try barriers.nextFloats().map { Float($0) }
    do {
      return try Barriers(values)
    } catch {
      throw barriers.error("row \(row): \(error)")
    }
  }

  /// A row of an array that may be missing, every number finite.
  private func numbers(_ name: Name, _ row: Int) throws(NumpyError) -> [Float]? {
    guard let array = optional[name] else { return nil }
    let values = try array.nextFloats().map { Float($0) }
    for (place, value) in values.enumerated() where !value.isFinite || name == .time && value < 0 {
      let expected = name == .time ? "seconds, 0 or more" : "a finite number"
      throw array.error("row \(row): found \(value) at [\(place)], expected \(expected)")
    }
    return values
  }

  /// A number of an array that may be missing, 0 where it is.
  private func integer(_ name: Name, _ row: Int) throws(NumpyError) -> Int {
    guard let array = optional[name] else { return 0 }
    let greatest = name == .finished ? 1 : name == .events ? DataSetPlan.greatestEventLimit : .max
    guard let value = try array.nextIntegers()[0], (0...greatest).contains(value) else {
      throw array.error("row \(row): found a number outside 0 to \(greatest)")
    }
    return value
  }
}
