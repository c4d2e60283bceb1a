public import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What lies where in the folder of what the explorer writes by itself.
public struct StateFolder: Equatable, Sendable {
  /// The folder; made when something is written.
  public let path: String

  /// A folder.
  public init(path: String) { self.path = path }

  /// The person's own; `nil` where the environment names no place for it.
  public init?(of folders: UserFolders) {
    guard let state = folders.state else { return nil }
    path = state
  }

  /// What was copied last.
  public var clipboard: String { "\(path)/clipboard.txt" }

  /// The session of the explorer that ended last.
  public var autosave: String { "\(path)/autosave.json" }

  /// The session of an explorer that is running; each process has its own, so that none replaces
  /// another's.
  public func autosave(of process: Int32) -> String { "\(path)/autosave-\(process).json" }

  /// The file of a session's name: names with a slash or `.json` are paths, with `~/` for the home.
  public func sessionPath(named name: String, home: String?) -> String {
    if name.hasPrefix("~/"), let home { return home + name.dropFirst(1) }
    if name.contains("/") || name.hasSuffix(".json") { return name }
    return "\(path)/sessions/\(name).json"
  }

  /// The newest session that was saved without being asked for; `nil` where there is none.
  ///
  /// An explorer that was killed leaves the file of its process.
  public var newestAutosave: String? {
    autosaves.max { Self.changed($0) < Self.changed($1) }
  }

  /// Removes the oldest files of explorers that were killed, so that at most sixteen are left.
  public func prune() {
    let old = autosaves.filter { $0 != autosave && !Self.isRunning($0) }
    for file in old.sorted(by: { Self.changed($0) > Self.changed($1) }).dropFirst(16) {
      unlink(file)
    }
  }

  private var autosaves: [String] {
    Folder.names(in: path).filter { $0.hasPrefix("autosave") && $0.hasSuffix(".json") }
      .map { "\(path)/\($0)" }
  }

  /// Whether the process of an autosave is there.
  private static func isRunning(_ file: String) -> Bool {
    let rest = Folder.name(of: file).dropFirst("autosave-".count)
    guard let process = Int32(rest.prefix { $0.isNumber }) else { return false }
    return kill(process, 0) == 0 || errno == EPERM
  }

  /// When a file was changed [ns since 1970].
  private static func changed(_ file: String) -> Int {
    var status = stat()
    guard stat(file, &status) == 0 else { return 0 }
    return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }
}
