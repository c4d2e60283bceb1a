public import Interphase

/// What an exported file says of its own making, so that it can be made again.
///
/// An ordered list of keys and values, each one line. Keys are letters, digits, `_` and `-`, so that
/// every format can hold them as they are.
public struct Provenance: Hashable, Sendable {
  /// One thing that the result depends on.
  public struct Entry: Hashable, Sendable {
    /// Letters, digits, `_` and `-`.
    public let key: String
    /// One line without control characters.
    public let value: String

    /// - Precondition: `key` is of the characters above and does not start with a digit.
    public init(_ key: String, _ value: String) {
      precondition(Self.isKey(key), "'\(key)' is no key of a provenance")
      self.key = key
      let scalars = value.unicodeScalars.map {
        $0.properties.generalCategory == .control ? " " : $0
      }
      self.value = String(String.UnicodeScalarView(scalars))
    }

    private static func isKey(_ text: String) -> Bool {
      func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_")
      }
      return text.utf8.first.map(isLetter) ?? false
        && text.utf8.allSatisfy {
          isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
    }
  }

  /// Keys and values in the order in which files list them.
  public private(set) var entries: [Entry]

  /// What a simulated film depends on.
  ///
  /// - Parameters:
  ///   - program: Name and version, like `seiscope 0.1.0`.
  ///   - rulesVersion: The simulator's version of the rules.
  ///   - parameters: Barriers [eV], size [nm], temperature [K], tunnelling depth [nm].
  ///   - seed: Seed of the run, or of the first of several.
  ///   - replicas: Runs with seeds from `seed` upwards; `nil` for one run.
  ///   - eventLimit: Events after which a run is cut, where that matters.
  ///   - events: Executed events; `nil` where the file holds more than one state.
  ///   - modelHash: Checksum of the model that had a part in it, if one had.
  public init(
    program: String, rulesVersion: Int, parameters: SimulationParameters, seed: UInt64,
    replicas: Int? = nil, eventLimit: Int? = nil, events: Int? = nil, modelHash: String? = nil
  ) {
    entries = [
      Entry("program", program), Entry("rulesVersion", "\(rulesVersion)"), Entry("seed", "\(seed)"),
    ]
    add("replicas", replicas.map { "\($0)" })
    add("eventLimit", eventLimit.map { "\($0)" })
    add("events", events.map { "\($0)" })
    add("width", "\(parameters.width)")
    add("height", "\(parameters.height)")
    add("temperature", "\(parameters.temperature)")
    add("tunnellingDepth", "\(parameters.tunnellingDepth)")
    for reaction in Reaction.withBarrier {
      add("barrier-\(reaction.id)", "\(parameters.barriers[reaction])")
    }
    add("model", modelHash)
  }

  /// What a result depends on that is of many films, or of none.
  public init(program: String, rulesVersion: Int, seed: UInt64) {
    entries = [
      Entry("program", program), Entry("rulesVersion", "\(rulesVersion)"), Entry("seed", "\(seed)"),
    ]
  }

  /// Adds what else the result depends on, at the end; `nil` adds nothing.
  ///
  /// - Precondition: `key` is a key, and not there yet.
  public mutating func add(_ key: String, _ value: String?) {
    guard let value else { return }
    precondition(!entries.contains { $0.key == key }, "'\(key)' is in the provenance already")
    entries.append(Entry(key, value))
  }

  /// The same without some of the barriers, for files in which they vary from row to row.
  public func leavingOut(barriersOf reactions: [Reaction]) -> Provenance {
    var result = self
    let keys = Set(reactions.map { "barrier-\($0.id)" })
    result.entries.removeAll { keys.contains($0.key) }
    return result
  }
}
