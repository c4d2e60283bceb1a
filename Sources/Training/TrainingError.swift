public import Interphase

/// Why a training cannot start, go on or end.
public enum TrainingError: UserError, Equatable {
  /// A split without enough films.
  case tooFewFilms(split: String, found: Int, least: Int)
  /// Fewer training films than one batch.
  case batchTooLarge(batch: Int, films: Int)
  /// A hyper-parameter outside what makes sense.
  case parameter(String, found: String, expected: String)
  /// A loss that is no number: the step, from 1.
  case diverged(step: Int, epoch: Int)
  /// A checkpoint of another training: what differs.
  case otherTraining(String, checkpoint: String, asked: String)
  /// A file that is no checkpoint of this program.
  case checkpoint(String)
  /// An unfinished training in the way.
  case unfinished(String)
  /// The latent means do not span a space.
  case noAxes

  /// Usage, data, or a computation that failed.
  public var exitStatus: ExitStatus {
    switch self {
    case .parameter, .otherTraining: .usage
    case .unfinished: .cannotCreate
    case .diverged, .noAxes: .software
    default: .data
    }
  }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .tooFewFilms(let split, let found, let least):
      "the \(split) split holds \(found) films, at least \(least) are needed: "
        + "simulate more with seiscope dataset"
    case .batchTooLarge(let batch, let films):
      "a batch of \(batch) films cannot be filled from \(films): lower --batch-size"
    case .parameter(let name, let found, let expected):
      "\(name): found \(found), expected \(expected)"
    case .diverged(let step, let epoch):
      "the loss is no number at step \(step) (epoch \(epoch)): remove the checkpoint, if there is "
        + "one, and train anew with a lower --learning-rate; a model is written where an epoch was "
        + "done before"
    case .otherTraining(let name, let checkpoint, let asked):
      "the checkpoint is of a training with \(name) \(checkpoint), asked for \(asked): "
        + "resume it with the same options, or train to another folder"
    case .checkpoint(let reason): "\(reason): remove the checkpoint and train anew"
    case .unfinished(let path):
      "\(path): an unfinished training is there: continue it with --resume, or remove the file"
    case .noAxes: "the latent means of the test split have no principal axes: train longer"
    }
  }
}
