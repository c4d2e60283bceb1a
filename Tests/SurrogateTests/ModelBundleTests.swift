import Files
import Foundation
import Interphase
import Networks
import Surrogate
import Tensors
import Testing

struct ModelBundleTests {
  @Test func `what is written is what is read`() throws {
    try withScratchPath { path in
      let bundle = Fixture.bundle()
      try bundle.write(to: path)
      let read = try ModelBundle(opening: path)
      var description = read.description
      #expect(description.checksums.count == 4)
      description.checksums = [:]
      #expect(description == bundle.description)
      #expect(read.tensors == bundle.tensors)
      #expect(read.latentMap == bundle.latentMap)
      #expect(read.startPicture == bundle.startPicture)
      #expect(read.latentMap.seeds[0] == .max)
      #expect(read.latentMap.lattice(at: 2) == Fixture.film(seed: 2))
      #expect(try read.latentMap.barriers(at: 1) == .esmaeilpour)
    }
  }

  @Test func `equal models have equal bytes`() throws {
    try withScratchPath { path in
      let bundle = Fixture.bundle()
      try bundle.write(to: path)
      let first = try BundleFile.allNames.map { try WholeFile.read("\(path)/\($0)") }
      try bundle.write(to: path)
      #expect(try BundleFile.allNames.map { try WholeFile.read("\(path)/\($0)") } == first)
    }
  }

  @Test func `weights as halves are within half a unit in the last place`() throws {
    try withScratchPath { path in
      let bundle = Fixture.bundle()
      let rounded = try bundle.write(to: path, half: true)
      #expect(rounded.tensors != bundle.tensors)
      for (name, tensor) in bundle.tensors {
        for (exact, half) in zip(tensor.values, try #require(rounded.tensors[name]).values) {
          #expect(abs(exact - half) <= max(abs(exact) * 0x1p-11, 0x1p-25), "\(name)")
        }
      }
    }
  }

  @Test func `the start screen reads no weights`() throws {
    try withScratchPath { path in
      try Fixture.bundle().write(to: path)
      try WholeFile.write([1], to: "\(path)/weights.safetensors")
      let (description, picture, _) = try ModelBundle.description(at: path)
      #expect(description.startState.seed == 7)
      #expect(picture == Fixture.film(seed: 9))
      #expect(throws: SafetensorsError.self) { _ = try ModelBundle(opening: path) }
    }
  }

