import Foundation
import Tensors
import Testing

@testable import Networks

@Suite struct ArchitectureTests {
  @Test func `the project's tensors have PyTorch's names and shapes`() {
    let shapes = Dictionary(
      uniqueKeysWithValues: Architecture(variant: .seiscope).tensorShapes.map {
        ($0.name, $0.shape)
      })
    #expect(shapes["encoder.conv1.weight"] == [32, 23, 3, 3])
    #expect(shapes["encoder.bn3.running_var"] == [128])
    #expect(shapes["encoder.dense.weight"] == [100, 128 * 13 * 13])
    #expect(shapes["encoder.logvar.bias"] == [50])
    #expect(shapes["decoder.dense.weight"] == [128 * 13 * 13, 65])
    #expect(shapes["decoder.deconv2.weight"] == [128, 64, 3, 3])
    #expect(shapes["decoder.output.weight"] == [32, 23, 3, 3])
    #expect(shapes["regressor.dense3.weight"] == [4, 200])
    #expect(shapes["prior.dense3.weight"] == [100, 256])
    #expect(shapes.count == 58)
  }

  @Test(arguments: zip(Variant.allCases, [46, 52, 52, 58]))
  func `a variant has only its parts`(_ variant: Variant, _ count: Int) {
    let architecture = Architecture(variant: variant)
    #expect(architecture.tensorShapes.count == count)
    #expect(architecture.decoderInputs == (variant.readsBarriers ? 65 : 50))
  }

  @Test func `initial tensors pass the check and depend on the seed`() throws {
    let architecture = Fixtures.architecture(.cprvae)
    let tensors = architecture.initialTensors(seed: 5)
    try architecture.check(tensors)
    #expect(tensors == architecture.initialTensors(seed: 5))
    #expect(tensors != architecture.initialTensors(seed: 6))
    let weights = try #require(tensors["encoder.conv2.weight"]).values
    let bound = 1 / Float(8 * 9).squareRoot()
    #expect(weights.allSatisfy { abs($0) <= bound } && weights.contains { abs($0) > 0.9 * bound })
  }

  @Test func `what is wrong with a tensor is said by name`() {
    let architecture = Fixtures.architecture(.vae)
    func error(_ change: (inout [String: Tensor]) -> Void) -> String {
      var tensors = architecture.initialTensors(seed: 1)
      change(&tensors)
      do {
        try architecture.check(tensors)
        return "none"
      } catch { return "\(error)" }
    }
    #expect(error { $0["encoder.mean.bias"] = nil } == "encoder.mean.bias: missing")
    #expect(
      error { $0["decoder.dense.bias"] = Tensor(zeros: [3]) }
        == "decoder.dense.bias: expected shape [144], found [3]")
    #expect(
      error { $0["encoder.bn1.weight"]?.values[2] = .nan }
        == "encoder.bn1.weight: holds values that are not finite")
  }

  @Test func `an architecture survives JSON and names what cannot be built`() throws {
    let architecture = Fixtures.architecture(.prvae)
    let data = try JSONEncoder().encode(architecture)
    #expect(try JSONDecoder().decode(Architecture.self, from: data) == architecture)
    var odd = architecture
    odd.decoderChannels[1] = 12
    #expect(
      throws: NetworkError.architecture(
        "decoderChannels: expected three multiples of 8, found [16, 12, 8]")
    ) { try odd.validate() }
  }
}
