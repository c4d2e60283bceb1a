import Interphase

#if canImport(Glibc)
  import CFiles
  import Glibc
#else
  import Darwin
#endif

/// Folders that appear whole or not at all.
public enum Folder {
  /// What a path is.
  public enum Kind: Sendable { case missing, folder, other }

  /// What is at a path, symbolic links followed.
  public static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
  }

  /// The names in a folder, sorted, without `.` and `..`; empty where it cannot be read.
  public static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Puts a folder with exactly these files at `path`.
  ///
  /// The files are written and flushed in a temporary folder beside it, which then takes the place
  /// of what was there in one step (two where the file system cannot exchange names).
  /// - Precondition: What is at `path` may be deleted; see ``checkReplaceable(_:names:what:)``.
  /// - Throws: ``FileError``; the temporary folder is removed and `path` left as it was.
  public static func replace(
    _ path: String, files: [(name: String, bytes: [UInt8])]
  ) throws(FileError) {
    let path = withoutTrailingSlash(path)
    let temporary = "\(path).partial-\(getpid())"
    do throws(FileError) {
      guard mkdir(temporary, 0o755) == 0 || errno == EEXIST else {
        throw .writing(path, code: errno)
      }
      for file in files {
        try WholeFile.writeInPlace(file.bytes, to: "\(temporary)/\(file.name)")
      }
      flush(temporary)
      try exchange(temporary, path)
    } catch {
      remove(temporary)
      throw error
    }
    flush(parent(of: path))
  }

  /// Makes sure that ``replace(_:files:)`` would delete nothing but files of these names.
  ///
  /// - Throws: ``FileError`` that names what is in the way.
  public static func checkReplaceable(
    _ path: String, names: [String], what: String
  ) throws(FileError) {
    switch kind(of: path) {
    case .missing: break
    case .other:
      throw FileError("\(path): is no folder: give another name", status: .cannotCreate)
    case .folder:
      guard let foreign = self.names(in: path).first(where: { !names.contains($0) }) else { break }
      throw FileError(
        "\(path): holds '\(foreign)', which is no part of \(what): give another folder",
        status: .cannotCreate)
    }
  }

  /// Makes sure that ``create(_:)`` of the folder above and ``replace(_:files:)`` can do their work,
  /// before the work whose result they will write; leaves nothing behind.
  ///
  /// Makes a temporary folder where the first missing one would be, and removes it.
  /// - Throws: ``FileError`` where the nearest folder above that is there is closed.
  public static func checkWritable(_ path: String) throws(FileError) {
    var place = withoutTrailingSlash(path)
    while parent(of: place) != place, kind(of: parent(of: place)) == .missing {
      place = parent(of: place)
    }
    let temporary = "\(place).partial-\(getpid())"
    guard mkdir(temporary, 0o755) == 0 || errno == EEXIST else { throw .writing(path, code: errno) }
    rmdir(temporary)
  }

  /// Makes a folder, and those above it, where they are missing.
  public static func create(_ path: String) throws(FileError) {
    guard kind(of: path) == .missing else { return }
    let above = parent(of: path)
    if above != path { try create(above) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .writing(path, code: errno) }
  }

  /// The folder that holds `path`.
  public static func parent(of path: String) -> String {
    let path = withoutTrailingSlash(path)
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last name of `path`.
  public static func name(of path: String) -> String {
    withoutTrailingSlash(path).split(separator: "/").last.map(String.init) ?? path
  }

  static func withoutTrailingSlash(_ path: String) -> String {
    var path = path
    while path.count > 1, path.last == "/" { path.removeLast() }
    return path
  }

  /// Flushes a folder's list of names; a failure loses nothing that is not written elsewhere.
  static func flush(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Makes `path` name the folder that `temporary` names, and removes the folder of files that
  /// `path` named.
  ///
  /// A symbolic link keeps its name: what it points to is replaced.
  /// - Throws: ``FileError``; `path` is then as it was.
  public static func exchange(_ temporary: String, _ link: String) throws(FileError) {
    let path = resolved(link)
    if kind(of: path) == .missing {
      guard rename(temporary, path) == 0 else { throw .writing(path, code: errno) }
      return
    }
    if swapNames(temporary, path) {
      remove(temporary)
      return
    }
    let old = "\(path).old-\(getpid())"
    guard rename(path, old) == 0 else { throw .writing(path, code: errno) }
    guard rename(temporary, path) == 0 else {
      let code = errno
      rename(old, path)
      throw .writing(path, code: code)
    }
    remove(old)
  }

  /// Where a path leads through symbolic links; itself where nothing is there yet.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func swapNames(_ first: String, _ second: String) -> Bool {
    #if os(Linux)
      renameat2(AT_FDCWD, first, AT_FDCWD, second, 2) == 0
    #else
      renamex_np(first, second, 2) == 0
    #endif
  }

  /// Removes a folder of files; folders inside are left alone, and so is then the folder.
  public static func remove(_ path: String) {
    for name in names(in: path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
