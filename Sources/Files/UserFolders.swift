/// A person's own folders, after the XDG base directory specification.
public struct UserFolders: Equatable, Sendable {
  /// The home folder; `nil` where HOME does not say.
  public let home: String?
  /// What the person wrote: settings, themes. `nil` where neither XDG_CONFIG_HOME nor HOME says.
  public let configuration: String?
  /// What the program keeps of its own: `nil` where neither XDG_STATE_HOME nor HOME says.
  public let state: String?

  /// Reads XDG_CONFIG_HOME, XDG_STATE_HOME and HOME; values that are no absolute paths do not count.
  public init(environment: [String: String]) {
    func absolute(_ variable: String) -> String? {
      environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let home = absolute("HOME")
    func folder(_ variable: String, _ usual: String) -> String? {
      (absolute(variable) ?? home.map { "\($0)/\(usual)" }).map { "\($0)/seiscope" }
    }
    self.home = home
    configuration = folder("XDG_CONFIG_HOME", ".config")
    state = folder("XDG_STATE_HOME", ".local/state")
  }
}
