import Foundation
import SessionFiles

/// The folders of the person who runs the program.
enum PersonalFolders {
  private static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The home folder; `nil` where the environment names none.
  static var home: String? { environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } }

  /// Where the explorer keeps what it writes by itself; `nil` where the environment names no place.
  static var state: StateFolder? { StateFolder(environment: environment) }
}
