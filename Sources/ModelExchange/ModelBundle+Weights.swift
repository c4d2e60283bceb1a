import Networks
public import Surrogate
import Tensors

extension ModelBundle {
  /// The name of the file of ``weights(version:half:)``.
  public static let weightsName = "weights.safetensors"

  /// The weights alone, as PyTorch's modules name and store them, for other people's programs.
  ///
  /// What the values mean is in the file's metadata, as in the ONNX files.
  /// - Parameters:
  ///   - version: Of the program that writes them.
  ///   - half: Whether to round to F16, half the size; else F32.
  public func weights(version: String, half: Bool) -> [UInt8] {
    let notes = ModelNotes(description, program: "seiscope \(version)")
    var writer = SafetensorsWriter(
      metadata: notes.dictionary.merging(["format": "pt"]) { $1 })
    for (name, _) in description.architecture.tensorShapes {
      writer.add(tensors.named(name), named: name, half: half)
    }
    return writer.bytes
  }
}
