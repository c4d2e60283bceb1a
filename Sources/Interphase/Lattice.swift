/// A configuration of the interphase: one species a site, row-major, row 0 the electrode.
public struct Lattice: Hashable, Sendable {
  /// Sites in a row [1 nm each].
  public let width: Int
  /// Rows, electrode and sink included [1 nm each].
  public let height: Int
  /// Species codes, `width * height` of them; site (x, y) is at `y * width + x`.
  public private(set) var codes: [UInt8]

  /// Wraps species codes.
  ///
  /// - Parameters:
  ///   - width: Sites in a row.
  ///   - height: Rows.
  ///   - codes: `width * height` valid species codes, row-major, row 0 the electrode.
  /// - Throws: ``LatticeError`` that names the first thing that is wrong.
  public init(width: Int, height: Int, codes: [UInt8]) throws(LatticeError) {
    guard width >= 1, height >= 1 else { throw .size(width: width, height: height) }
    guard codes.count == width * height else {
      throw .count(found: codes.count, expected: width * height)
    }
    if let site = codes.firstIndex(where: { Species(rawValue: $0) == nil }) {
      throw .code(codes[site], row: site / width, column: site % width)
    }
    self.width = width
    self.height = height
    self.codes = codes
  }

  /// The start of every run: electrode below, sink above, electrolyte between.
  ///
  /// - Precondition: `width >= 1` and `height >= 2`.
  public init(emptyWidth width: Int, height: Int) {
    precondition(width >= 1 && height >= 2, "a lattice of \(width) x \(height) has no room")
    self.width = width
    self.height = height
    codes = [UInt8](repeating: Species.electrolyte.rawValue, count: width * height)
    for x in 0..<width {
      codes[x] = Species.electrode.rawValue
      codes[(height - 1) * width + x] = Species.sink.rawValue
    }
  }

  /// The species at column `x`, row `y`.
  public subscript(x: Int, y: Int) -> Species {
    get { Species(rawValue: codes[y * width + x])! }
    set { codes[y * width + x] = newValue.rawValue }
  }

  /// Sites of each species, indexed by species code.
  public var counts: [Int] {
    var counts = [Int](repeating: 0, count: Species.allCases.count)
    for code in codes { counts[Int(code)] += 1 }
    return counts
  }

  /// Sites of one species.
  public func count(of species: Species) -> Int { counts[Int(species.rawValue)] }

  /// The same film seen in a mirror: column x becomes `width - 1 - x`.
  public var mirrored: Lattice {
    var result = self
    for y in 0..<height {
      result.codes[(y * width)..<((y + 1) * width)].reverse()
    }
    return result
  }
}

/// Why species codes are no lattice.
public enum LatticeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Width or height below one.
  case size(width: Int, height: Int)
  /// Another number of codes than width times height.
  case count(found: Int, expected: Int)
  /// A code that is no species.
  case code(UInt8, row: Int, column: Int)

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .size(let width, let height):
      "a lattice of \(width) x \(height) sites has no room: give at least 1 x 1"
    case .count(let found, let expected):
      "found \(found) sites, expected \(expected)"
    case .code(let code, let row, let column):
      "species code \(code) at row \(row), column \(column) is unknown: use 0 to 7"
    }
  }
}
