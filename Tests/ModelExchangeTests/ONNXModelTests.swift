import Foundation
import Interphase
import Networks
import Surrogate
import SwiftProtobuf
import Tensors
import Testing

@testable import ModelExchange

struct ONNXModelTests {
  private static func parsed(_ model: ONNXModel) throws -> Onnx_ModelProto {
    try Onnx_ModelProto(serializedBytes: model.bytes)
  }

  private static func graph(_ name: String, of bundle: ModelBundle) throws -> Onnx_GraphProto {
    let models = bundle.onnxModels(version: "1.2.3")
    return try parsed(#require(models.first { $0.name == name })).graph
  }

  @Test(arguments: Variant.allCases)
  func `a variant gives the parts that it has`(_ variant: Variant) throws {
    let models = Fixture.bundle(variant).onnxModels(version: "1.2.3")
    let expected =
      ["encoder.onnx", "decoder.onnx"] + (variant.hasRegressor ? ["regressor.onnx"] : [])
      + (variant.hasPrior ? ["prior.onnx"] : [])
    #expect(models.map(\.name) == expected)
    let decoder = try Self.parsed(models[1]).graph
    #expect(
      decoder.input.map(\.name) == (variant.readsBarriers ? ["latent", "barriers"] : ["latent"]))
  }

