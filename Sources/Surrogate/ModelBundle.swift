import Files
public import Interphase
import Networks
public import Tensors

/// A trained model: the folder that `seiscope train` writes and every other command reads.
///
/// A value that exists has been checked whole: shapes, types, finite numbers, and that the files
/// belong together.
public struct ModelBundle: Sendable {
  /// Everything but numbers by the thousand.
  public let description: ModelDescription
  /// The network's tensors, by the names of PyTorch's modules.
  public let tensors: [String: Tensor]
  /// The test split in latent space.
  public let latentMap: LatentMap
  /// The decoded film of the start state.
  public let startPicture: Lattice
  /// What the model says of the start state; `nil` of a model that was written before they were kept.
  public let startFigures: StartFigures?

  /// Puts a model together.
  ///
  /// - Precondition: `tensors` are those of the description's architecture.
  public init(
    description: ModelDescription, tensors: [String: Tensor], latentMap: LatentMap,
    startPicture: Lattice, startFigures: StartFigures? = nil
  ) {
    self.description = description
    self.tensors = tensors
    self.latentMap = latentMap
    self.startPicture = startPicture
    self.startFigures = startFigures
  }

  /// What a start screen needs, in a few milliseconds: `model.json` and the stored picture.
  ///
  /// The weights are not read; ``init(opening:)`` may still refuse the folder.
  /// - Parameter path: The model's folder.
  /// - Returns: The description, the film that the start state decodes to, and what the model says
  ///   of it.
  /// - Throws: A ``UserError`` that names the file and what is wrong.
  public static func description(
    at path: String
  ) throws -> (
    description: ModelDescription, startPicture: Lattice, startFigures: StartFigures?
  ) {
    try checkFolder(path)
    let description = try ModelDescription(
      json: try WholeFile.read("\(path)/\(BundleFile.description)"))
    let (picture, figures) = try picture(in: path, description)
    return (description, picture, figures)
  }

  /// The films of a model in latent space, without its weights.
  ///
  /// - Parameter path: The model's folder.
  /// - Returns: The description, and the films.
  /// - Throws: A ``UserError`` that names the file and what is wrong.
  public static func latentMap(
    at path: String
  ) throws -> (description: ModelDescription, latentMap: LatentMap) {
    let (description, _, _) = try description(at: path)
    return (description, try latentMap(in: path, description))
  }

  /// Opens a model and checks all of it.
  ///
  /// - Parameter path: The model's folder.
  /// - Throws: A ``UserError`` that names the file, the field or tensor, what was found and what
  ///   was expected.
  public init(opening path: String) throws {
    (description, startPicture, startFigures) = try Self.description(at: path)
    tensors = try Self.tensors(in: path, description)
    latentMap = try Self.latentMap(in: path, description)
  }

  private static func checkFolder(_ path: String) throws(BundleError) {
    guard Folder.kind(of: path) == .folder else { throw .missing(path) }
    let names = Set(Folder.names(in: path))
    if let file = BundleFile.allNames.first(where: { !names.contains($0) }) {
      throw .incomplete(folder: path, file: file)
    }
  }

  /// Reads one of the bundle's files.
  ///
  /// What is wrong inside a file makes a better message than its checksum, which is therefore
  /// compared last: it finds what is well formed and yet not the file that belongs here.
  private static func open<Content>(
    _ file: String, in path: String, _ description: ModelDescription,
    _ content: (SafetensorsReader) throws -> Content
  ) throws -> Content {
    let bytes = try WholeFile.read("\(path)/\(file)")
    let result = try content(try SafetensorsReader(bytes: bytes, name: file))
    guard description.checksums[file] == Checksum(of: bytes).hexadecimal else {
      throw BundleError.checksum(file: file)
    }
    return result
  }

  static func tensors(
    in path: String, _ description: ModelDescription
  ) throws -> [String: Tensor] {
    try open(BundleFile.weights, in: path, description) { reader in
      try checkedTensors(reader, description)
    }
  }

  static func latentMap(
    in path: String, _ description: ModelDescription
  ) throws -> LatentMap {
    try open(BundleFile.latentMap, in: path, description) { reader in
      try LatentMap(reader, architecture: description.architecture)
    }
  }

  static func picture(
    in path: String, _ description: ModelDescription
  ) throws -> (picture: Lattice, figures: StartFigures?) {
    let file = BundleFile.startPicture
    let (width, height) = (description.architecture.width, description.architecture.height)
    return try open(file, in: path, description) { reader in
      let codes = try reader.bytes("lattice", shape: [height, width]).values
      try reader.expectOnly(StartFigures.fileNames)
      try LatticeCodes.check(codes, file: file)
      return (
        try Lattice(width: width, height: height, codes: codes),
        try StartFigures(reader, axes: description.principalAxes.axes.count)
      )
    }
  }

  private static func checkedTensors(
    _ reader: SafetensorsReader, _ description: ModelDescription
  ) throws -> [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    let shapes = description.architecture.tensorShapes
    for (name, shape) in shapes {
      let tensor = try reader.floats(name, shape: shape)
      if name.hasSuffix(".running_var"), let bad = tensor.values.first(where: { $0 < 0 }) {
        throw BundleError.values(
          file: BundleFile.weights, "\(name): expected variances, found \(bad)")
      }
      tensors[name] = tensor
    }
    try reader.expectOnly(shapes.map(\.name))
    return tensors
  }
}
