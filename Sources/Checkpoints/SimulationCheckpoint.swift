import Files
public import Interphase
public import KineticMonteCarlo
import Tensors

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A run on disk, to be gone on with to the same end, to the byte.
///
/// One safetensors file, which appears whole or not at all: the lattice and the engine's lists as
/// tensors, the rest as JSON in the file's metadata, a checksum over all of it. What a command wants
/// to find again, such as the history so far, travels along as attachments.
public struct SimulationCheckpoint: Sendable, Equatable {
  /// The program that wrote it, with its version.
  public let program: String
  /// The seed that the run began with.
  public let seed: UInt64
  /// The run.
  public let run: SavedRun
  /// Bytes that belong to it, by name.
  public let attachments: [String: [UInt8]]

  /// Takes a run as it stands.
  public init(
    _ run: SavedRun, seed: UInt64, program: String, attachments: [String: [UInt8]] = [:]
  ) {
    self.run = run
    self.seed = seed
    self.program = program
    self.attachments = attachments
  }

  /// Writes the file whole.
  ///
  /// - Throws: `FileError`; what was at `path` is then still there.
  public func write(to path: String) throws { try WholeFile.write(bytes(), to: path) }

  /// Opens a file and checks all of it but what ``Simulation/init(_:)`` checks.
  ///
  /// - Throws: A `UserError` that names the file and what is wrong with it.
  public init(opening path: String) throws {
    try self.init(bytes: try WholeFile.read(path), name: path)
  }

  /// The bytes of the file.
  func bytes() throws -> [UInt8] {
    let header = CheckpointHeader(of: self)
    let text = try header.text()
    let tensors = CheckpointTensors(of: run, attachments: attachments)
    var writer = SafetensorsWriter(metadata: [
      CheckpointHeader.key: text,
      CheckpointHeader.checksumKey: tensors.checksum(with: text),
    ])
    tensors.write(to: &writer)
    return writer.bytes
  }

  /// Reads the bytes of a file that errors call `name`.
  init(bytes: [UInt8], name: String) throws {
    let reader: SafetensorsReader
    do {
      reader = try SafetensorsReader(bytes: bytes, name: name)
    } catch {
      // What has no header of the format was most likely never one of our files.
      switch error.problem {
      case .tooShort, .headerLength, .header: throw CheckpointError.foreign(file: name)
      default: throw error
      }
    }
    guard let text = reader.metadata[CheckpointHeader.key] else {
      throw CheckpointError.foreign(file: name)
    }
    let header = try CheckpointHeader(text: text, file: name)
    let tensors = try CheckpointTensors(from: reader, header: header)
    guard reader.metadata[CheckpointHeader.checksumKey] == tensors.checksum(with: text) else {
      throw CheckpointError.damaged(file: name, "the checksum does not fit")
    }
    self.init(
      try tensors.run(header, file: name), seed: header.seed, program: header.program,
      attachments: tensors.attachments)
  }
}

/// Why a file is no checkpoint to go on from.
public enum CheckpointError: UserError, Equatable {
  /// Not written by this program.
  case foreign(file: String)
  /// Of another version of the file's format, or of the rules.
  case version(file: String, what: String, found: Int, expected: Int)
  /// Changed since it was written.
  case damaged(file: String, String)

  /// Bad data.
  public var exitStatus: ExitStatus { .data }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .foreign(let file):
      "\(file): is no checkpoint, or damaged at its beginning: give one that 'simulate "
        + "--checkpoint' wrote"
    case .version(let file, let what, let found, let expected):
      "\(file): was written with \(what) \(found), this program has \(expected): go on with the "
        + "program that wrote it, or start anew"
    case .damaged(let file, let problem):
      "\(file): is damaged (\(problem)): copy it again, or start anew"
    }
  }
}
