import Foundation
import Testing

/// `seiscope model` on the model that comes with the program.
@Suite struct ModelFilesTests {
  private struct Info: Decodable {
    struct Data: Decodable {
      let samples: Int
      let rulesVersion: Int
      let hash: String
    }
    struct Training: Decodable { let data: Data }
    struct File: Decodable {
      let name: String
      let bytes: Int
    }
    struct Axis: Decodable {
      let axis: Int
      let explainedVariance: Double
      let property: String
    }

    let variant: String
    let parameters: Int
    let bytes: Int
    let training: Training
    let principalAxes: [Axis]
    let files: [File]
  }

  private struct Checked: Decodable {
    struct Model: Decodable {
      let sound: Bool
      let faults: [String]
      let findings: [String]
    }

    let models: [Model]
  }

  /// The package's folder of the bundled model.
  private static let bundled =
    URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path + "/SampleModels/carbonate"

  @Test func `info says what the bundled model is, as text and as JSON`() throws {
    let text = try Program.run(["model", "info"])
    #expect(text.status == 0, "\(text.errors)")
    for word in [
      "variant ", "parameters ", "rules version ", "learningRate ", "R² from the latent mean",
      "PC1 ",
      "weights.safetensors ", " bytes",
    ] {
      #expect(text.output.contains(word), "\(word): \(text.output)")
    }
    let json = try Program.run(["model", "info", Self.bundled, "--json"])
    let info = try JSONDecoder().decode(Info.self, from: Data(json.output.utf8))
    #expect(info.variant == "seiscope")
    #expect(info.parameters > 3_000_000)
    #expect(info.training.data.samples > 0)
    #expect(info.principalAxes.map(\.axis) == Array(1...50))
    #expect(abs(info.principalAxes.reduce(0) { $0 + $1.explainedVariance } - 1) < 1e-3)
    #expect(info.bytes == info.files.reduce(0) { $0 + $1.bytes })
    for file in info.files {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: "\(Self.bundled)/\(file.name)")
      #expect(attributes[.size] as? Int == file.bytes)
    }
  }

  @Test func `the bundled model is sound, and a damaged copy is not`() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path + "/copy"
    try FileManager.default.copyItem(atPath: Self.bundled, toPath: copy)
    let sound = try Program.run(["model", "check", Self.bundled, copy])
    #expect(sound.status == 0, "\(sound.output)\(sound.errors)")
    #expect(sound.output.contains("\(copy): sound\n"))
    var map = try Data(contentsOf: URL(fileURLWithPath: copy + "/latent-map.safetensors"))
    map[map.count - 5000] ^= 1
    try map.write(to: URL(fileURLWithPath: copy + "/latent-map.safetensors"))
    let damaged = try Program.run(["model", "check", Self.bundled, copy])
    #expect(damaged.status == 65)
    #expect(damaged.output.contains("\(copy): not sound\n  latent-map.safetensors: "))
    #expect(damaged.errors == "seiscope: 1 fault in 1 of 2 models\n")
    let json = try Program.run(["model", "check", Self.bundled, copy, "--json"])
    #expect(json.status == 65)
    let checked = try JSONDecoder().decode(Checked.self, from: Data(json.output.utf8))
    #expect(checked.models.map(\.sound) == [true, false])
    #expect(checked.models.map(\.faults.count) == [0, 1])
    #expect(sound.output.contains("\(checked.models[0].findings[0])\n"))
  }

  @Test func `a model becomes ONNX files, the same ones again with force`() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/a/onnx"
    let names = ["continuation", "decoder", "encoder", "prior", "regressor"].map { $0 + ".onnx" }
    let made = try Program.run(["model", "convert", Self.bundled, "--to", "onnx", "--out", out])
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("latent [N, 50], barriers [N, 15] → logits [N, 23, 50, 50]"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: out).sorted() == names)
    let first = try names.map { try Data(contentsOf: URL(fileURLWithPath: "\(out)/\($0)")) }
    let again = ["model", "convert", Self.bundled, "--to", "onnx", "--out", out]
    let refused = try Program.run(again)
    #expect(refused.status == 73)
    #expect(refused.errors.contains("is there already: give another folder, or --force"))
    #expect(try Program.run(again + ["--force"]).status == 0)
    #expect(try names.map { try Data(contentsOf: URL(fileURLWithPath: "\(out)/\($0)")) } == first)
  }

  @Test func `weights are written as F32 and as F16`() throws {
    let folder = try TemporaryFolder()
    var sizes: [Int] = []
    for (name, flags) in [("f32", []), ("f16", ["--f16"])] {
      let out = folder.path + "/" + name
      let made = try Program.run(
        ["model", "convert", Self.bundled, "--to", "safetensors", "--out", out] + flags)
      #expect(made.status == 0, "\(made.errors)")
      let attributes = try FileManager.default.attributesOfItem(
        atPath: out + "/weights.safetensors")
      sizes.append(attributes[.size] as? Int ?? 0)
    }
    #expect(sizes[0] > 12_000_000)
    #expect(abs(Double(sizes[0]) / Double(sizes[1]) - 2) < 0.01)
  }

  @Test func `what cannot be converted or described ends in one sentence`() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/out"
    func convert(_ arguments: String...) -> [String] { ["model", "convert"] + arguments }
    let cases: [([String], status: Int32, words: String)] = [
      (convert(Self.bundled, "--to", "onxx", "--out", out), 64, "did you mean 'onnx'?"),
      (convert(Self.bundled, "--to", "keras", "--out", out), 64, "use onnx or safetensors"),
      (convert(Self.bundled, "--to", "onnx", "--f16", "--out", out), 64, "ONNX files hold float32"),
      (
        convert(folder.path + "/none", "--to", "onnx", "--out", out), 66, "there is no model folder"
      ),
      (convert(folder.path, "--to", "onnx", "--out", out), 66, "model.json is missing"),
      (
        convert(Self.bundled, "--to", "onnx", "--force", "--out", Self.bundled), 73,
        "no part of a converted model"
      ),
      (["model", "info", folder.path], 66, "model.json is missing"),
      (["model", "info", folder.path + "/none"], 66, "there is no model folder"),
    ]
    for (arguments, status, words) in cases {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == status, "\(arguments)")
      #expect(outcome.output.isEmpty, "\(arguments)")
      #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(arguments)")
    }
    #expect(!FileManager.default.fileExists(atPath: out))
    let missing = try Program.run(["model", "check", folder.path + "/none"])
    #expect(missing.status == 65, "any fault, a missing folder too")
    #expect(missing.output.contains("there is no model folder"))
  }
}
