import ArgumentParser
import Console
import Interphase
import Surrogate

/// `seiscope model check DIR…`.
struct ModelCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check whether models are sound.",
    discussion: """
      Every file present, whole and the one that model.json was written with; tensors of the right \
      shapes, finite, variances positive; principal axes orthonormal; the properties of each stored \
      film as measured on it, its place in latent space as the weights give it; the start picture as \
      it decodes. Prints a sentence for each fault, and ends with status 65 where there is one, even that a folder is missing.
      """)

  @Argument(help: ArgumentHelp("Folders of models.", valueName: "dir"))
  var folders: [String]

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let checks = folders.map { ($0, ModelCheck(of: $0)) }
    if json {
      print(try JSONText.of(ModelCheckRecord(checks)))
    } else {
      for (folder, check) in checks { print(Self.text(check, of: folder)) }
    }
    let unsound = checks.map(\.1).filter { !$0.isSound }
    guard !unsound.isEmpty else { return }
    let faults = unsound.reduce(0) { $0 + $1.faults.count }
    throw OptionError(
      "\(faults) \(faults == 1 ? "fault" : "faults") in \(unsound.count) of \(checks.count) "
        + (checks.count == 1 ? "model" : "models"),
      status: .data)
  }

  private static func text(_ check: ModelCheck, of folder: String) -> String {
    let lines = check.isSound ? check.findings : check.faults
    return (["\(folder): \(check.isSound ? "sound" : "not sound")"] + lines.map { "  \($0)" })
      .joined(separator: "\n")
  }
}

/// The checks of several folders in JSON.
private struct ModelCheckRecord: Encodable {
  struct Model: Encodable {
    let path: String
    let sound: Bool
    let faults: [String]
    /// What was checked, and how much of it.
    let findings: [String]
  }

  let models: [Model]

  init(_ checks: [(String, ModelCheck)]) {
    models = checks.map {
      Model(path: $0, sound: $1.isSound, faults: $1.faults, findings: $1.findings)
    }
  }
}
