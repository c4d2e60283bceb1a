import Foundation
import Interphase
import SwiftProtobuf
import Tensors

/// An ONNX graph while it is put together.
///
/// Values are known by name. A node is added behind everything that it reads, so the graph that comes
/// out is closed and in an order in which it can run.
struct ONNXGraph {
  /// An attribute of a node.
  enum Attribute {
    case integer(String, Int)
    case integers(String, [Int])
  }

  private(set) var message = Onnx_GraphProto()
  private var known: Set<String> = []

  /// Starts a graph.
  init(name: String, documentation: String) {
    message.name = name
    message.docString = documentation
  }

  /// Declares an input of any number of samples.
  ///
  /// - Parameter shape: Of one sample.
  mutating func addInput(_ name: String, shape: [Int], _ documentation: String) {
    define(name)
    message.input.append(Self.description(name, shape, documentation))
  }

  /// Makes a value an output of any number of samples.
  ///
  /// - Precondition: A node gives the value.
  mutating func addOutput(_ name: String, shape: [Int], _ documentation: String) {
    precondition(known.contains(name), "no node of the graph gives '\(name)'")
    message.output.append(Self.description(name, shape, documentation))
  }

  /// Adds a constant of floats.
  mutating func addConstant(_ name: String, _ tensor: Tensor) {
    let bits = tensor.values.map(\.bitPattern.littleEndian)
    addConstant(name, tensor.shape, .float, bits.withUnsafeBytes { Data($0) })
  }

  /// Adds a constant of 64-bit integers, one dimension.
  mutating func addConstant(_ name: String, integers: [Int]) {
    let values = integers.map { Int64($0).littleEndian }
    addConstant(name, [integers.count], .int64, values.withUnsafeBytes { Data($0) })
  }

  /// Adds a node that gives one value, under the name of that value, or several.
  ///
  /// - Precondition: Everything that it reads is there, and what it gives is new.
  mutating func addNode(
    _ operation: String, _ inputs: [String], gives outputs: [String], _ attributes: [Attribute] = []
  ) {
    for input in inputs { precondition(known.contains(input), "'\(input)' is not there yet") }
    outputs.forEach { define($0) }
    message.node.append(
      .with { node in
        node.name = outputs[0]
        node.opType = operation
        node.input = inputs
        node.output = outputs
        node.attribute = attributes.map(\.message)
      })
  }

  private mutating func define(_ name: String) {
    precondition(known.insert(name).inserted, "'\(name)' is in the graph already")
  }

  private mutating func addConstant(
    _ name: String, _ shape: [Int], _ type: Onnx_TensorProto.DataType, _ data: Data
  ) {
    define(name)
    message.initializer.append(
      .with { tensor in
        tensor.name = name
        tensor.dims = shape.map(Int64.init)
        tensor.dataType = Int32(type.rawValue)
        tensor.rawData = data
      })
  }

  private static func description(
    _ name: String, _ shape: [Int], _ documentation: String
  ) -> Onnx_ValueInfoProto {
    .with { value in
      value.name = name
      value.docString = documentation
      value.type.tensorType.elemType = Int32(Onnx_TensorProto.DataType.float.rawValue)
      value.type.tensorType.shape.dim =
        [.with { $0.dimParam = "N" }] + shape.map { size in .with { $0.dimValue = Int64(size) } }
    }
  }
}

extension ONNXGraph.Attribute {
  fileprivate var message: Onnx_AttributeProto {
    .with { attribute in
      switch self {
      case .integer(let name, let value):
        attribute.name = name
        attribute.type = .int
        attribute.i = Int64(value)
      case .integers(let name, let values):
        attribute.name = name
        attribute.type = .ints
        attribute.ints = values.map(Int64.init)
      }
    }
  }
}
