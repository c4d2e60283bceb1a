import Foundation
public import Interphase

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program that draws figures, as it is installed.
public struct Gnuplot: Sendable {
  /// Where it is.
  public let path: String

  /// Looks for gnuplot in the folders of PATH.
  ///
  /// - Throws: ``PlottingError/missing`` where there is none; to be asked before any long work.
  public init() throws(PlottingError) {
    try self.init(path: ProcessInfo.processInfo.environment["PATH"] ?? "")
  }

  /// Looks in the folders of a list like PATH.
  init(path: String) throws(PlottingError) {
    let folders = path.split(separator: ":").map(String.init)
    let candidates: [String] = folders.map { "\($0)/gnuplot" }
    let found = candidates.first { access($0, X_OK) == 0 }
    guard let found else { throw .missing }
    self.path = found
  }

  /// Runs a script in a folder, without the user's settings and without any display.
  ///
  /// - Throws: ``PlottingError/failed(_:)`` with the line in which gnuplot says why.
  func run(script: String, in folder: String) throws(PlottingError) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    // With its folder, or a name that begins with a dash would be an option.
    process.arguments = ["-d", "./" + script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder, isDirectory: true)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let messages = Pipe()
    process.standardError = messages
    do {
      try process.run()
    } catch {
      throw .failed("it cannot be started")
    }
    let text = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw .failed(Self.complaint(in: text))
    }
  }

  /// The line of gnuplot's message that says what is wrong: the script's lines and a caret stand
  /// before it.
  private static func complaint(in text: String) -> String {
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    return lines.last { !$0.isEmpty } ?? "it ended early"
  }
}

/// Why there is no figure.
public enum PlottingError: UserError, Equatable {
  /// gnuplot is not installed.
  case missing
  /// gnuplot ran and failed.
  case failed(String)
  /// A name that no file can have, or that a script cannot hold.
  case name(String)

  /// What the process ends with.
  public var exitStatus: ExitStatus {
    switch self {
    case .missing: .unavailable
    case .failed: .software
    case .name: .cannotCreate
    }
  }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .missing:
      "gnuplot, which draws figures, is not on the PATH: install it (Debian: gnuplot-nox) "
        + "or leave out the plot"
    case .failed(let message):
      "gnuplot could not draw the figure: \(message)"
    case .name(let name):
      "'\(name)' cannot name a figure's files: give a name without ending, like plots/thickness"
    }
  }
}
