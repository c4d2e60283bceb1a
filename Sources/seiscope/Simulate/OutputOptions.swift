import ArgumentParser
import Console
import Exporting
import Files
import Growth

/// What `simulate` prints and writes.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "Print the lattice too.")
  var lattice = false

  @Flag(help: "Print how the film grew, at log-spaced simulated times.")
  var history = false

  @Option(
    help: ArgumentHelp("Times of the history in each tenfold. [default: 10]", valueName: "n"))
  var pointsPerDecade: Int?

  @Option(
    help: ArgumentHelp(
      "Write the history, or with --replicas a row for each run, as CSV.", valueName: "file"))
  var csv: String?

  @Option(help: ArgumentHelp("Write a picture of the film.", valueName: "file"))
  var png: String?

  @Option(
    help: ArgumentHelp(
      "Write the film at the history's times as extended XYZ, which OVITO opens.",
      valueName: "file"))
  var xyz: String?

  /// Whether snapshots are to be taken on the way.
  var needsHistory: Bool { history || csv != nil || xyz != nil }

  /// What the history is to hold.
  var historySettings: HistorySettings {
    HistorySettings(
      pointsPerDecade: pointsPerDecade ?? GrowthHistory.defaultPointsPerDecade,
      keepsFilms: xyz != nil)
  }

  /// Makes sure that all can be written, before anything is simulated.
  ///
  /// - Parameters:
  ///   - checkpoint: A further file to be written; the one that is read may be.
  ///   - inputs: Files that are read, by their options.
  func check(checkpoint: String?, inputs: [(flag: String, path: String?)]) throws {
    if let pointsPerDecade {
      guard (1...1000).contains(pointsPerDecade) else {
        throw OptionError("--points-per-decade \(pointsPerDecade): give 1 to 1000")
      }
      guard needsHistory || checkpoint != nil else {
        throw OptionError(
          "--points-per-decade is of a history: add --history, --csv, --xyz or --checkpoint")
      }
    }
    try OutputPaths(
      inputs: inputs,
      outputs: [("--csv", csv), ("--png", png), ("--xyz", xyz), ("--checkpoint", checkpoint)],
      mayMeet: [("--resume", "--checkpoint")]
    ).check()
  }
}
