import Networks
import Surrogate
import SwiftProtobuf

/// One part of a network as an ONNX file: opset 17, float32, any number of samples at a time.
public struct ONNXModel: Sendable {
  /// The file's name, such as `encoder.onnx`.
  public let name: String
  /// Inputs in order, as text: `latent [N, 50]`.
  public let inputs: [String]
  /// Outputs in order, as text.
  public let outputs: [String]
  /// The whole file; equal models give equal bytes.
  public let bytes: [UInt8]

  /// The names of all files that a model can have.
  public static let allNames = ONNXPart.allCases.map(\.fileName)

  /// Version of the operators.
  static let operatorSet: Int64 = 17
  /// Version of the file format.
  static let formatVersion: Int64 = 8

  init(_ part: ONNXPart, _ graph: ONNXGraph, _ notes: ModelNotes, version: String) {
    let message = Onnx_ModelProto.with { model in
      model.irVersion = Self.formatVersion
      model.producerName = "seiscope"
      model.producerVersion = version
      model.docString = graph.message.docString
      model.graph = graph.message
      model.opsetImport = [
        .with {
          $0.domain = ""
          $0.version = Self.operatorSet
        }
      ]
      model.metadataProps = ([("part", part.rawValue)] + notes.entries).map { key, value in
        .with {
          $0.key = key
          $0.value = value
        }
      }
    }
    name = part.fileName
    inputs = graph.message.input.map(\.text)
    outputs = graph.message.output.map(\.text)
    // Justified by the fact that only required fields, of which there are none, and messages beyond
    // 2 GB fail: the largest network that an architecture allows is refused by the trainer's memory.
    bytes = try! message.serializedBytes()
  }
}

/// The parts that can be run alone.
enum ONNXPart: String, CaseIterable {
  case encoder, decoder, regressor, prior, continuation

  var fileName: String { rawValue + ".onnx" }

  /// Whether networks of a shape have the part.
  func isPart(of architecture: Architecture) -> Bool {
    switch self {
    case .encoder, .decoder: true
    case .regressor: architecture.variant.hasRegressor
    case .prior: architecture.variant.hasPrior
    case .continuation: architecture.hasMixture
    }
  }
}

extension Onnx_ValueInfoProto {
  /// Name and shape: `latent [N, 50]`.
  fileprivate var text: String {
    let sizes = type.tensorType.shape.dim.map { dimension in
      if case .dimParam(let name)? = dimension.value { name } else { "\(dimension.dimValue)" }
    }
    return "\(name) [\(sizes.joined(separator: ", "))]"
  }
}
