import Interphase

extension ModelCheck {
  /// Films of the map that are encoded again at most, spread over it.
  private static let encodedFilms = 64
  /// How far a number of the network may be from the stored one, by its size: another processor sums
  /// in another order.
  private static let tolerance: Float = 1e-3

  /// The films of the map: rows of electrode and sink, barriers, properties as measured, places within
  /// the axes' ranges.
  mutating func checkFilms(_ map: LatentMap, _ description: ModelDescription) {
    var faults = FilmFaults()
    for film in 0..<map.count {
      if let sentence = Self.configurationFault(map, film) {
        faults.add(sentence, film, of: "configuration")
      }
      for sentence in Self.propertyFaults(map, film) { faults.add(sentence, film, of: "property") }
      if let sentence = Self.rangeFault(map, film, description.principalAxes) {
        faults.add(sentence, film, of: "range")
      }
    }
    for sentence in faults.sentences(of: map.count) { fault(BundleFile.latentMap, sentence) }
    found(
      "\(map.count) films: electrode and sink, barriers, properties as measured on them, places "
        + "within the axes' ranges")
  }

  /// The stored latent means are what the weights give.
  mutating func checkMeans(_ map: LatentMap, _ predictor: Predictor) {
    guard map.count > 0 else { return }
    let step = (map.count + Self.encodedFilms - 1) / Self.encodedFilms
    var faults = FilmFaults()
    let chosen = Array(stride(from: 0, to: map.count, by: step))
    for film in chosen {
      let stored = map.mean(at: film)
      let encoded = predictor.encode(map.lattice(at: film)).mean
      guard let place = stored.indices.first(where: { differs(stored[$0], encoded[$0]) }) else {
        continue
      }
      faults.add(
        "mean[\(place)] is stored as \(stored[place]), but the weights give \(encoded[place])",
        film, of: "mean")
    }
    for sentence in faults.sentences(of: chosen.count) { fault(BundleFile.latentMap, sentence) }
    found("\(chosen.count) films encoded again to their stored latent means")
  }

  /// The stored picture is what the start state decodes to, but for sites where two species are as
  /// good as equally probable.
  mutating func checkPicture(_ picture: Lattice, _ start: StartState, _ predictor: Predictor) {
    let latent = predictor.prior(at: start.barriers).mean
    let logits = predictor.logits(latent: latent, barriers: start.barriers)
    let (width, sites) = (picture.width, picture.width * picture.height)
    let decoded = Lattice(logits: logits, width: width, height: picture.height)
    let wrong = (0..<sites).filter { site in
      let (stored, live) = (picture.codes[site], decoded.codes[site])
      return stored != live
        && differs(logits[Int(stored) * sites + site], logits[Int(live) * sites + site])
    }
    if let site = wrong.first {
      fault(
        BundleFile.startPicture,
        "row \(site / width), column \(site % width): \(picture[site % width, site / width]) is "
          + "stored where the start state decodes to \(decoded[site % width, site / width]), one of "
          + "\(wrong.count) such sites: copy the folder again or retrain")
    }
    found("the start picture is what the start state decodes to")
  }

  private func differs(_ first: Float, _ second: Float) -> Bool {
    !(abs(first - second) <= Self.tolerance * max(1, abs(first)))
  }

  private static func configurationFault(_ map: LatentMap, _ film: Int) -> String? {
    do { _ = try map.barriers(at: film) } catch { return error.description }
    let codes = map.codes[(film * map.width * map.height)...].prefix(map.width * map.height)
    guard codes.prefix(map.width).allSatisfy({ $0 == Species.electrode.rawValue }),
      codes.suffix(map.width).allSatisfy({ $0 == Species.sink.rawValue })
    else { return "lattice: expected electrode in the first row and sink in the last" }
    return nil
  }

  private static func propertyFaults(_ map: LatentMap, _ film: Int) -> [String] {
    let observables = Observables(of: map.lattice(at: film))
    let stored = map.properties(at: film)
    return Property.allCases.compactMap { property in
      let measured = Float(property.value(in: observables))
      let found = stored[property.rawValue]
      guard !(abs(found - measured) <= 1e-5 * max(1, abs(measured))) else { return nil }
      return "\(property.name) is stored as \(found), but its lattice has \(measured)"
    }
  }

  private static func rangeFault(
    _ map: LatentMap, _ film: Int, _ axes: PrincipalAxes
  ) -> String? {
    for (axis, coordinate) in axes.coordinates(of: map.mean(at: film)).enumerated() {
      let (low, high) = (axes.minimum[axis], axes.maximum[axis])
      let slack = 1e-3 * max(1, high - low)
      // An impossible range is a fault of its own.
      guard low <= high, coordinate < low - slack || coordinate > high + slack else { continue }
      return "its coordinate \(coordinate) on axis \(axis + 1) is outside \(low) to \(high) of "
        + BundleFile.description
    }
    return nil
  }
}

/// Faults of many films told in few sentences: the first of each kind, and how many films have it.
private struct FilmFaults {
  private var firsts: [(kind: String, film: Int, sentence: String)] = []
  private var films: [String: Set<Int>] = [:]

  mutating func add(_ sentence: String, _ film: Int, of kind: String) {
    if films[kind] == nil { firsts.append((kind, film, sentence)) }
    films[kind, default: []].insert(film)
  }

  func sentences(of count: Int) -> [String] {
    firsts.map { kind, film, sentence in
      let affected = films[kind]?.count ?? 0
      let more = affected > 1 ? " (and so in \(affected - 1) more of \(count) films)" : ""
      return "film \(film): \(sentence)\(more): copy the folder again or retrain"
    }
  }
}
