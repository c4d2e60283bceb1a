import Files
import Foundation
import Glibc

/// A folder that lives as long as this value.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/seiscope-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  /// Everything below a folder inside, by name.
  func contents(of name: String) throws -> [String: [UInt8]] {
    let folder = file(name)
    return try Dictionary(
      uniqueKeysWithValues: Folder.names(in: folder).map {
        ($0, try WholeFile.read(folder + "/" + $0))
      })
  }

  /// The inode and time of change of each file in a folder inside: another file, another value.
  func stamps(of name: String) -> [String: [Int]] {
    let folder = file(name)
    return Dictionary(
      uniqueKeysWithValues: Folder.names(in: folder).map {
        var status = stat()
        stat(folder + "/" + $0, &status)
        return ($0, [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec])
      })
  }

  /// Deletes a file.
  func remove(_ name: String) { unlink(file(name)) }
}
