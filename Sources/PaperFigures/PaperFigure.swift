public import Exporting
public import Plotting

/// A figure of the paper, made of this program's own films and model.
public struct PaperFigure: Sendable {
  /// Its number in the paper.
  public let number: FigureNumber
  /// What it shows, in a few words.
  public let title: String
  /// What it shows, in sentences.
  public let caption: String
  /// The picture with its table.
  public let figure: Figure
  /// The numbers that matter, printed beside the picture.
  public let summary: CSVTable
  /// What agrees with the paper and what does not.
  public let findings: [Finding]
}

/// A statement about a figure, computed from its numbers, beside what the paper says.
public struct Finding: Hashable, Sendable {
  /// What the numbers say.
  public let statement: String
  /// What the paper says of its own, in our words.
  public let paper: String
  /// Whether the two agree; `nil` where the paper gives nothing to hold against.
  public let agrees: Bool?

  init(_ statement: String, paper: String, agrees: Bool?) {
    self.statement = statement
    self.paper = paper
    self.agrees = agrees
  }
}

/// A figure, or why it cannot be made.
public enum FigureOutcome: Sendable {
  /// The figure.
  case made(PaperFigure)
  /// What the model lacks.
  case skipped(FigureNumber, reason: String)
}
