import Files
public import Networks
public import Surrogate
public import Tensors

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Everything that an interrupted training needs to go on as if nothing had happened.
///
/// One safetensors file, which appears whole or not at all: the tensors, Adam's moments and the best
/// model, and the rest as JSON in the file's metadata.
public struct Checkpoint: Sendable {
  /// What the training was asked for.
  public var hyperparameters: Hyperparameters
  /// Where it stands.
  public var progress: TrainingProgress
  /// The network's tensors, running statistics included.
  public var tensors: [String: Tensor]
  /// Adam's state.
  public var optimizer: OptimizerState
  /// The tensors of the best epoch, once there was one.
  public var best: [String: Tensor]?

  private static let sessionKey = "session"
  private static let currentFormat = 2

  private struct Session: Codable {
    var format: Int
    var optimizerSteps: Int
    var hyperparameters: Hyperparameters
    var progress: TrainingProgress
  }
}

/// Where a training stands.
public struct TrainingProgress: Codable, Hashable, Sendable {
  /// A hash of the films [hexadecimal].
  public var dataHash: String
  /// Whole epochs behind it.
  public var epoch = 0
  /// Steps of the current epoch behind it.
  public var step = 0
  /// Sums of the current epoch's training losses over its steps.
  public var sums = Losses.zero
  /// Losses of the epochs behind it.
  public var curves: [EpochLosses] = []
  /// The epoch of the best model, from 1; 0 before there is one.
  public var bestEpoch = 0

  /// A training at its beginning.
  public init(dataHash: String) { self.dataHash = dataHash }

  /// The best validation loss so far.
  public var bestTotal: Double {
    bestEpoch == 0 ? .infinity : curves[bestEpoch - 1].validation.total
  }
}

extension Checkpoint {
  /// Writes the checkpoint whole.
  ///
  /// - Throws: ``FileError``; the checkpoint from before is then still there.
  public func write(to path: String) throws {
    let session = Session(
      format: Self.currentFormat, optimizerSteps: optimizer.steps,
      hyperparameters: hyperparameters, progress: progress)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(session), as: UTF8.self)
    var writer = SafetensorsWriter(metadata: [Self.sessionKey: text])
    for (prefix, group) in groups {
      for (name, tensor) in group.sorted(by: { $0.key < $1.key }) {
        writer.add(tensor, named: "\(prefix)/\(name)")
      }
    }
    try WholeFile.write(writer.bytes, to: path)
  }

  private var groups: [(String, [String: Tensor])] {
    [
      ("tensors", tensors), ("first", optimizer.first), ("second", optimizer.second),
      ("best", best ?? [:]),
    ]
  }

  /// Opens a checkpoint and checks all of it.
  ///
  /// - Throws: A ``UserError`` that says what is wrong.
  public init(opening path: String) throws {
    let reader = try SafetensorsReader(opening: path)
    guard let text = reader.metadata[Self.sessionKey],
      let session = try? JSONDecoder().decode(Session.self, from: Data(text.utf8)),
      session.format == Self.currentFormat, session.progress.isConsistent
    else { throw TrainingError.checkpoint("\(path): is no checkpoint of this program") }
    hyperparameters = session.hyperparameters
    progress = session.progress
    try hyperparameters.validate()
    let shapes = hyperparameters.architecture.tensorShapes
    let trained = shapes.filter { !$0.name.contains(".running_") }
    tensors = try Self.read("tensors", shapes, reader)
    optimizer = OptimizerState(
      steps: session.optimizerSteps, first: try Self.read("first", trained, reader),
      second: try Self.read("second", trained, reader))
    best = progress.bestEpoch == 0 ? nil : try Self.read("best", shapes, reader)
  }

  private static func read(
    _ prefix: String, _ shapes: [(name: String, shape: [Int])], _ reader: SafetensorsReader
  ) throws -> [String: Tensor] {
    var result: [String: Tensor] = [:]
    for (name, shape) in shapes {
      result[name] = try reader.floats("\(prefix)/\(name)", shape: shape)
    }
    return result
  }
}

extension TrainingProgress {
  fileprivate var isConsistent: Bool {
    epoch >= 0 && step >= 0 && curves.count == epoch && (0...epoch).contains(bestEpoch)
  }
}
