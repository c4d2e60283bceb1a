public import Interphase

/// A picture of a film: a square a site in the papers' colours, the electrode at the bottom.
public enum FilmPicture {
  /// The longest side that libpng writes unasked [pixels].
  private static let greatestSide = 1_000_000
  /// The largest picture [pixels]: viewers hold one unpacked in memory.
  private static let greatestArea = 1 << 28

  /// A PNG of 4 bits a pixel, the provenance in its text chunks.
  ///
  /// Equal films give equal bytes with the same libpng and zlib.
  /// - Parameters:
  ///   - lattice: The film.
  ///   - pixelsPerSite: Edge of a site [pixels].
  ///   - provenance: What the film depends on.
  /// - Throws: ``PictureError`` as ``check(width:height:pixelsPerSite:)`` does, or where libpng
  ///   fails.
  /// - Complexity: Some 2 ns a pixel.
  public static func png(
    of lattice: Lattice, pixelsPerSite: Int, provenance: Provenance
  ) throws(PictureError) -> [UInt8] {
    try check(width: lattice.width, height: lattice.height, pixelsPerSite: pixelsPerSite)
    let writer = try PNGWriter(
      width: lattice.width * pixelsPerSite, height: lattice.height * pixelsPerSite,
      palette: Species.allCases.map(\.filmColor), notes: PictureNotes.notes(of: provenance))
    for y in (0..<lattice.height).reversed() {
      let sites = lattice.codes[(y * lattice.width)..<((y + 1) * lattice.width)]
      let row = sites.flatMap { repeatElement($0, count: pixelsPerSite) }
      for _ in 0..<pixelsPerSite { try writer.write(row: row) }
    }
    return try writer.finish()
  }

  /// Makes sure that a picture of a lattice of this size can be made, before it is simulated.
  ///
  /// - Throws: ``PictureError/size(width:height:pixelsPerSite:)``.
  public static func check(
    width: Int, height: Int, pixelsPerSite: Int
  ) throws(PictureError) {
    let limit = greatestSide / max(1, width, height)
    guard pixelsPerSite >= 1, pixelsPerSite <= limit,
      width * height * pixelsPerSite * pixelsPerSite <= greatestArea
    else { throw .size(width: width, height: height, pixelsPerSite: pixelsPerSite) }
  }
}

/// Why there is no picture.
public enum PictureError: UserError, Equatable {
  /// No pixel a site, or more than viewers open.
  case size(width: Int, height: Int, pixelsPerSite: Int)
  /// What libpng said.
  case library(String)

  /// Bad usage, or a failure of the library.
  public var exitStatus: ExitStatus {
    if case .size = self { .usage } else { .software }
  }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .size(let width, let height, let pixels):
      "a picture of \(width) x \(height) sites cannot have \(pixels) pixels a site: "
        + "give 1 or more, and at most 268 million pixels in all"
    case .library(let message):
      "the picture cannot be made: libpng says '\(message)'"
    }
  }
}
