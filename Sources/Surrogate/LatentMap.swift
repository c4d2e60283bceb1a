public import Interphase
public import Networks
public import Tensors

/// The films of the test split with their places in latent space.
public struct LatentMap: Hashable, Sendable {
  /// Films that training puts into a map at most.
  public static let filmLimit = 2000

  /// Films.
  public let count: Int
  /// Latent means, [count, latent].
  public let means: Tensor
  /// Barriers [eV], [count, 15].
  public let barrierValues: Tensor
  /// Properties as simulated, in their units, [count, 4].
  public let properties: Tensor
  /// Species codes, film after film.
  public let codes: [UInt8]
  /// Sites in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Each film's simulation seed.
  public let seeds: [UInt64]
  /// Each film's index in its data set.
  public let indices: [Int]

  /// The latent mean of a film.
  public func mean(at index: Int) -> [Float] { row(index, of: means) }

  /// The barriers that a film was simulated with.
  ///
  /// - Throws: ``BarrierError`` where the bundle holds what are no barriers.
  public func barriers(at index: Int) throws(BarrierError) -> Barriers {
    try Barriers(row(index, of: barrierValues))
  }

  /// The four properties of a film as simulated, in their units.
  public func properties(at index: Int) -> [Float] { row(index, of: properties) }

  /// A film as simulated.
  public func lattice(at index: Int) -> Lattice {
    let sites = width * height
    let film = Array(codes[(index * sites)..<((index + 1) * sites)])
    // Justified here by the fact that every code was checked when the map was made.
    return try! Lattice(width: width, height: height, codes: film)
  }

  private func row(_ index: Int, of tensor: Tensor) -> [Float] {
    let width = tensor.shape[1]
    return Array(tensor.values[(index * width)..<((index + 1) * width)])
  }
}

/// One film of a latent map.
public struct MappedFilm: Sendable {
  /// The latent mean.
  public var mean: [Float]
  /// What it was simulated with.
  public var barriers: Barriers
  /// Its properties as simulated, in their units.
  public var properties: [Float]
  /// The film as simulated.
  public var lattice: Lattice
  /// The simulation's seed.
  public var seed: UInt64
  /// The film's index in its data set.
  public var index: Int

  /// Gathers a film.
  public init(
    mean: [Float], barriers: Barriers, properties: [Float], lattice: Lattice, seed: UInt64,
    index: Int
  ) {
    self.mean = mean
    self.barriers = barriers
    self.properties = properties
    self.lattice = lattice
    self.seed = seed
    self.index = index
  }
}

extension LatentMap {
  /// Gathers films of one size.
  public init(_ films: [MappedFilm], architecture: Architecture) {
    count = films.count
    width = architecture.width
    height = architecture.height
    means = Tensor(shape: [count, architecture.latent], values: films.flatMap(\.mean))
    barrierValues = Tensor(
      shape: [count, Barriers.count], values: films.flatMap(\.barriers.values))
    properties = Tensor(shape: [count, 4], values: films.flatMap(\.properties))
    codes = films.flatMap(\.lattice.codes)
    seeds = films.map(\.seed)
    indices = films.map(\.index)
  }

  /// Reads a `latent-map.safetensors`.
  init(_ reader: SafetensorsReader, architecture: Architecture) throws {
    means = try reader.floats("mean", shape: [-1, architecture.latent])
    count = means.shape[0]
    width = architecture.width
    height = architecture.height
    barrierValues = try reader.floats("barriers", shape: [count, Barriers.count])
    properties = try reader.floats("properties", shape: [count, Property.allCases.count])
    codes = try reader.bytes("lattice", shape: [count, height, width]).values
    seeds = try reader.integers("seed", shape: [count]).values.map(UInt64.init(bitPattern:))
    indices = try reader.integers("index", shape: [count]).values.map { Int($0) }
    try reader.expectOnly(["mean", "barriers", "properties", "lattice", "seed", "index"])
    try LatticeCodes.check(codes, file: BundleFile.latentMap)
    let physical = 0...Barriers.greatest
    if let bad = barrierValues.values.first(where: { !physical.contains($0) }) {
      throw BundleError.values(
        file: BundleFile.latentMap, "barriers: \(bad) eV is outside physics: copy the file again")
    }
  }

  /// The bytes of `latent-map.safetensors`.
  var bytes: [UInt8] {
    var writer = SafetensorsWriter()
    writer.add(means, named: "mean")
    writer.add(barrierValues, named: "barriers")
    writer.add(properties, named: "properties")
    writer.add(
      integers: seeds.map { Int64(bitPattern: $0) }, shape: [count], named: "seed")
    writer.add(integers: indices.map { Int64($0) }, shape: [count], named: "index")
    writer.add(bytes: codes, shape: [count, height, width], named: "lattice")
    return writer.bytes
  }
}

/// Species codes in a bundle's files.
enum LatticeCodes {
  static func check(_ codes: [UInt8], file: String) throws(BundleError) {
    let limit = UInt8(Species.allCases.count)
    guard let bad = codes.first(where: { $0 >= limit }) else { return }
    throw .values(file: file, "lattice: species code \(bad) is unknown: copy the file again")
  }
}
