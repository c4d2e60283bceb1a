extension CursesTerminal {
  /// Puts text on the clipboard of the person's own machine, over SSH as well (OSC 52).
  ///
  /// Terminals tell nobody whether they did, some refuse, and tmux does unless it is told otherwise:
  /// so never claim that it worked without naming another way, such as a file.
  /// - Returns: `false` where the text is empty or longer than terminals take, 56,244 bytes of
  ///   UTF-8; nothing is sent then.
  public func copy(_ text: String) -> Bool {
    guard isTaken, let sequence = Clipboard.sequence(for: text, in: Multiplexer()) else {
      return false
    }
    Self.send(sequence)
    return true
  }
}
