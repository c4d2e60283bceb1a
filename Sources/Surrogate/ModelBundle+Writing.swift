import Files
import Interphase
import Networks
import Tensors

extension ModelBundle {
  /// Makes sure, before hours of training, that a model can be written to a folder.
  ///
  /// - Throws: ``FileError`` where something else than a model is in the way.
  public static func checkWritable(_ path: String) throws {
    try Folder.checkReplaceable(path, names: BundleFile.allNames, what: "a model")
    try Folder.create(Folder.parent(of: path))
  }

  /// Writes the model's folder whole, in place of what was there.
  ///
  /// - Parameters:
  ///   - path: The folder; see ``checkWritable(_:)``.
  ///   - half: Whether weights are rounded to F16: half the size.
  /// - Returns: The model as it was written, with its checksums and its weights as rounded.
  /// - Throws: A ``UserError``; the folder is then as it was.
  @discardableResult
  public func write(to path: String, half: Bool = false) throws -> ModelBundle {
    try Self.checkWritable(path)
    let weights = weightsFile(half: half)
    let contents = [
      (BundleFile.weights, weights), (BundleFile.latentMap, latentMap.bytes),
      (BundleFile.startPicture, pictureFile),
    ]
    var described = description
    for (name, bytes) in contents {
      described.checksums[name] = Checksum(of: bytes).hexadecimal
    }
    try Folder.replace(
      path, files: [(BundleFile.description, try described.sealedJSON)] + contents)
    return try ModelBundle(opening: path)
  }

  private func weightsFile(half: Bool) -> [UInt8] {
    var writer = SafetensorsWriter(metadata: ["format": "pt"])
    for (name, shape) in description.architecture.tensorShapes {
      guard let tensor = tensors[name], tensor.shape == shape else {
        preconditionFailure("\(name) is no tensor of shape \(shape)")
      }
      writer.add(tensor, named: name, half: half)
    }
    return writer.bytes
  }

  private var pictureFile: [UInt8] {
    var writer = SafetensorsWriter()
    writer.add(
      bytes: startPicture.codes, shape: [startPicture.height, startPicture.width],
      named: "lattice")
    startFigures?.add(to: &writer)
    return writer.bytes
  }
}
