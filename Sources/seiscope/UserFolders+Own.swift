import Files
import Foundation

extension UserFolders {
  /// The folders of the person who runs the program.
  static var own: UserFolders { UserFolders(environment: ProcessInfo.processInfo.environment) }
}