  @Test func `a file says its versions and what its values mean`() throws {
    for model in Fixture.bundle().onnxModels(version: "1.2.3") {
      let message = try Self.parsed(model)
      #expect(message.irVersion == 8)
      #expect(message.opsetImport.map(\.version) == [17])
      #expect(message.opsetImport.map(\.domain) == [""])
      #expect(message.producerName == "seiscope")
      #expect(message.producerVersion == "1.2.3")
      let notes = Dictionary(uniqueKeysWithValues: message.metadataProps.map { ($0.key, $0.value) })
      #expect(notes["part"].map { $0 + ".onnx" } == model.name)
      #expect(notes["model"] == "0123456789abcdef")
      #expect(notes["program"] == "seiscope 1.2.3")
      #expect(notes["propertyMeans"] == "[2,0.6,1.5,0.25]")
      #expect(notes["speciesCodes"]?.hasPrefix("{\"electrolyte\":0,\"electrode\":1,") == true)
      let middles = try JSONDecoder().decode(
        [Float].self, from: Data(#require(notes["barrierMiddles"]).utf8))
      #expect(middles == Fixture.bundle().description.scaling.barrierMiddles)
      let names = try JSONDecoder().decode(
        [String].self, from: Data(#require(notes["barriers"]).utf8))
      #expect(names == Reaction.withBarrier.map(\.id))
    }
  }

  @Test(arguments: Variant.allCases)
  func `every value of a graph is there before it is read, and has one source`(
    _ variant: Variant
  ) throws {
    for model in Fixture.bundle(variant).onnxModels(version: "1") {
      let graph = try Self.parsed(model).graph
      var known: Set<String> = []
      for name in graph.input.map(\.name) + graph.initializer.map(\.name) {
        #expect(known.insert(name).inserted, "\(model.name): \(name)")
      }
      for node in graph.node {
        for name in node.input { #expect(known.contains(name), "\(model.name): \(name)") }
        for name in node.output { #expect(known.insert(name).inserted, "\(model.name): \(name)") }
      }
      for output in graph.output { #expect(known.contains(output.name)) }
      let read = Set(graph.node.flatMap(\.input))
      for constant in graph.initializer { #expect(read.contains(constant.name), "unused constant") }
    }
  }

  @Test func `inputs and outputs have the network's shapes for any number of samples`() throws {
    let models = Fixture.bundle().onnxModels(version: "1")
    #expect(
      models.map(\.inputs) == [
        ["film [N, 9, 12, 10]"], ["latent [N, 4]", "barriers [N, 15]"], ["mean [N, 4]"],
        ["barriers [N, 15]"],
      ])
    #expect(
      models.map(\.outputs) == [
        ["mean [N, 4]", "logvar [N, 4]"], ["logits [N, 9, 12, 10]"],
        ["properties [N, 4]", "standardised [N, 4]"], ["mean [N, 4]", "logvar [N, 4]"],
      ])
  }

  @Test func `constants are float tensors of the architecture's shapes and sizes`() throws {
    let bundle = Fixture.bundle()
    let shapes = Dictionary(
      uniqueKeysWithValues: bundle.description.architecture.tensorShapes.map { ($0.name, $0.shape) }
    )
    var seen: Set<String> = []
    for model in bundle.onnxModels(version: "1") {
      for constant in try Self.parsed(model).graph.initializer {
        let count = constant.dims.reduce(1, *)
        let size = constant.dataType == Int32(Onnx_TensorProto.DataType.int64.rawValue) ? 8 : 4
        #expect(constant.rawData.count == Int(count) * size, "\(constant.name)")
        guard let shape = shapes[constant.name] else { continue }
        #expect(constant.dims == shape.map(Int64.init), "\(constant.name)")
        seen.insert(constant.name)
      }
    }
    // Batch normalisations are folded into the convolutions; everything else is there.
    #expect(seen == Set(shapes.keys.filter { !$0.contains(".bn") }))
  }

  @Test func `strides and paddings lead back to the film's size`() throws {
    let graph = try Self.graph("decoder.onnx", of: Fixture.bundle())
    // 12 × 10 halves to 6 × 5 and, rounded up, to 3 × 3.
    let shape = try #require(graph.initializer.first { $0.name == "image.shape" })
    let sizes = shape.rawData.withUnsafeBytes { Array($0.bindMemory(to: Int64.self)) }
    #expect(sizes == [0, 24, 3, 3])
    var image = [3, 3]
    for node in graph.node where node.opType == "ConvTranspose" {
      let attributes = Dictionary(
        uniqueKeysWithValues: node.attribute.map { ($0.name, $0.ints.map(Int.init)) })
      let strides = try #require(attributes["strides"])
      let extra = try #require(attributes["output_padding"])
      #expect(attributes["pads"] == [1, 1, 1, 1])
      // The standard's formula for a window of 3: stride · (n − 1) + extra + 3 − pads.
      image = (0..<2).map { strides[$0] * (image[$0] - 1) + extra[$0] + 3 - 2 }
      #expect(zip(extra, strides).allSatisfy { (0..<$1).contains($0) })
    }
    #expect(image == [12, 10])
  }

  @Test func `a batch normalisation is folded into either kind of convolution`() throws {
    func change(_ tensors: inout [String: Tensor]) {
      for (name, value) in [
        ("weight", 2), ("running_var", 3), ("running_mean", 5), ("bias", 7),
      ] as [(String, Float)] {
        tensors["encoder.bn1." + name]?.values[1] = value
        tensors["decoder.bn2." + name]?.values[1] = value
      }
      tensors["encoder.conv1.bias"]?.values[1] = 1
      tensors["decoder.deconv2.bias"]?.values[1] = 1
    }
    let bundle = Fixture.bundle(changing: change)
    let scale = 2 / Float(3 + 1e-5).squareRoot()
    // Weight [8, 9, 3, 3]: output channel 1 is the second block of 81. Transposed [16, 8, 3, 3]: the
    // second block of 9 of each input channel.
    for (file, name, places) in [
      ("encoder.onnx", "encoder.conv1", 81..<162), ("decoder.onnx", "decoder.deconv2", 9..<18),
    ] {
      let graph = try Self.graph(file, of: bundle)
      let weight = try #require(graph.initializer.first { $0.name == name + ".weight" }).floats
      let bias = try #require(graph.initializer.first { $0.name == name + ".bias" }).floats
      let original = try #require(bundle.tensors[name + ".weight"]).values
      let identity = 1 / Float(1 + 1e-5).squareRoot()
      for index in 0..<places.upperBound {
        let expected = original[index] * (places.contains(index) ? scale : identity)
        #expect(abs(weight[index] - expected) <= 1e-6 * max(1, abs(expected)), "\(name) \(index)")
      }
      #expect(abs(bias[1] - ((1 - 5) * scale + 7)) < 1e-5)
    }
  }

  @Test func `regressor and prior compute what the network computes, bounds included`() throws {
    let bundle = Fixture.bundle { tensors in
      tensors["prior.dense3.bias"]?.values[4] = 1000
      tensors["prior.dense3.bias"]?.values[5] = -1000
    }
    let network = try InferenceNetwork(
      architecture: bundle.description.architecture, tensors: bundle.tensors)
    let mean: [Float] = [0.5, -1, 2, 0.25]
    let regressed = DenseEvaluator(try Self.graph("regressor.onnx", of: bundle)).run(["mean": mean])
    let standardised = network.regress(mean: mean)
    expectClose(regressed["standardised"], standardised)
    expectClose(
      regressed["properties"], bundle.description.scaling.physical(properties: standardised))
    let barriers = (0..<15).map { Float($0) / 7 - 1 }
    let prior = DenseEvaluator(try Self.graph("prior.onnx", of: bundle)).run(["barriers": barriers])
    let expected = network.prior(barriers: barriers)
    expectClose(prior["mean"], expected.mean)
    expectClose(prior["logvar"], expected.logVariance)
    #expect(expected.logVariance[0] == 10)
    #expect(expected.logVariance[1] == -10)
  }

  @Test func `a mixture's parameters are those that the network draws from`() throws {
    let bundle = Fixture.bundle(components: 3)
    let network = try InferenceNetwork(
      architecture: bundle.description.architecture, tensors: bundle.tensors)
    let barriers = (0..<15).map { Float($0) / 7 - 1 }
    let values = DenseEvaluator(try Self.graph("prior.onnx", of: bundle)).run(["barriers": barriers]
    )
    expectClose(values["mean"], network.prior(barriers: barriers).mean)
    let parameters = try #require(values["mixture"])
    let expected = network.mixture(barriers: barriers).components
    #expect(parameters.count == 27)
    let powers = parameters.suffix(3).map { exp(Double($0)) }
    for component in expected {
      let place = try #require(
        (0..<3).first { abs(parameters[$0 * 8] - component.mean[0]) < 1e-5 })
      expectClose(Array(parameters[(place * 8)..<(place * 8 + 4)]), component.mean)
      expectClose(Array(parameters[(place * 8 + 4)..<(place * 8 + 8)]), component.logVariance)
      #expect(abs(powers[place] / powers.reduce(0, +) - component.share) < 1e-5)
    }
  }

  @Test func `draws of a mixture scatter about what the continuation says`() throws {
    // Every log-variance at the lower bound: draws lie within a few hundredths of their means.
    let bundle = Fixture.bundle(components: 2) { tensors in
      for (name, places) in [
        ("prior.mixture.bias", [4...7, 12...15]), ("prior.rest.dense3.bias", [2...3]),
      ] {
        for place in places.joined() { tensors[name]?.values[place] = -1000 }
      }
    }
    let network = try InferenceNetwork(
      architecture: bundle.description.architecture, tensors: bundle.tensors)
    let barriers = (0..<15).map { Float($0) / 7 - 1 }
    let evaluator = DenseEvaluator(try Self.graph("continuation.onnx", of: bundle))
    let draws = network.drawPrior(barriers: barriers, count: 50, seed: 3)
    for start in stride(from: 0, to: draws.count, by: 6) {
      let values = evaluator.run(
        ["barriers": barriers, "leading": Array(draws[start..<(start + 4)])])
      #expect(values["logvar"] == [-10, -10])
      for (mean, drawn) in zip(values["mean"] ?? [], draws[(start + 4)..<(start + 6)]) {
        #expect(abs(mean - drawn) < 0.04)
      }
    }
  }

  @Test func `equal models have equal bytes`() {
    let (first, second) = (Fixture.bundle(), Fixture.bundle())
    for (one, other) in zip(first.onnxModels(version: "1"), second.onnxModels(version: "1")) {
      #expect(one.bytes == other.bytes)
    }
  }

  private func expectClose(_ values: [Float]?, _ expected: [Float]) {
    #expect(values?.count == expected.count)
    for (value, expected) in zip(values ?? [], expected) {
      #expect(abs(value - expected) <= 1e-5 * max(1, abs(expected)))
    }
  }
}
