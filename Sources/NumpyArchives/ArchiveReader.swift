import CZip
import Files
import Interphase

/// A `.npz` file, opened for reading: arrays by name, stored or deflated.
///
/// libzip reads the archive (checksums, deflate, sizes beyond 4 GB); arrays are read a row at a
/// time, so that memory is a few rows whatever the sizes. Not for use from several threads.
package final class ArchiveReader {
  /// The file.
  package let path: String
  private let archive: OpaquePointer

  /// Opens an archive.
  ///
  /// - Throws: ``NumpyError``.
  package init(_ path: String) throws(NumpyError) {
    guard Folder.kind(of: path) != .missing else {
      throw .file(FileError("\(path): no such file: give a .npz file", status: .noInput))
    }
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      throw .archive(path: path, reason: Self.text(zip_error_strerror(&error)))
    }
    self.path = path
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  /// The names of the arrays, without `.npy`.
  package var names: [String] {
    (0..<max(0, zip_get_num_entries(archive, 0))).compactMap { index in
      guard let name = zip_get_name(archive, zip_uint64_t(index), 0) else { return nil }
      let text = String(cString: name)
      return text.hasSuffix(".npy") ? String(text.dropLast(4)) : nil
    }
  }

  /// Opens an array, `nil` where there is none of this name.
  ///
  /// - Throws: ``NumpyError`` where it is damaged or of a kind that is not read.
  package func array(_ name: String) throws(NumpyError) -> ArrayReader? {
    let place = zip_name_locate(archive, name + ".npy", 0)
    guard place >= 0 else { return nil }
    var status = zip_stat_t()
    guard zip_stat_index(archive, zip_uint64_t(place), 0, &status) == 0,
      let file = zip_fopen_index(archive, zip_uint64_t(place), 0)
    else {
      throw .array(path: path, name: name, reason: Self.text(zip_strerror(archive)))
    }
    return try ArrayReader(file, size: status.size, name: name, owner: self)
  }

  static func text(_ message: UnsafePointer<CChar>?) -> String {
    let text = message.map { String(cString: $0) } ?? "damaged"
    // "CRC error" keeps its capitals.
    guard text.dropFirst().first?.isLowercase == true else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
