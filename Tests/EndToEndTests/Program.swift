import Foundation

/// The built program, run as a user would.
enum Program {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The executable beside the running test bundle.
  static let path: String = {
    let tests = try! FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/seiscope"
  }()

  /// Runs the program to its end without a terminal.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    try run(program: path, arguments, environment: environment)
  }

  /// Runs any program to its end without a terminal.
  static func run(
    program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let (output, errors) = (folder.path + "/out", folder.path + "/err")
    // Nothing of the person who runs the tests is read or written.
    let person = ["XDG_CONFIG_HOME": folder.path, "XDG_STATE_HOME": folder.path]
    let base = ProcessInfo.processInfo.environment.merging(person) { $1 }
    let status = Spawn.run(
      program, arguments, environment: base.merging(environment) { $1 },
      output: output, errors: errors)
    return Outcome(
      status: status,
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }
}

/// A folder that lasts as long as the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/seiscope-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
