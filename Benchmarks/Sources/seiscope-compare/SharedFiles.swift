import Foundation
import ModelExchange
import NetworkBenchmarks
import Networks
import Surrogate
import Tensors

/// What both sides work on: weights, a batch with its noise, and the decoder as ONNX.
enum SharedFiles {
  static func write(_ workload: Workload, to folder: String) throws {
    let architecture = workload.architecture
    let (batch, count) = (workload.batch, Workload.batchSize)
    var writer = SafetensorsWriter(metadata: [
      "beta": "\(Workload.weights.klDivergence)", "lambda": "\(Workload.weights.property)",
      "learningRate": "\(Workload.learningRate)",
    ])
    writer.add(
      bytes: batch.codes, shape: [count, architecture.height, architecture.width], named: "codes")
    func add(_ values: [Float], _ name: String) {
      writer.add(
        Tensor(shape: [count, values.count / count], values: values), named: name)
    }
    add(batch.barriers, "barriers")
    add(batch.properties, "properties")
    add(workload.noise, "noise")
    add(workload.latent, "latent")
    try save(writer.bytes, "\(folder)/batch.safetensors")
    try save(
      workload.bundle.weights(version: "benchmark", half: false), "\(folder)/weights.safetensors")
    for model in workload.bundle.onnxModels(version: "benchmark") {
      try save(model.bytes, "\(folder)/\(model.name)")
    }
  }

  private static func save(_ bytes: [UInt8], _ path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}
