import Foundation
import Testing

/// From a data set to a decoded film, by the commands that a person types.
@Suite struct ModelCommandTests {
  private struct Encoding: Decodable {
    let mean: [Float]
    let logVariance: [Float]
    let properties: [Float]
  }

  private struct Decoding: Decodable {
    let z: [Float]
    let lattice: [[Int]]
    let properties: [Float]
    let observables: [String: Double]
    let novelty: Novelty
  }

  private struct Novelty: Decodable {
    let isFar, isPointFar: Bool
    let barriersOutside: [String]
    let distance, distanceLimit: Double
  }

  @Test func `data, model, encoding, decoding`() throws {
    let folder = try TemporaryFolder()
    let (data, model) = (folder.path + "/data", folder.path + "/model")
    let made = try Program.run([
      "dataset", "--samples", "40", "--seed", "3", "--event-limit", "500", "--out", data,
    ])
    #expect(made.status == 0, "\(made.errors)")
    let trained = try Program.run([
      "train", "--data", data, "--out", model, "--epochs", "1", "--batch-size", "8", "--f16",
      "--json",
    ])
    #expect(trained.status == 0, "\(trained.errors)")
    #expect(trained.errors.contains("epoch 1/1"))
    #expect(trained.output.contains("\"solidOverlap\""))
    #expect(!FileManager.default.fileExists(atPath: model + ".checkpoint"))

    try encodeAndDecode(model, in: folder.path)
    try goFar(model)
    try refusals(model, data: data, in: folder.path)
  }

  private func encodeAndDecode(_ model: String, in folder: String) throws {
    let film = folder + "/film.json"
    let simulated = try Program.run([
      "simulate", "--seed", "1", "--events", "500", "--json", "--lattice",
    ])
    try simulated.output.write(toFile: film, atomically: true, encoding: .utf8)
    let encoded = try Program.run(["encode", "--model", model, "--lattice", film, "--json"])
    let encoding = try JSONDecoder().decode(Encoding.self, from: Data(encoded.output.utf8))
    #expect(encoding.mean.count == 50)
    #expect(encoding.logVariance.count == 50)
    #expect(encoding.properties.count == 4)

    let point = folder + "/point.json"
    try encoded.output.write(toFile: point, atomically: true, encoding: .utf8)
    let logits = folder + "/logits.safetensors"
    let decoded = try Program.run([
      "decode", "--model", model, "--z", point, "--preset", "middle", "--json", "--logits",
      logits,
    ])
    let decoding = try JSONDecoder().decode(Decoding.self, from: Data(decoded.output.utf8))
    #expect(decoding.z == encoding.mean)
    #expect(decoding.properties == encoding.properties)
    #expect(decoding.lattice.count == 50)
    #expect(decoding.lattice[0] == [Int](repeating: 1, count: 50))
    #expect(decoding.observables.count == 7)
    let size = try FileManager.default.attributesOfItem(atPath: logits)[.size] as? Int ?? 0
    #expect(size > 23 * 50 * 50 * 4)
  }

  private func goFar(_ model: String) throws {
    func novelty(_ arguments: [String]) throws -> Novelty {
      let outcome = try Program.run(["decode", "--model", model, "--json"] + arguments)
      return try JSONDecoder().decode(Decoding.self, from: Data(outcome.output.utf8)).novelty
    }
    let known = try novelty(["--anchor", "test:1"])
    #expect(!known.isFar && known.distance < 1e-3)
    let away = ["--anchor", "mean", "--pc", "1=1000"]
    let far = try novelty(away)
    #expect(far.isPointFar && far.distance > far.distanceLimit)
    let outside = try novelty(["--anchor", "test:1", "--set", "pairing=0.2"])
    #expect(outside.isFar && !outside.isPointFar && outside.barriersOutside == ["pairing"])
    let text = try Program.run(["decode", "--model", model] + away).output
    #expect(text.contains("FAR: no film near the point; beyond all films on PC1"))
  }

  private func refusals(_ model: String, data: String, in folder: String) throws {
    let cases: [([String], status: Int32, words: String)] = [
      (["decode", "--model", folder + "/none"], 66, "there is no model folder"),
      (["decode", "--model", model, "--pc", "51=1"], 64, "axes 1 to 50"),
      (["decode", "--model", model, "--anchor", "test:99"], 64, "films 0 to"),
      (["decode", "--model", model, "--set", "paring=0.7"], 64, "did you mean 'pairing'?"),
      (["encode", "--model", model, "--lattice", model + "/model.json"], 65, "rows of species"),
      (["train", "--data", folder + "/none", "--out", folder + "/m"], 66, "dataset"),
      (["train", "--data", data, "--out", data], 73, "no part of a model"),
      (["train", "--data", data, "--out", model], 73, "a model is there already"),
      (["train", "--data", data, "--out", folder + "/m", "--resume"], 66, "leave out --resume"),
      (
        ["train", "--data", data, "--out", folder + "/m", "--batch-size", "90"], 65, "--batch-size"
      ),
    ]
    for (arguments, status, words) in cases {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == status, "\(arguments)")
      #expect(outcome.output.isEmpty, "\(arguments)")
      #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(arguments)")
    }
  }
}
