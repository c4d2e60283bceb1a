import CNcursesW
import Cells

/// Keys that terminfo lists and the decoder does not know by itself: those of rare terminals.
enum KeySequences {
  /// Names of terminfo's capabilities and the keys that they are.
  private static let names: [(name: String, stroke: KeyStroke)] = {
    let plain: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete),
      ("kich1", .insert),
    ]
    let functions = (1...12).map { ("kf\($0)", Key.function($0)) }
    let shifted: [(String, Key)] = [
      ("kri", .up), ("kind", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home),
      ("kEND", .end), ("kcbt", .tab),
    ]
    // xterm's names of modified arrows end in the parameter that their sequence carries.
    let stems: [(String, Key)] = [("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right)]
    let modified = stems.flatMap { stem in
      (3...8).map { (stem.0 + String($0), stem.1, Modifiers(parameter: $0)) }
    }
    return (plain + functions).map { ($0.0, KeyStroke(key: $0.1)) }
      + shifted.map { ($0.0, KeyStroke(key: $0.1, modifiers: .shift)) }
      + modified.map { ($0.0, KeyStroke(key: $0.1, modifiers: $0.2)) }
  }()

  /// The sequences of the current terminal that start with Escape and that the decoder would not take
  /// for one key.
  static func ofTerminal() -> [[UInt8]: KeyStroke] {
    var found: [[UInt8]: KeyStroke] = [:]
    for (name, stroke) in names {
      guard let text = nc_string(name) else { continue }
      let sequence = Array(String(cString: text).utf8)
      if isUnknown(sequence) { found[sequence] = stroke }
    }
    return found
  }

  static func isUnknown(_ sequence: [UInt8]) -> Bool {
    guard sequence.count > 1, sequence[0] == 0x1B else { return false }
    var decoder = InputDecoder()
    guard let first = decoder.feed(sequence).first, decoder.patience == nil else { return true }
    if case .key(.character, let modifiers) = first { return modifiers.contains(.alt) }
    return false
  }
}
