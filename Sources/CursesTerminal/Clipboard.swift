/// What stands between this program and the terminal that a person sits at.
enum Multiplexer: Equatable {
  case none, tmux, screen

  /// From TERM, TMUX and STY.
  ///
  /// Only TERM crosses SSH. There `screen` may be either program, and tmux, whose default it was, is
  /// the likelier one; GNU screen adds a dot and the terminal's name where it can.
  init(environment: [String: String] = terminalEnvironment()) {
    let term = environment["TERM"] ?? ""
    let isInTmux = !(environment["TMUX"] ?? "").isEmpty
    let isInScreen = !(environment["STY"] ?? "").isEmpty || term.hasPrefix("screen.")
    if isInTmux {
      self = .tmux
    } else if isInScreen {
      self = .screen
    } else {
      self = term.hasPrefix("tmux") || term.hasPrefix("screen") ? .tmux : .none
    }
  }
}

/// Escape sequences that set the clipboard (OSC 52).
enum Clipboard {
  /// The most that xterm takes [bytes of base64].
  static let greatestLength = 74_994
  /// Longest piece that GNU screen passes on at once [bytes]; its buffers hold 256 in old versions.
  private static let screenPiece = 240

  /// The sequence for a text; `nil` if it is empty, which would clear the clipboard, or too long.
  static func sequence(for text: String, in multiplexer: Multiplexer) -> String? {
    let code = base64(Array(text.utf8))
    guard !code.isEmpty, code.utf8.count <= greatestLength else { return nil }
    let plain = "\u{1B}]52;c;\(code)\u{7}"
    switch multiplexer {
    case .none: return plain
    // tmux takes the one with set-clipboard, the other with allow-passthrough.
    case .tmux: return plain + "\u{1B}Ptmux;\u{1B}\(plain)\u{1B}\\"
    case .screen: return passedOnByScreen(plain)
    }
  }

  private static func passedOnByScreen(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return stride(from: 0, to: bytes.count, by: screenPiece).map { start in
      let piece = bytes[start..<min(start + screenPiece, bytes.count)]
      return "\u{1B}P" + String(decoding: piece, as: UTF8.self) + "\u{1B}\\"
    }.joined()
  }

  /// Base64 with padding (RFC 4648, section 4).
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var code: [UInt8] = []
    code.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        code.append(
          place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: code, as: UTF8.self)
  }
}
