import Interphase

extension Lattice {
  /// The most probable film under a decoder's logits.
  ///
  /// By construction row 0 is the electrode and the top row the sink, as in every simulation; at
  /// the sites between, the most probable of the six species that occur there is taken, the lower
  /// code where two are equal. The alphabet's unused codes are masked out.
  /// - Parameters:
  ///   - logits: At least eight planes of `width * height`, by species code.
  ///   - width: Sites in a row.
  ///   - height: Rows.
  package init(logits: [Float], width: Int, height: Int) {
    let sites = width * height
    precondition(
      logits.count >= Species.allCases.count * sites, "\(logits.count) logits for \(sites) sites")
    var codes = [UInt8](repeating: 0, count: sites)
    var best = Array(logits[0..<sites])
    for species in Self.betweenElectrodeAndSink.dropFirst() {
      let plane = Int(species.rawValue) * sites
      for site in 0..<sites where logits[plane + site] > best[site] {
        best[site] = logits[plane + site]
        codes[site] = species.rawValue
      }
    }
    for x in 0..<width {
      codes[x] = Species.electrode.rawValue
      codes[sites - width + x] = Species.sink.rawValue
    }
    // Justified here by the fact that there are width · height codes, each a species.
    self = try! Lattice(width: width, height: height, codes: codes)
  }

  /// The species that a site between electrode and sink can hold; electrolyte, code 0, first.
  private static let betweenElectrodeAndSink = Species.allCases.filter {
    $0 != .electrode && $0 != .sink
  }
}
