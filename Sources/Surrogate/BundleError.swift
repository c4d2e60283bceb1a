public import Interphase

/// Why a folder is no usable model.
public enum BundleError: UserError, Equatable {
  /// The folder is not there, or is no folder.
  case missing(String)
  /// A file of the bundle is missing from the folder.
  case incomplete(folder: String, file: String)
  /// A field of `model.json`: what was found, what was expected.
  case field(String, String)
  /// `model.json` is no JSON of a model: where, and why.
  case unreadable(String)
  /// Written by a newer program.
  case format(Int)
  /// `model.json` is not as it was written.
  case changed
  /// A file that does not belong to this `model.json`.
  case checksum(file: String)
  /// A tensor, by file and name, and what is wrong with its values.
  case values(file: String, String)

  /// No input where there is no model, else bad data.
  public var exitStatus: ExitStatus {
    switch self {
    case .missing, .incomplete: .noInput
    default: .data
    }
  }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no model folder: give the folder of a model, or train one with seiscope train"
    case .incomplete(let folder, let file):
      "\(folder): \(file) is missing: a model folder holds "
        + "\(BundleFile.allNames.joined(separator: ", "))"
    case .field(let name, let reason): "\(BundleFile.description): \(name): \(reason)"
    case .unreadable(let reason): "\(BundleFile.description): \(reason)"
    case .format(let found):
      "\(BundleFile.description): format \(found) is newer than this program's "
        + "\(ModelDescription.currentFormat): update seiscope"
    case .changed:
      "\(BundleFile.description): its hash is not the one that it was written with: "
        + "copy the whole folder again"
    case .checksum(let file):
      "\(file): is not the file that \(BundleFile.description) was written with: "
        + "copy the whole folder again"
    case .values(let file, let reason): "\(file): \(reason)"
    }
  }
}

/// The files of a model folder; their names are fixed, so no path leads out of it.
public enum BundleFile {
  /// Everything but numbers by the thousand.
  public static let description = "model.json"
  /// The network's tensors.
  public static let weights = "weights.safetensors"
  /// The test split and its latent means.
  public static let latentMap = "latent-map.safetensors"
  /// The decoded film of the start state.
  public static let startPicture = "start-picture.safetensors"

  /// All of them.
  public static let allNames = [description, weights, latentMap, startPicture]
}
