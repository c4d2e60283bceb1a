import Files
import Foundation
import Interphase
import Networks
import Surrogate
import Tensors
import Testing

struct ModelCheckTests {
  @Test(arguments: Variant.allCases)
  func `a sound model has no faults, and says what was looked at`(_ variant: Variant) throws {
    try withSoundModel(variant) { path, _ in
      let check = ModelCheck(of: path)
      #expect(check.faults == [])
      #expect(check.isSound)
      #expect(check.findings.count == 6)
    }
  }

  @Test(arguments: BundleFile.allNames)
  func `a flipped bit anywhere in a file is found, and the file named`(_ file: String) throws {
    try withSoundModel { path, _ in
      let whole = try WholeFile.read("\(path)/\(file)")
      for share in [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1] {
        var bytes = whole
        let place = Int(Double(whole.count - 2) * share)
        bytes[place] ^= 1
        try WholeFile.write(bytes, to: "\(path)/\(file)")
        let check = ModelCheck(of: path)
        #expect(!check.isSound, "\(file): byte \(place)")
        #expect(
          check.faults.contains { $0.hasPrefix("\(file): ") }, "byte \(place): \(check.faults)")
      }
    }
  }

  @Test func `a flipped bit anywhere in the description keeps a model from opening`() throws {
    try withSoundModel { path, _ in
      let file = "\(path)/model.json"
      let whole = try WholeFile.read(file)
      for place in stride(from: 0, to: whole.count - 1, by: 5) {
        var bytes = whole
        bytes[place] ^= 1
        try WholeFile.write(bytes, to: file)
        // In a name among the checksums it is the check alone that finds it.
        let isOpened = (try? ModelBundle.description(at: path)) != nil
        #expect(!isOpened || !ModelCheck(of: path).isSound, "byte \(place)")
      }
    }
  }

  @Test(arguments: BundleFile.allNames)
  func `a missing file is named, and the others are still checked`(_ file: String) throws {
    try withSoundModel { path, _ in
      try FileManager.default.removeItem(atPath: "\(path)/\(file)")
      let check = ModelCheck(of: path)
      #expect(check.faults.count == 1)
      #expect(check.faults.first?.contains("\(file) is missing") == true)
      let other = file == BundleFile.weights ? BundleFile.latentMap : BundleFile.weights
      try WholeFile.write([1, 2, 3], to: "\(path)/\(other)")
      let both = ModelCheck(of: path).faults
      #expect(both.count == 2)
      #expect(both.last?.hasPrefix("\(other): 3 bytes are too few") == true, "\(both)")
    }
  }

  @Test func `a folder that is not there is a fault`() throws {
    try withScratchPath { path in
      let check = ModelCheck(of: path)
      #expect(!check.isSound)
      #expect(check.faults.map { $0.hasPrefix("\(path): there is no model folder") } == [true])
    }
  }

  @Test func `a tensor of another shape and one that is not finite are named`() throws {
    try withSoundModel { path, bundle in
      let cases: [(shape: [Int], value: Float, words: String)] = [
        ([2, 4], 0, "regressor.dense3.bias: expected shape [4], found [2,4]"),
        ([4], .nan, "regressor.dense3.bias: element 0 is not a finite number"),
      ]
      for (shape, value, words) in cases {
        var writer = SafetensorsWriter()
        for (name, shape) in bundle.description.architecture.tensorShapes
        where name != "regressor.dense3.bias" {
          writer.add(Tensor(zeros: shape), named: name)
        }
        let count = shape.reduce(1, *)
        writer.add(
          Tensor(shape: shape, values: [Float](repeating: value, count: count)),
          named: "regressor.dense3.bias")
        try WholeFile.write(writer.bytes, to: "\(path)/weights.safetensors")
        let faults = ModelCheck(of: path).faults
        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("weights.safetensors: \(words)") == true, "\(faults)")
      }
    }
  }

  /// Models that were written whole, hashes and all, and are still wrong: what is changed, and the
  /// sentence that names it.
  static let wrongModels: [(change: Change, fault: String)] = [
    (
      .tensor("encoder.bn2.running_var"),
      "weights.safetensors: encoder.bn2.running_var: channel 3: "
    ),
    (.axis, "model.json: principalAxes.axes[0] and [1]: expected the scalar product 0, found 0.6"),
    (.shares, "model.json: principalAxes.explainedVariance: expected falling shares"),
    (.range, "model.json: principalAxes.minimum[2]: expected at most the maximum"),
    (.property, "latent-map.safetensors: film 1: density is stored as "),
    (.mean, "latent-map.safetensors: film 2: mean[1] is stored as "),
    (.picture, "start-picture.safetensors: row 3, column 4: "),
  ]

  enum Change: Sendable {
    case tensor(String)
    case axis, shares, range, property, mean, picture
  }

  @Test(arguments: wrongModels)
  func `what contradicts itself is named`(_ change: Change, _ fault: String) throws {
    try withSoundModel { path, bundle in
      try Self.changed(bundle, change).write(to: path)
      let faults = ModelCheck(of: path).faults
      #expect(faults.contains { $0.hasPrefix(fault) }, "\(faults)")
      // A variance of zero shifts everything that the weights give; the rest is one fault each.
      if case .tensor = change { return }
      #expect(faults.count == 1, "\(faults)")
    }
  }

  @Test func `a film outside the axes' ranges is named once for all like it`() throws {
    try withSoundModel { path, bundle in
      var description = bundle.description
      description.principalAxes.maximum[0] = description.principalAxes.minimum[0] + 1
      try ModelBundle(
        description: description, tensors: bundle.tensors, latentMap: bundle.latentMap,
        startPicture: bundle.startPicture
      ).write(to: path)
      let faults = ModelCheck(of: path).faults
      #expect(faults.count == 1)
      #expect(faults.first?.contains("on axis 1 is outside -1000.0 to -999.0") == true, "\(faults)")
      #expect(faults.first?.contains("(and so in 2 more of 3 films)") == true, "\(faults)")
    }
  }

  @Test func `a model of an older program, without a hash of its description, is sound`() throws {
    try withSoundModel { path, _ in
      let file = "\(path)/model.json"
      let text = String(decoding: try WholeFile.read(file), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.contains("\"model.json\"") }
      try WholeFile.write(Array(lines.joined(separator: "\n").utf8), to: file)
      #expect(try ModelBundle(opening: path).description.checksums.count == 3)
      let check = ModelCheck(of: path)
      #expect(check.faults == [])
      #expect(check.findings.contains { $0.contains("records none of itself") })
    }
  }

  private static func changed(_ bundle: ModelBundle, _ change: Change) -> ModelBundle {
    var (description, tensors) = (bundle.description, bundle.tensors)
    var picture = bundle.startPicture
    var films = mappedFilms(bundle)
    switch change {
    case .tensor(let name): tensors[name]?.values[3] = 0
    case .axis: description.principalAxes.axes[0] = [0.8, 0.6, 0, 0]
    case .shares: description.principalAxes.explainedVariance[0] = 0.1
    case .range: description.principalAxes.minimum[2] = 1001
    case .property: films[1].properties[2] += 0.5
    case .mean: films[2].mean[1] += 0.1
    case .picture: picture[4, 3] = picture[4, 3] == .dimer ? .monomer : .dimer
    }
    return ModelBundle(
      description: description, tensors: tensors,
      latentMap: LatentMap(films, architecture: description.architecture), startPicture: picture)
  }

  private static func mappedFilms(_ bundle: ModelBundle) -> [MappedFilm] {
    (0..<bundle.latentMap.count).map { index in
      MappedFilm(
        mean: bundle.latentMap.mean(at: index), barriers: .esmaeilpour,
        properties: bundle.latentMap.properties(at: index),
        lattice: bundle.latentMap.lattice(at: index), seed: 1, index: index)
    }
  }

  /// A model on disk whose parts agree with each other.
  private func withSoundModel(
    _ variant: Variant = .seiscope, _ body: (String, ModelBundle) throws -> Void
  ) throws {
    try withScratchPath { path in
      let bundle = try Self.soundBundle(variant)
      try body(path, bundle.write(to: path))
    }
  }

  private static func soundBundle(_ variant: Variant) throws -> ModelBundle {
    let untrained = Fixture.bundle(variant)
    let predictor = try Predictor(untrained)
    var description = untrained.description
    description.principalAxes.mean = [0, 0, 0, 0]
    description.principalAxes.minimum = [-1000, -1000, -1000, -1000]
    description.principalAxes.maximum = [1000, 1000, 1000, 1000]
    let films = (0..<3).map { index in
      let film = Fixture.film(seed: UInt64(index))
      let observables = Observables(of: film)
      return MappedFilm(
        mean: predictor.encode(film).mean, barriers: .esmaeilpour,
        properties: Property.allCases.map { Float($0.value(in: observables)) }, lattice: film,
        seed: UInt64(index), index: index)
    }
    let start = description.startState.barriers
    return ModelBundle(
      description: description, tensors: untrained.tensors,
      latentMap: LatentMap(films, architecture: description.architecture),
      startPicture: predictor.decode(
        latent: predictor.prior(at: start).mean, barriers: start
      ).lattice)
  }
}
