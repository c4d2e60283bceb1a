public import Interphase

/// A trajectory in the extended XYZ format, which OVITO opens.
///
/// One particle a site, 10 Å (1 nm) apart in the plane z = 0; electrolyte is left out, so the number
/// of particles changes from frame to frame. The cell's origin lies half a site below and left of
/// the first one.
public struct ExtendedXYZ: Sendable {
  /// The edge of a site [Å].
  public static let siteLength = 10

  /// The file so far.
  public private(set) var bytes: [UInt8] = []
  /// Frames so far.
  public private(set) var frames = 0
  private let provenance: Provenance

  /// An empty trajectory; the first frame's comment will carry the provenance.
  public init(provenance: Provenance) { self.provenance = provenance }

  /// Adds a frame.
  ///
  /// - Parameters:
  ///   - lattice: The film; of the same size in all frames, as readers like it.
  ///   - time: Simulated time [s].
  ///   - events: Executed events.
  /// - Complexity: Some 25 bytes a site that is not electrolyte, held in memory.
  public mutating func append(_ lattice: Lattice, time: Double, events: Int) {
    let electrolyte = Species.electrolyte.rawValue
    let sites = lattice.codes.indices.filter { lattice.codes[$0] != electrolyte }
    bytes += "\(sites.count)\n\(comment(lattice, time: time, events: events))\n".utf8
    for site in sites {
      let (y, x) = site.quotientAndRemainder(dividingBy: lattice.width)
      bytes += Self.names[Int(lattice.codes[site])]
      bytes += " \(x * Self.siteLength) \(y * Self.siteLength) 0\n".utf8
    }
    frames += 1
  }

  private static let names = Species.allCases.map { Array($0.name.utf8) }

  private func comment(_ lattice: Lattice, time: Double, events: Int) -> String {
    let edge = Self.siteLength
    let half = edge / 2
    var words = [
      "Lattice=\"\(lattice.width * edge) 0 0 0 \(lattice.height * edge) 0 0 0 \(edge)\"",
      "Origin=\"-\(half) -\(half) -\(half)\"", "Properties=species:S:1:pos:R:3",
      "pbc=\"F F F\"", "time=\(time)", "events=\(events)", "step=\(frames)",
    ]
    if frames == 0 {
      // The frame's own number of events stands before.
      words += provenance.entries.filter { $0.key != "events" }.map {
        "\($0.key)=\(Self.quoted($0.value))"
      }
    }
    return words.joined(separator: " ")
  }

  /// A value as a word, in quotation marks where it holds blanks or what readers take for syntax.
  private static func quoted(_ value: String) -> String {
    let isPlain =
      !value.isEmpty
      && value.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789+-._".unicodeScalars.contains($0))
      }
    guard !isPlain else { return value }
    let escaped = value.flatMap { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }
    return "\"\(String(escaped))\""
  }
}
