import ModelExchange
import Networks
import Surrogate
import Tensors
import Testing

struct WeightsTests {
  @Test(arguments: [false, true])
  func `weights come back under PyTorch's names, with what they mean`(_ half: Bool) throws {
    let bundle = Fixture.bundle()
    let reader = try SafetensorsReader(
      bytes: bundle.weights(version: "1.2.3", half: half), name: ModelBundle.weightsName)
    #expect(reader.names == bundle.description.architecture.tensorShapes.map(\.name).sorted())
    for (name, shape) in bundle.description.architecture.tensorShapes {
      #expect(reader.type(of: name) == (half ? .float16 : .float32))
      let tensor = try reader.floats(name, shape: shape)
      for (value, exact) in zip(tensor.values, try #require(bundle.tensors[name]).values) {
        #expect(half ? abs(value - exact) <= max(abs(exact) * 0x1p-11, 0x1p-25) : value == exact)
      }
    }
    #expect(reader.metadata["format"] == "pt")
    #expect(reader.metadata["model"] == "0123456789abcdef")
    #expect(reader.metadata["variant"] == "seiscope")
  }
}
