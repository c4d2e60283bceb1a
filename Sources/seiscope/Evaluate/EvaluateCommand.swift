import ArgumentParser
import Console
import DataSets
import Evaluation
import Interphase

/// `seiscope evaluate`: what a model is worth on films that it has not seen.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure what a model is worth on films that it has not seen.",
    discussion: """
      Overlap of decoded with simulated films, R² of properties from the latent mean and from \
      barriers alone, coverage of the predicted intervals and more, beside what must be reached, \
      two baselines that know only the training split, and what two runs of the same barriers \
      reach, which it simulates (--replicas).

      seiscope evaluate model --data data
      """)

  @Argument(
    help: ArgumentHelp("Folder of the model; the bundled one if left out.", valueName: "dir"))
  var model: String?

  @Option(help: ArgumentHelp("Folder of the data set.", valueName: "dir"))
  var data: String

  @Option(help: "Films to measure: test, validation or training.")
  var split = Split.test.rawValue

  @Option(help: ArgumentHelp("Use only the first N films of the split.", valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Films of the split to run again with further seeds; 0 for none.", valueName: "n"))
  var replicas = 200

  @Option(
    help: ArgumentHelp(
      "Further seeds for each of them; from 9 on, two heaps of films are tested for.",
      valueName: "n"))
  var replicaSeeds = 2

  @Option(help: "Seed of the draws of the prior.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      """
      Write \(EvaluationTables.allNames.joined(separator: ", ")) to a folder, in place of what an \
      earlier evaluation wrote there.
      """, valueName: "dir"))
  var csv: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let plan = try plan()
    if let csv { try EvaluationTables.checkWritable(csv) }
    let result = try EvaluationRun(plan, model: ResourceLocator.model(model), data: data).result()
    if let csv { try EvaluationTables(result).write(to: csv) }
    print(json ? try JSONText.of(EvaluationRecord(result)) : EvaluationReport(result).text)
  }

  private func plan() throws -> EvaluationPlan {
    guard let split = Split(rawValue: split) else {
      let names = Split.allCases.map(\.rawValue)
      let hint = nearest(to: split, among: names).map { "did you mean '\($0)'?" }
      throw OptionError(
        "--split '\(split)' is unknown: \(hint ?? "use \(names.joined(separator: ", "))")")
    }
    if let limit, limit < 2 {
      throw OptionError("--limit \(limit): give 2 or more")
    }
    guard replicas == 0 || (3...1_000_000).contains(replicas) else {
      throw OptionError("--replicas \(replicas): give 0 for none, or 3 to 1000000")
    }
    guard (1...1000).contains(replicaSeeds) else {
      throw OptionError("--replica-seeds \(replicaSeeds): give 1 to 1000")
    }
    return EvaluationPlan(
      split: split, limit: limit, replicas: replicas, replicaSeeds: replicaSeeds, seed: seed)
  }
}

/// What is asked of an evaluation.
struct EvaluationPlan {
  let split: Split
  let limit: Int?
  let replicas: Int
  let replicaSeeds: Int
  let seed: UInt64
}
