import Files
public import Interphase
public import Surrogate

/// The films that a training learns from, in memory: about 2.6 kB each.
public struct Corpus: Sendable {
  /// Films to learn from.
  public let training: Films
  /// Films that choose the best epoch.
  public let validation: Films
  /// Films that judge the model in the end.
  public let test: Films
  /// What the films were simulated with.
  public let simulation: SimulationRecord
  /// Where the films came from.
  public let record: DataRecord

  /// Gathers films.
  ///
  /// - Parameters:
  ///   - seed: Of the data set.
  ///   - samples: Films in the data set, used or not.
  ///   - rulesVersion: Of the simulator that made them.
  /// - Throws: ``TrainingError`` where a split is too small for a training.
  public init(
    training: Films, validation: Films, test: Films, simulation: SimulationRecord, seed: UInt64,
    samples: Int, rulesVersion: Int
  ) throws(TrainingError) {
    for (name, films, least) in [
      ("training", training, 2), ("validation", validation, 1), ("test", test, 2),
    ] where films.count < least {
      throw .tooFewFilms(split: name, found: films.count, least: least)
    }
    self.training = training
    self.validation = validation
    self.test = test
    self.simulation = simulation
    record = DataRecord(
      seed: seed, samples: samples, training: training.count, validation: validation.count,
      test: test.count, hash: Self.hash([training, validation, test]), rulesVersion: rulesVersion)
  }

  private static func hash(_ splits: [Films]) -> String {
    var checksum = Checksum()
    for films in splits {
      checksum.add(films.codes)
      checksum.add(films.barriers)
      checksum.add(films.properties)
    }
    return checksum.hexadecimal
  }
}

/// Films of one size, one after the other.
public struct Films: Sendable {
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

  /// One film's barriers.
  func barriers(at index: Int) -> Barriers {
    // Justified here by the fact that the values are those of barriers.
    try! Barriers(Array(barriers[(index * Barriers.count)..<((index + 1) * Barriers.count)]))
  }

  /// One film's properties in their units.
  func properties(at index: Int) -> [Float] { Array(properties[(index * 4)..<(index * 4 + 4)]) }
}
