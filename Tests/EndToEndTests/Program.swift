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
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Files, not pipes: a full pipe would stop a program whose other pipe is being read.
    let folder = try TemporaryFolder()
    let files = try ["out", "err"].map { try folder.makeFile($0) }
    process.standardOutput = files[0]
    process.standardError = files[1]
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOfFile: folder.path + "/out", encoding: .utf8),
      errors: try String(contentsOfFile: folder.path + "/err", encoding: .utf8))
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

  func makeFile(_ name: String) throws -> FileHandle {
    let file = path + "/" + name
    try Data().write(to: URL(fileURLWithPath: file))
    return try FileHandle(forWritingTo: URL(fileURLWithPath: file))
  }
}
