/// A person's own folders, after the XDG base directory specification.
public struct UserFolders: Equatable, Sendable {
  /// What the person wrote: settings, themes. `nil` where neither XDG_CONFIG_HOME nor HOME says.
  public let configuration: String?
  /// What the program keeps of its own: `nil` where neither XDG_STATE_HOME nor HOME says.
  public let state: String?

  /// Reads XDG_CONFIG_HOME, XDG_STATE_HOME and HOME; values that are no absolute paths do not count.
  public init(environment: [String: String]) {
    func folder(_ variable: String, _ usual: String) -> String? {
      if let path = environment[variable], path.hasPrefix("/") { return "\(path)/seiscope" }
      guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
      return "\(home)/\(usual)/seiscope"
    }
    configuration = folder("XDG_CONFIG_HOME", ".config")
    state = folder("XDG_STATE_HOME", ".local/state")
  }
}