  @Test func `a folder that is no model is not overwritten`() throws {
    try withScratchPath { path in
      try Folder.create(path)
      try WholeFile.write([1], to: "\(path)/thesis.tex")
      let error = #expect(throws: FileError.self) { try Fixture.bundle().write(to: path) }
      #expect(
        error?.description
          == "\(path): holds 'thesis.tex', which is no part of a model: give another folder")
      #expect(Folder.names(in: path) == ["thesis.tex"])
    }
  }

  @Test func `a missing folder and a missing file are named`() throws {
    try withScratchPath { path in
      let missing = #expect(throws: BundleError.self) { _ = try ModelBundle(opening: path) }
      #expect(missing == .missing(path))
      #expect(missing?.exitStatus == .noInput)
      try Fixture.bundle().write(to: path)
      try FileManager.default.removeItem(atPath: "\(path)/latent-map.safetensors")
      let partial = #expect(throws: BundleError.self) { _ = try ModelBundle(opening: path) }
      #expect(partial?.description.contains("latent-map.safetensors is missing") == true)
    }
  }

  @Test func `a file of another model is refused`() throws {
    try withScratchPath { path in
      let bundle = Fixture.bundle()
      try bundle.write(to: path)
      let other = ModelBundle(
        description: bundle.description,
        tensors: bundle.description.architecture.initialTensors(seed: 5),
        latentMap: bundle.latentMap, startPicture: bundle.startPicture)
      try other.write(to: path + "2")
      let weights = try WholeFile.read("\(path)2/weights.safetensors")
      try WholeFile.write(weights, to: "\(path)/weights.safetensors")
      let error = #expect(throws: BundleError.self) { _ = try ModelBundle(opening: path) }
      #expect(error == .checksum(file: "weights.safetensors"))
    }
  }

  /// A change to `model.json`, and the refusal that it must meet. To Foundation's decoder a number
  /// that its type cannot hold is no valid JSON.
  static let damages: [(from: String, to: String, message: String)] = [
    ("\"format\" : 1", "\"format\" : 2", "format 2 is newer than this program's 1"),
    ("\"latent\" : 4", "\"latent\" : 5", "principalAxes.mean: expected 5 numbers, found 4"),
    ("\"latent\" : 4", "\"latent\" : 0", "architecture: "),
    ("\"alphabet\" : 9", "\"alphabet\" : 7", "architecture.alphabet: expected at least 8, found 7"),
    ("\"alphabet\" : 9", "\"alphabet\" : \"x\"", "architecture.alphabet: expected Int"),
    ("\"variant\" : \"seiscope\"", "\"variant\" : \"gan\"", "architecture.variant: "),
    ("\"width\" : 10", "\"width\" : 11", "simulation: expected 11 x 12"),
    ("\"temperature\" : 300", "\"temperature\" : -3", "simulation: a temperature of -3.0 K"),
    ("\"metrics\"", "\"metric\"", "metrics: missing"),
    ("[1, 2, 3, 4]", "[1, 2, 3]", "principalAxes.mean: expected 4 numbers, found 3"),
    ("[0, 1, 0, 0]", "[0, 2, 0, 0]", "principalAxes.axes[1]: expected length 1, found 4.0"),
    ("[0, 1, 0, 0]", "[0, NaN, 0, 0]", "the given data was not valid JSON"),
    ("0.25, 0.15", "1e99, 0.15", "the given data was not valid JSON"),
    ("\"seed\" : 7", "\"seed\" : -7", "the given data was not valid JSON"),
    ("\"program\"", "program", "the given data was not valid JSON"),
  ]

  @Test(arguments: damages)
  func `a damaged description is refused in a sentence`(
    _ from: String, _ to: String, _ message: String
  ) throws {
    try withScratchPath { path in
      try Fixture.bundle().write(to: path)
      let file = "\(path)/model.json"
      let text = String(decoding: try WholeFile.read(file), as: UTF8.self)
      let damaged = text.replacing(from, with: to, maxReplacements: 1)
      #expect(damaged != text)
      try WholeFile.write(Array(damaged.utf8), to: file)
      let error = #expect(throws: BundleError.self) { _ = try ModelBundle(opening: path) }
      let found = error?.description ?? ""
      #expect(found.hasPrefix("model.json: \(message)"), "\(found)")
    }
  }

  @Test(arguments: BundleFile.allNames)
  func `a truncated file is refused, wherever it ends`(_ file: String) throws {
    try withScratchPath { path in
      try Fixture.bundle().write(to: path)
      let whole = try WholeFile.read("\(path)/\(file)")
      for share in [0.0, 0.001, 0.1, 0.5, 0.9, 0.999] {
        let bytes = Array(whole.prefix(Int(Double(whole.count - 2) * share)))
        try WholeFile.write(bytes, to: "\(path)/\(file)")
        let error = #expect(throws: (any Error).self, "\(file) cut at \(share)") {
          _ = try ModelBundle(opening: path)
        }
        #expect(error is any UserError, "\(file) cut at \(share): \(String(describing: error))")
      }
    }
  }

  @Test func `species that do not exist are refused`() throws {
    try withScratchPath { path in
      let bundle = Fixture.bundle()
      try bundle.write(to: path)
      var writer = SafetensorsWriter()
      writer.add(
        bytes: [UInt8](repeating: 8, count: 120), shape: [12, 10], named: "lattice")
      try WholeFile.write(writer.bytes, to: "\(path)/start-picture.safetensors")
      let error = #expect(throws: BundleError.self) { try ModelBundle.description(at: path) }
      #expect(
        error?.description
          == "start-picture.safetensors: lattice: species code 8 is unknown: copy the file again")
    }
  }
}
