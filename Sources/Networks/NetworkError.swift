public import Interphase

/// Why a network cannot be built or run.
public enum NetworkError: UserError, Equatable {
  /// An architecture that no network has.
  case architecture(String)
  /// A tensor, by name, and what is wrong with it.
  case tensor(String, String)
  /// A batch that does not fit, and why.
  case batch(String)
  /// oneDNN refused.
  case backend(String)

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .architecture(let reason): "the network's architecture: \(reason)"
    case .tensor(let name, let reason): "\(name): \(reason)"
    case .batch(let reason): "the batch: \(reason)"
    case .backend(let reason): reason
    }
  }

  /// Bad data, or a failure of ours for the backend.
  public var exitStatus: ExitStatus {
    if case .backend = self { .software } else { .data }
  }
}
