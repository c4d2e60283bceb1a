public import Explorer
import Files
import Glibc
import Interphase
public import SessionFiles
import Synchronization

/// Reads and writes files on behalf of the explorer, on threads of its own: sessions, exports, what
/// was copied. What comes of it are events.
public final class Archivist: Sendable {
  /// What it works with.
  public struct Settings: Sendable {
    /// Name and version of the program.
    public var program: String
    /// Where it keeps what nobody named a place for; `nil` where there is none.
    public var folder: StateFolder?
    /// The person's home, for names with `~/`.
    public var home: String?
    /// The file that `w` writes to, and the end of the explorer.
    public var sessionPath: String?
    /// Whether the session is saved without being asked for.
    public var autosaves = true

    /// Settings of a program.
    public init(program: String, folder: StateFolder?, home: String?) {
      self.program = program
      self.folder = folder
      self.home = home
    }
  }

  private let settings: Settings
  private let mailbox: Mailbox
  private let errands = Errands()
  /// The file that `w` writes to.
  private let current: Mutex<CurrentFile>
  /// The file that was opened and not yet taken in.
  private let opened = Mutex<String?>(nil)
  private let autosaver: Autosaver?
  /// The session as it began.
  private let first = Mutex<SavedSession?>(nil)

  /// - Parameter wake: Called after each event, from any thread.
  public init(_ settings: Settings, wake: @escaping @Sendable () -> Void) {
    let mailbox = Mailbox(wake: wake)
    self.settings = settings
    self.mailbox = mailbox
    current = Mutex(CurrentFile(path: settings.sessionPath))
    let folder = settings.autosaves ? settings.folder : nil
    autosaver = folder.map { folder in
      Autosaver(folder: folder, program: settings.program) { mailbox.put(.failed($0)) }
    }
    if settings.autosaves, folder == nil {
      mailbox.put(.failed("sessions are not saved by themselves: set HOME or XDG_STATE_HOME"))
    }
  }

  /// What came of earlier effects.
  ///
  /// From here on `w` writes to the file that was opened: not before, or a session that was there
  /// already would be written over it.
  public func drain() -> [ExplorerEvent] {
    let events = mailbox.drain()
    for case .restored in events {
      opened.withLock { path in
        if let path { current.withLock { $0 = CurrentFile(path: path, isOpened: true) } }
        path = nil
      }
    }
    return events
  }

  /// Takes the session as it is, to be saved by itself where it differs from before.
  public func watch(_ saved: SavedSession) {
    first.withLock { $0 = $0 ?? saved }
    autosaver?.watch(saved)
  }

  /// Does what an effect asks for, as far as it is about files.
  public func perform(_ effect: Effect) {
    switch effect {
    case .export(let order): errand { try self.export(order) }
    case .save(let saved, let path):
      let before = current.withLock { $0 }
      errand {
        // A session that was asked to be saved before another was opened belongs where it was.
        let now = self.current.withLock { $0 }
        let file = now.isOpened && now != before ? before.path : now.path
        return try self.save(saved, as: path, current: file)
      }
    case .open(let path): errand { try self.open(path) }
    default: break
    }
  }

  /// Keeps a copied text in a file too, since no terminal says whether it took it.
  ///
  /// - Parameters:
  ///   - what: What was copied, in words.
  ///   - isSent: Whether the terminal was asked to take it.
  public func copy(_ text: String, what: String, isSent: Bool) {
    errand {
      guard let folder = self.settings.folder else {
        guard isSent else { throw ArchiveError.noFolder }
        return .done("\(what) copied")
      }
      try Folder.create(folder.path)
      try WholeFile.write(Array("\(text)\n".utf8), to: folder.clipboard)
      let place = self.shown(folder.clipboard)
      return .done("\(what) " + (isSent ? "copied (also in \(place))" : "in \(place)"))
    }
  }

  /// Waits until everything that was asked for is done.
  func settle() { errands.finish(withinSeconds: 60) }

  /// Ends what is under way and saves the session for the next time.
  ///
  /// - Returns: Why the session could not be saved where it was to be, if it could not.
  public func finish(_ saved: SavedSession) -> String? {
    errands.finish(withinSeconds: 10)
    autosaver?.finish()
    let late = mailbox.waiting.lazy.compactMap { event -> String? in
      if case .failed(let reason) = event { reason } else { nil }
    }.first
    guard let path = settings.sessionPath, current.withLock({ $0.path }) == path else {
      return late
    }
    // A session that was only looked at stays as it is, also what this model could not take of it.
    if Folder.kind(of: path) != .missing, first.withLock({ $0 })?.session == saved.session {
      return late
    }
    do {
      try SessionFile.write(saved, to: path, program: settings.program)
      return late
    } catch {
      return error.description
    }
  }

  /// Does something on the thread for files; its event, or its error as one, follows.
  private func errand(_ body: @escaping @Sendable () throws -> ExplorerEvent) {
    errands.add {
      do {
        self.mailbox.put(try body())
      } catch {
        self.mailbox.put(.failed("\(error)"))
      }
    }
  }

  private func export(_ order: ExportOrder) throws -> ExplorerEvent {
    let file = ExportFile(order, program: settings.program)
    if let path = order.path {
      try file.write(to: path)
      return .done("written: \(path)")
    }
    return .done("written: \(try file.writeAnew(in: ".", time: time(nil)))")
  }

  private func save(
    _ saved: SavedSession, as name: String?, current file: String?
  ) throws -> ExplorerEvent {
    let path = try name.map(path(named:)) ?? file ?? freshPath()
    if name != nil, path != file, Folder.kind(of: path) != .missing {
      throw ArchiveError.exists(shown(path))
    }
    try Folder.create(Folder.parent(of: path))
    try SessionFile.write(saved, to: path, program: settings.program)
    current.withLock { $0 = CurrentFile(path: path) }
    return .done("session saved: \(shown(path))")
  }

  private func open(_ name: String) throws -> ExplorerEvent {
    let path = try path(named: name)
    let saved = try SessionFile.read(path)
    opened.withLock { $0 = path }
    return .restored(saved)
  }

  /// Where a session that nobody has named is saved for the first time.
  private func freshPath() throws -> String {
    guard let folder = settings.folder else { throw ArchiveError.noFolder }
    let names = FreshName(ending: "json", time: time(nil)).paths(in: "\(folder.path)/sessions")
    return names.first { Folder.kind(of: $0) == .missing } ?? folder.path
  }

  private func path(named name: String) throws -> String {
    if let folder = settings.folder {
      return folder.sessionPath(named: name, home: settings.home)
    }
    guard name.contains("/") || name.hasSuffix(".json") else { throw ArchiveError.noFolder }
    return name
  }

  /// A path as people write it.
  private func shown(_ path: String) -> String {
    guard let home = settings.home, home.count > 1, path.hasPrefix("\(home)/") else { return path }
    return "~" + path.dropFirst(home.count)
  }
}

/// The file that `w` writes to.
private struct CurrentFile: Equatable {
  var path: String?
  /// Whether it was read, not written.
  var isOpened = false
}

/// Why nothing can be kept.
enum ArchiveError: UserError, Equatable {
  /// The environment names no place.
  case noFolder
  /// A session of that name is there.
  case exists(String)

  var exitStatus: ExitStatus { .cannotCreate }

  var description: String {
    switch self {
    case .noFolder: "there is no folder for it: set HOME or XDG_STATE_HOME, or give a path"
    case .exists(let path): "\(path) is there already: give another name, or open it and press w"
    }
  }
}
