import ArgumentParser
import Cells
import Console
import Interphase

/// `seiscope doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what this terminal and machine can do, and what to mend.",
    discussion: """
      The terminal as the environment describes it, themes, models and folders as they are found, and \
      how fast simulating and decoding are here. Takes about a second and changes nothing. Ends with \
      status 69 where the explorer cannot run.
      """)

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let here = Surroundings.current
    let resources = ResourceFindings(
      here, library: ScreenOptions.library(), models: ResourceLocator.bundledModels)
    let report = DoctorReport(
      TerminalFindings(here).all + resources.all
        + MachineFindings(here, model: resources.usableModel).all)
    print(
      json ? try JSONText.of(report) : report.text(unicode: here.capabilities?.unicode ?? true))
    guard !report.canExplore else { return }
    let obstacles = report.findings.filter { $0.verdict == .obstacle }
    throw OptionError(
      "the explorer cannot run here: "
        + obstacles.map { "\($0.what): \($0.value): \($0.remedy ?? "")" }.joined(separator: "; "),
      status: .unavailable)
  }
}
