import Foundation

@testable import ModelExchange

/// Runs the graphs that have dense layers alone, as plainly as ONNX defines their operators.
struct DenseEvaluator {
  private let graph: Onnx_GraphProto

  init(_ graph: Onnx_GraphProto) { self.graph = graph }

  /// The graph's outputs by name, for one sample.
  func run(_ inputs: [String: [Float]]) -> [String: [Float]] {
    var values = inputs
    for constant in graph.initializer { values[constant.name] = constant.floats }
    for node in graph.node { evaluate(node, &values) }
    return values.filter { name, _ in graph.output.contains { $0.name == name } }
  }

  private func evaluate(_ node: Onnx_NodeProto, _ values: inout [String: [Float]]) {
    let operands = node.input.map { values[$0] ?? [] }
    switch node.opType {
    case "Gemm":
      precondition(node.attribute.map(\.name) == ["transB"] && node.attribute[0].i == 1)
      values[node.output[0]] = operands[2].indices.map { row in
        let weights = operands[1][(row * operands[0].count)...]
        return zip(operands[0], weights).reduce(operands[2][row]) { $0 + $1.0 * $1.1 }
      }
    case "Relu": values[node.output[0]] = operands[0].map { max($0, 0) }
    case "Mul": values[node.output[0]] = zip(operands[0], operands[1]).map { $0 * $1 }
    case "Add": values[node.output[0]] = zip(operands[0], operands[1]).map { $0 + $1 }
    case "Clip":
      values[node.output[0]] = operands[0].map { min(max($0, operands[1][0]), operands[2][0]) }
    case "Concat": values[node.output[0]] = operands.flatMap { $0 }
    case "Split":
      let half = operands[0].count / 2
      values[node.output[0]] = Array(operands[0][..<half])
      values[node.output[1]] = Array(operands[0][half...])
    default: preconditionFailure("no operator \(node.opType)")
    }
  }
}

extension Onnx_TensorProto {
  /// The elements of a constant of floats; none for integers.
  var floats: [Float] {
    guard dataType == Int32(Onnx_TensorProto.DataType.float.rawValue) else { return [] }
    return rawData.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 4).map {
        Float(
          bitPattern: UInt32(
            littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self)))
      }
    }
  }
}
