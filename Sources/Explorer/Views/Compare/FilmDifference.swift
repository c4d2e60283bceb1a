import Cells
import Interphase

/// What two films hold at one site, beside each other.
struct SiteMark: RawRepresentable, Hashable {
  /// The species' code where both hold the same; beyond the codes the ways to differ.
  let rawValue: UInt8

  /// The simulated film holds something, the decoded one electrolyte.
  static let simulatedOnly = SiteMark(rawValue: 8)
  /// The decoded film holds something, the simulated one electrolyte.
  static let decodedOnly = SiteMark(rawValue: 9)
  /// Both hold something, but not the same.
  static let otherSpecies = SiteMark(rawValue: 10)

  /// Marks there are.
  static let count = 11

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The mark of two species codes.
  init(simulated: UInt8, decoded: UInt8) {
    let nothing = Species.electrolyte.rawValue
    self =
      simulated == decoded
      ? SiteMark(rawValue: simulated)
      : decoded == nothing ? .simulatedOnly : simulated == nothing ? .decodedOnly : .otherSpecies
  }
}

/// Two films beside each other, site by site.
struct FilmDifference: Equatable {
  /// Marks, row-major from the electrode.
  let marks: [SiteMark]
  /// Sites of each mark.
  let counts: [Int]
  private let width: Int

  /// Compares two films; `nil` where they differ in size.
  init?(simulated: Lattice, decoded: Lattice) {
    guard simulated.width == decoded.width, simulated.height == decoded.height else { return nil }
    width = simulated.width
    marks = zip(simulated.codes, decoded.codes).map { SiteMark(simulated: $0, decoded: $1) }
    var counts = [Int](repeating: 0, count: SiteMark.count)
    for mark in marks { counts[Int(mark.rawValue)] += 1 }
    self.counts = counts
  }

  /// Sites of a mark.
  func count(of mark: SiteMark) -> Int { counts[Int(mark.rawValue)] }

  /// Sites at which both films hold the same, electrolyte, electrode and sink left out.
  var alikeInFilm: Int {
    [Species.inorganic, .organic, .monomer, .dimer, .precursor].reduce(0) {
      $0 + counts[Int($1.rawValue)]
    }
  }

  /// The commonest mark of a block; of equally common ones a difference rather than what is alike.
  subscript(block: SitePicture.Block) -> SiteMark {
    guard block.columns.count > 1 || block.rows.count > 1 else {
      return marks[block.rows.lowerBound * width + block.columns.lowerBound]
    }
    var counts = [Int](repeating: 0, count: SiteMark.count)
    for y in block.rows {
      for x in block.columns { counts[Int(marks[y * width + x].rawValue)] += 1 }
    }
    let most = counts.max() ?? 0
    return SiteMark(rawValue: UInt8(counts.lastIndex(of: most) ?? 0))
  }
}
