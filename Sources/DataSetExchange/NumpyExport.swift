public import DataSets
import Interphase
import NumpyArchives

/// A data set as arrays for NumPy, in one `.npz` file.
///
/// | array | elements, shape | what |
/// |---|---|---|
/// | `lattices` | u1 [n, H, W] | species codes, row 0 the electrode |
/// | `barriers` | f4 [n, 15] | eV |
/// | `properties` | f4 [n, 4] | thickness [nm], porosity, density [g/cm³], volume fraction |
/// | `time` | f4 [n] | simulated time [s] |
/// | `events` | i8 [n] | executed events |
/// | `finished` | b1 [n] | whether the run ended by itself |
/// | `seed` | i8 [n] | of the simulation |
/// | `outcome` | u1 [n] | raw value of ``Outcome`` |
/// | `split` | u1 [n] | 0 training, 1 validation, 2 test |
public enum NumpyExport {
  private struct Column {
    let name: String
    let kind: ElementKind
    /// Extents of one sample.
    let shape: [Int]
    let bytes: (Sample, Split) -> [UInt8]
  }

  /// Writes the file, whole or not at all.
  ///
  /// - Parameters:
  ///   - dataSet: The set.
  ///   - path: The file; replaced where it is there.
  ///   - progress: Told the samples written so far.
  /// - Throws: ``DataSetError`` where the set is damaged, ``UserError`` where the file cannot be
  ///   written.
  /// - Complexity: One pass over the set; memory is some megabytes, whatever its size.
  public static func write(
    _ dataSet: DataSet, to path: String, progress: (GenerationProgress) -> Void = { _ in }
  ) throws {
    let columns = columns(of: dataSet)
    var writer = try ArchiveWriter(
      path,
      arrays: columns.map { ($0.name, ArrayHeader($0.kind, [dataSet.count] + $0.shape)) })
    var reader = dataSet.samples()
    var count = 0
    while let sample = try reader.next() {
      let split = dataSet.split(of: sample)
      for (number, column) in columns.enumerated() {
        try writer.append(column.bytes(sample, split), to: number)
      }
      count += 1
      progress(GenerationProgress(read: count, of: dataSet.count))
    }
    try writer.finish()
  }

  private static func columns(of dataSet: DataSet) -> [Column] {
    [
      Column(name: "lattices", kind: .uint8, shape: [dataSet.height, dataSet.width]) { sample, _ in
        sample.lattice.codes
      },
      Column(name: "barriers", kind: .float32, shape: [Barriers.count]) { sample, _ in
        bytes(sample.barriers.values.map(\.bitPattern))
      },
      Column(name: "properties", kind: .float32, shape: [Property.allCases.count]) { sample, _ in
        bytes(sample.properties.map(\.bitPattern))
      },
      Column(name: "time", kind: .float32, shape: []) { sample, _ in
        bytes([sample.time.bitPattern])
      },
      Column(name: "events", kind: .int64, shape: []) { sample, _ in
        bytes([Int64(sample.events)])
      },
      Column(name: "finished", kind: .boolean, shape: []) { sample, _ in
        [sample.finished ? 1 : 0]
      },
      Column(name: "seed", kind: .int64, shape: []) { sample, _ in
        bytes([Int64(bitPattern: sample.seed)])
      },
      Column(name: "outcome", kind: .uint8, shape: []) { sample, _ in
        [UInt8(sample.outcome.rawValue)]
      },
      Column(name: "split", kind: .uint8, shape: []) { _, split in
        [UInt8(Split.allCases.firstIndex(of: split)!)]
      },
    ]
  }

  private static func bytes(_ values: [some FixedWidthInteger]) -> [UInt8] {
    values.flatMap { value in withUnsafeBytes(of: value.littleEndian) { Array($0) } }
  }
}
