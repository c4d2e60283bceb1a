/// Something that a person can ask for: by key, in the palette, in the configuration.
public struct Command: Sendable {
  /// What commands have in common, the order of the help.
  public enum Group: String, CaseIterable, Sendable {
    case sliders, pictures, view, points, session, screen
  }

  /// The name in the configuration, such as `undo`.
  public let name: String
  /// What it does, in a few words.
  public let title: String
  /// Where the help lists it.
  public let group: Group
  /// The keys that it has unless the configuration says otherwise.
  public let keys: [KeyChord]
  /// The view that it belongs to; `nil` works in all.
  public internal(set) var view: ViewKind?
  let run: @Sendable (inout ExplorerState) -> [Effect]

  /// A command with effects.
  init(
    _ name: String, _ title: String, _ group: Group, _ keys: [KeyChord] = [],
    effects run: @escaping @Sendable (inout ExplorerState) -> [Effect]
  ) {
    self.name = name
    self.title = title
    self.group = group
    self.keys = keys
    self.run = run
  }

  /// A command that changes the state alone.
  init(
    _ name: String, _ title: String, _ group: Group, _ keys: [KeyChord] = [],
    _ change: @escaping @Sendable (inout ExplorerState) -> Void
  ) {
    self.init(
      name, title, group, keys,
      effects: { state in
        change(&state)
        return []
      })
  }
}

extension Command {
  /// Every command: those of all views, then those of each view.
  public static let all: [Command] =
    sliders + pictures + points + session + screen
    + ViewKind.allCases.flatMap { kind in
      kind.type.commands.map { command in
        var command = command
        command.view = kind
        return command
      }
    }

  /// Commands by name.
  static let named: [String: Command] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.name, $0) })
}
