import ArgumentParser
import Console
import Explorer
import Files
import Interphase
import SessionFiles

/// Options for where the explorer begins.
struct SessionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Begin at a state line, as y in the explorer copies it.", valueName: "line"))
  var state: String?

  @Option(
    help: ArgumentHelp(
      "Open a session file, or begin one that is saved there with w and at the end.",
      valueName: "file"))
  var session: String?

  /// Where the explorer begins.
  enum Beginning {
    /// At the options' barriers and seed.
    case new
    /// At a state line.
    case line(StateLine)
    /// With a session from a file.
    case saved(SavedSession)
  }

  /// Reads what was asked for.
  ///
  /// - Throws: A ``UserError`` that names the line or file and what is wrong.
  func beginning() throws -> Beginning {
    guard state == nil || session == nil else {
      throw OptionError("--state and --session contradict each other: give one of them")
    }
    if let state {
      do {
        return .line(try StateLine(reading: state))
      } catch {
        throw OptionError("--state: \(error.description)", status: error.exitStatus)
      }
    }
    guard let session, Folder.kind(of: session) != .missing else { return .new }
    return .saved(try SessionFile.read(session))
  }
}

extension SessionOptions.Beginning {
  /// The session whose pictures are shown first, where resets go to another one.
  func session(from start: Session) -> Session {
    switch self {
    case .new: return start
    case .saved(let saved): return saved.session
    case .line(let line):
      var session = start
      session.knobs = line.knobs
      return session
    }
  }

  /// The theme that it was saved with.
  var theme: String? { if case .saved(let saved) = self { saved.theme } else { nil } }

  /// Brings a new state there.
  func apply(to state: inout ExplorerState) {
    switch self {
    case .new: break
    case .line(let line): state.begin(with: state.saved(at: line))
    case .saved(let saved): state.begin(with: saved)
    }
  }
}
