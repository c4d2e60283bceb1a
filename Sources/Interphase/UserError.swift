#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a command ends, after sysexits.h.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  case usage = 64
  case data = 65
  case noInput = 66
  case unavailable = 69
  case software = 70
  case cannotCreate = 73
  case inputOutput = 74
  /// Something else is in the way for now: the same command may succeed later.
  case temporaryFailure = 75
  /// Ended by Ctrl-C on the user's wish, as shells report it.
  case interrupted = 130
}

/// An error meant for a person: one sentence that names the thing and the remedy, and a status.
///
/// Each boundary (mechanism, data set, bundle, session) has its own conforming type; the command
/// line and the explorer's message line render them, once.
public protocol UserError: Error, CustomStringConvertible, Sendable {
  /// The status that the process ends with.
  var exitStatus: ExitStatus { get }
}

extension LatticeError: UserError {
  /// Bad data.
  public var exitStatus: ExitStatus { .data }
}

extension BarrierError: UserError {
  /// Bad usage.
  public var exitStatus: ExitStatus { .usage }
}

extension Double {
  /// The natural logarithm, without Foundation.
  var logarithm: Double { log(self) }
}
