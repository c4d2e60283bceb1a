import Files
import Interphase
import KineticMonteCarlo
import Tensors

/// The arrays of a checkpoint, as the tensors of its file.
///
/// | tensor | type, shape | what |
/// |---|---|---|
/// | `lattice` | U8 [H, W] | species codes, row 0 the electrode |
/// | `monomers`, `dimers` | I64 [n], [2n] | sites, by place in the engine's lists |
/// | `cluster.sites`, `.sizes`, `.identifiers` | I64 [n], [m], [m] | clusters, one after the other |
/// | `cluster.free` | I64 [k] | identifiers that no cluster has |
/// | `list.slots`, `list.sizes` | I64 [n], [c] | the events of each class, one after the other |
/// | `moves` | I64 [k] | sizes of clusters that can move |
/// | `tally` | I64 [c] | executed events of each class |
/// | `generator`, `clock` | I64 [4], [16] | words of the generators |
/// | `clock.numbers` | I64 [32] | bits of the numbers that the clock drew last |
/// | `attachment.NAME` | U8 [n] | what travels along |
struct CheckpointTensors {
  private static let attachmentPrefix = "attachment."

  let lattice: [UInt8]
  let shape: [Int]
  let integers: [(name: String, values: [Int64])]
  let attachments: [String: [UInt8]]

  init(of run: SavedRun, attachments: [String: [UInt8]]) {
    lattice = run.lattice.codes
    shape = [run.lattice.height, run.lattice.width]
    self.attachments = attachments
    func wide(_ values: [Int]) -> [Int64] { values.map { Int64($0) } }
    func bits(_ words: [UInt64]) -> [Int64] { words.map { Int64(bitPattern: $0) } }
    integers = [
      ("monomers", wide(run.monomers)),
      ("dimers", wide(run.dimers.flatMap { $0 })),
      ("cluster.sites", wide(run.clusters.flatMap { $0 })),
      ("cluster.sizes", wide(run.clusters.map(\.count))),
      ("cluster.identifiers", wide(run.clusterIdentifiers)),
      ("cluster.free", wide(run.freeClusters)),
      ("list.slots", wide(run.lists.flatMap { $0 })),
      ("list.sizes", wide(run.lists.map(\.count))),
      ("moves", wide(run.moveSizes)),
      ("tally", wide(run.tally)),
      ("generator", bits(run.source)),
      ("clock", bits(run.clock)),
      ("clock.numbers", bits(run.clockNumbers.map(\.bitPattern))),
    ]
  }

  private static let names = [
    "monomers", "dimers", "cluster.sites", "cluster.sizes", "cluster.identifiers", "cluster.free",
    "list.slots", "list.sizes", "moves", "tally", "generator", "clock", "clock.numbers",
  ]

  /// Reads the tensors; that they make a run is checked when one is built from them.
  init(from reader: SafetensorsReader, header: CheckpointHeader) throws {
    shape = [header.height, header.width]
    lattice = try reader.bytes("lattice", shape: shape).values
    integers = try Self.names.map { ($0, try reader.integers($0, shape: [-1]).values) }
    let attached = reader.names.filter { $0.hasPrefix(Self.attachmentPrefix) }
    try reader.expectOnly(["lattice"] + Self.names + attached)
    attachments = Dictionary(
      uniqueKeysWithValues: try attached.map {
        (String($0.dropFirst(Self.attachmentPrefix.count)), try reader.bytes($0).values)
      })
  }

  func write(to writer: inout SafetensorsWriter) {
    writer.add(bytes: lattice, shape: shape, named: "lattice")
    for (name, values) in integers {
      writer.add(integers: values, shape: [values.count], named: name)
    }
    for (name, bytes) in attachments.sorted(by: { $0.key < $1.key }) {
      writer.add(bytes: bytes, shape: [bytes.count], named: Self.attachmentPrefix + name)
    }
  }

  /// A hash of the header's text and all arrays.
  func checksum(with text: String) -> String {
    var sum = Checksum(of: Array(text.utf8))
    sum.add(lattice)
    for (name, values) in integers {
      sum.add(Array(name.utf8))
      sum.add(values)
    }
    for (name, bytes) in attachments.sorted(by: { $0.key < $1.key }) {
      sum.add(Array(name.utf8))
      sum.add(bytes)
    }
    return sum.hexadecimal
  }

  /// The run that the tensors and the header describe.
  func run(_ header: CheckpointHeader, file: String) throws -> SavedRun {
    let arrays = Dictionary(uniqueKeysWithValues: integers.map { ($0.name, $0.values) })
    func whole(_ name: String) -> [Int] { arrays[name]!.map { Int($0) } }
    func words(_ name: String) -> [UInt64] { arrays[name]!.map { UInt64(bitPattern: $0) } }
    func groups(_ name: String, _ sizes: [Int]) throws -> [[Int]] {
      guard let groups = Self.cut(whole(name), into: sizes) else {
        throw CheckpointError.damaged(file: file, "\(name): the sizes do not fit")
      }
      return groups
    }
    let (parameters, film) = try Self.film(header, lattice, file: file)
    return SavedRun(
      parameters: parameters, lattice: film,
      monomers: whole("monomers"),
      dimers: try groups(
        "dimers", [Int](repeating: 2, count: arrays["dimers"]!.count / 2)),
      clusters: try groups("cluster.sites", whole("cluster.sizes")),
      clusterIdentifiers: whole("cluster.identifiers"), freeClusters: whole("cluster.free"),
      lists: try groups("list.slots", whole("list.sizes")), moveSizes: whole("moves"),
      tally: whole("tally"), source: words("generator"), clock: words("clock"),
      clockNumbers: words("clock.numbers").map { Double(bitPattern: $0) },
      clockUsed: header.clockUsed, committedTime: header.committedTime,
      pendingDraws: header.pendingDraws, eventDraws: header.eventDraws,
      lastReductionTime: header.lastReductionTime, isJammed: header.isJammed,
      isExhausted: header.isExhausted)
  }

  /// What the header and the species codes describe.
  private static func film(
    _ header: CheckpointHeader, _ codes: [UInt8], file: String
  ) throws -> (SimulationParameters, Lattice) {
    do {
      return (
        try header.parameters(),
        try Lattice(width: header.width, height: header.height, codes: codes)
      )
    } catch {
      throw CheckpointError.damaged(file: file, "\(error)")
    }
  }

  /// Cuts an array into pieces; `nil` where the sizes are not those of all its elements.
  private static func cut(_ values: [Int], into sizes: [Int]) -> [[Int]]? {
    var pieces: [[Int]] = []
    var start = 0
    for size in sizes {
      guard size >= 0, size <= values.count - start else { return nil }
      pieces.append(Array(values[start..<(start + size)]))
      start += size
    }
    return start == values.count ? pieces : nil
  }
}
