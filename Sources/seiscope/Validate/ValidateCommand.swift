import ArgumentParser
import Console
import Growth
import Interphase
import Validation

/// `seiscope validate`: the simulator beside closed forms and its master equation.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check the simulator against closed forms and its master equation.",
    discussion: """
      Prints each number beside what it must be, with its own standard error, and ends with status 0 \
      if all hold, 1 otherwise. docs/validation.md describes the checks. Checks: \
      \(Check.all.map(\.name).joined(separator: ", ")).
      """)

  @Option(help: "Seed of the random choices.")
  var seed: UInt64 = 1

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Run these checks alone.", valueName: "name"))
  var only: [String] = []

  @Flag(help: "Make a twentieth of the runs: some seconds, for a first look.")
  var quick = false

  @Flag(help: "Print one JSON object.")
  var json = false

  /// The share of the full number of runs that `--quick` makes.
  static let quickShare = 0.05

  func run() throws {
    let checks = try chosen()
    Interruption.install()
    let reporter = ValidationReporter(checks)
    let share = quick ? Self.quickShare : 1
    let seed = seed
    let results = Parallel.map(count: checks.count, isStopped: { Interruption.isRequested }) {
      index in
      let result = checks[index].run(
        seed: seed, share: share, isStopped: { Interruption.isRequested })
      if result != nil { reporter.finished(index) }
      return result
    }
    reporter.end()
    guard let results else {
      throw OptionError("stopped: nothing is lost, since nothing was written", status: .interrupted)
    }
    let report = ValidationReport(results)
    print(json ? try report.json(seed: seed, quick: quick) : report.text)
    if !report.holds { throw ExitCode(1) }
  }

  private func chosen() throws -> [Check] {
    try only.forEach { name in
      guard !Check.all.contains(where: { $0.name == name }) else { return }
      let names = Check.all.map(\.name)
      let remedy =
        nearest(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? "use one of \(names.joined(separator: ", "))"
      throw OptionError("--only: unknown check '\(name)': \(remedy)")
    }
    return only.isEmpty ? Check.all : Check.all.filter { only.contains($0.name) }
  }
}
