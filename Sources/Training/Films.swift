public import Interphase

/// A simulated film with what led to it.
public struct Film: Hashable, Sendable {
  /// The configuration.
  public var lattice: Lattice
  /// Barriers of the simulation [eV].
  public var barriers: Barriers
  /// Thickness [nm], porosity, density [g/cm³], volume fraction.
  public var properties: [Float]
  /// Seed of the simulation.
  public var seed: UInt64
  /// Position in the data set.
  public var index: Int

  /// Gathers a film.
  public init(
    lattice: Lattice, barriers: Barriers, properties: [Float], seed: UInt64, index: Int
  ) {
    self.lattice = lattice
    self.barriers = barriers
    self.properties = properties
    self.seed = seed
    self.index = index
  }
}

/// Films of one size, each to be had at any time: from memory, or from the disk.
public protocol FilmSource: Sendable {
  /// Sites in a row.
  var width: Int { get }
  /// Rows.
  var height: Int { get }
  /// Films.
  var count: Int { get }
  /// One film, counted from 0.
  ///
  /// - Throws: What reading throws.
  func film(at index: Int) throws -> Film
}

/// Films of one size in memory, one after the other.
public struct Films: FilmSource {
  /// Sites in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Films.
  public private(set) var count = 0
  /// Species codes, [count, height, width].
  public private(set) var codes: [UInt8] = []
  /// Barriers [eV], [count, 15].
  public private(set) var barriers: [Float] = []
  /// Properties in their units, [count, 4].
  public private(set) var properties: [Float] = []
  /// Simulation seeds.
  public private(set) var seeds: [UInt64] = []
  /// Indices in the data set.
  public private(set) var indices: [Int] = []

  /// No films yet.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Adds a film.
  ///
  /// - Precondition: It has the size of the others.
  public mutating func append(
    _ lattice: Lattice, barriers: Barriers, properties: [Float], seed: UInt64, index: Int
  ) {
    precondition(
      lattice.width == width && lattice.height == height && properties.count == 4,
      "a film of \(lattice.width) x \(lattice.height) among \(width) x \(height)")
    count += 1
    codes += lattice.codes
    self.barriers += barriers.values
    self.properties += properties
    seeds.append(seed)
    indices.append(index)
  }

  /// One film's configuration.
  public func lattice(at index: Int) -> Lattice {
    let sites = width * height
    let film = Array(codes[(index * sites)..<((index + 1) * sites)])
    // Justified here by the fact that the codes are those of a lattice.
    return try! Lattice(width: width, height: height, codes: film)
  }

  /// One film.
  public func film(at index: Int) -> Film {
    let values = Array(barriers[(index * Barriers.count)..<((index + 1) * Barriers.count)])
    return Film(
      lattice: lattice(at: index),
      // Justified here by the fact that the values are those of barriers.
      barriers: try! Barriers(values),
      properties: Array(properties[(index * 4)..<(index * 4 + 4)]), seed: seeds[index],
      index: indices[index])
  }
}
