import Files
import Networks
import Surrogate
import Tensors

/// What can be said of a model without its numbers.
struct ModelPortrait {
  /// A file of the model.
  struct File: Encodable {
    let name: String
    /// Size [bytes].
    let bytes: Int
    /// The hash that the model records [hexadecimal]; none for an old model's `model.json`.
    let hash: String?
  }

  /// The folder.
  let path: String
  let description: ModelDescription
  let files: [File]
  /// Numbers that training chose.
  let parameters: Int
  /// Running means and variances of the batch normalisations.
  let statistics: Int
  /// How the weights are stored: `F32`, `F16`, or both.
  let weightType: String
  /// Films of the latent map.
  let mappedFilms: Int

  /// Reads `model.json`, the stored picture and the other files' headers.
  ///
  /// - Throws: A ``UserError`` that names the file and what is wrong.
  init(of path: String) throws {
    self.path = path
    let description = try ModelBundle.description(at: path).description
    self.description = description
    files = BundleFile.allNames.map {
      File(
        name: $0, bytes: Folder.fileSize("\(path)/\($0)") ?? 0, hash: description.checksums[$0])
    }
    let weights = try SafetensorsReader(opening: "\(path)/\(BundleFile.weights)")
    let counts = weights.names.map {
      (isStatistic: $0.contains(".running_"), count: (weights.shape(of: $0) ?? []).reduce(1, *))
    }
    parameters = counts.reduce(0) { $0 + ($1.isStatistic ? 0 : $1.count) }
    statistics = counts.reduce(0) { $0 + ($1.isStatistic ? $1.count : 0) }
    weightType = Set(weights.names.compactMap { weights.type(of: $0)?.rawValue }).sorted()
      .joined(separator: " and ")
    let map = try SafetensorsReader(opening: "\(path)/\(BundleFile.latentMap)")
    mappedFilms = map.shape(of: "mean")?.first ?? 0
  }

  /// Bytes on disk.
  var bytes: Int { files.reduce(0) { $0 + $1.bytes } }
}
