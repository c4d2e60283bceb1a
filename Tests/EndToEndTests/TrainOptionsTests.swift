import Foundation
import Testing

/// The ways to say what a training does.
@Suite struct TrainOptionsTests {
  private func withData(_ body: (_ folder: String, _ data: String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    let data = folder.path + "/data"
    let made = try Program.run([
      "dataset", "--samples", "40", "--seed", "3", "--event-limit", "300", "--out", data,
    ])
    #expect(made.status == 0, "\(made.errors)")
    try body(folder.path, data)
  }

  @Test func `a file says what the options say, and options win over it`() throws {
    try withData { folder, data in
      let file = folder + "/training.yaml"
      try """
      variant: prvae
      epochs: 5
      batch-size: 8
      beta: 0.5
      """.write(toFile: file, atomically: true, encoding: .utf8)
      let first = try Program.run([
        "train", "--data", data, "--out", folder + "/a", "--hyperparameters", file, "--epochs", "1",
        "--csv", folder + "/curves.csv",
      ])
      #expect(first.status == 0, "\(first.errors)")
      let second = try Program.run([
        "train", "--data", data, "--out", folder + "/b", "--variant", "prvae", "--batch-size", "8",
        "--beta", "0.5", "--epochs", "1",
      ])
      #expect(second.status == 0, "\(second.errors)")
      func weights(_ model: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(model)/weights.safetensors"))
      }
      #expect(try weights("a") == weights("b"))
      let curves = try String(contentsOfFile: folder + "/curves.csv", encoding: .utf8)
      let lines = curves.split(separator: "\n")
      #expect(lines.contains("# beta: 0.5"))
      #expect(lines.contains("# variant: prvae"))
      #expect(lines.filter { !$0.hasPrefix("#") }.count == 2, "names and one epoch")
    }
  }

  @Test func `what a file gets wrong is named`() throws {
    try withData { folder, data in
      let file = folder + "/training.yaml"
      for (text, words) in [
        ("epoch: 3", "unknown key 'epoch': did you mean 'epochs'?"),
        ("epochs: many", "epochs: found 'many', expected a whole number"),
        ("variant: gan", "variant: found 'gan', expected vae, prvae, cprvae, seiscope"),
        ("batch-size: 3", "training.yaml: --batch-size: found 3, expected an even number"),
        ("- 3", "expected hyper-parameters: a mapping"),
        ("", "is empty: expected hyper-parameters"),
      ] {
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try Program.run([
          "train", "--data", data, "--out", folder + "/m", "--hyperparameters", file,
        ])
        #expect(outcome.status == 65, "\(text)")
        #expect(outcome.errors.contains(words), "\(text): \(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder + "/m"))
      }
      let range = try Program.run([
        "train", "--data", data, "--out", folder + "/m", "--profile", "nan",
      ])
      #expect(range.status == 64)
      #expect(range.errors.contains("--profile: found nan, expected a finite number"))
    }
  }
}
