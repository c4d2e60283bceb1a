import Cells

/// A line being typed into the status line.
struct PromptState: Equatable, Sendable {
  /// What the line is for.
  enum Purpose: Equatable, Sendable {
    case bookmark, seed, stateLine, savePath, openPath
  }

  var purpose: Purpose
  var field: TextField
  /// Whether the text is a proposal, which the first letter that is typed replaces.
  var isProposal = false

  /// What stands before the line.
  var question: String {
    switch purpose {
    case .bookmark: "bookmark:"
    case .seed: "seed:"
    case .stateLine: "state line:"
    case .savePath: "save session as:"
    case .openPath: "open session:"
    }
  }
}

extension ExplorerState {
  /// Asks for a line.
  mutating func ask(_ purpose: PromptState.Purpose) {
    let proposal =
      switch purpose {
      case .bookmark: freshBookmarkName
      case .seed, .stateLine, .savePath, .openPath: ""
      }
    overlay = .prompt(
      PromptState(
        purpose: purpose, field: TextField(proposal, limit: StateLine.limit),
        isProposal: !proposal.isEmpty))
  }

  mutating func handlePrompt(
    _ prompt: PromptState, _ key: Key, _ modifiers: Modifiers
  ) -> [Effect] {
    var prompt = prompt
    switch key {
    case .escape: overlay = nil
    case .enter: return answer(prompt)
    default:
      if prompt.isProposal, case .character = key, modifiers.isEmpty { prompt.field.clear() }
      prompt.isProposal = false
      _ = prompt.field.handle(key, modifiers)
      overlay = .prompt(prompt)
    }
    return []
  }

  /// Takes the typed line, or says what is wrong with it and keeps it.
  private mutating func answer(_ prompt: PromptState) -> [Effect] {
    let text = prompt.field.string.trimmed
    guard !text.isEmpty else {
      overlay = nil
      return []
    }
    switch prompt.purpose {
    case .bookmark: addBookmark(named: text)
    case .seed:
      guard let seed = UInt64(text) else {
        message = "'\(text)' is no seed: type a whole number from 0"
        return []
      }
      edit { $0.seed = seed }
    case .stateLine: return takeStateLine(text)
    case .savePath:
      overlay = nil
      return [.save(saved, path: text)]
    case .openPath:
      overlay = nil
      return [.open(path: text)]
    }
    overlay = nil
    return []
  }

  /// Goes where a state line says, or says what is wrong with it.
  mutating func takeStateLine(_ text: String) -> [Effect] {
    do {
      restore(saved(at: try StateLine(reading: text)))
    } catch {
      message = error.description
    }
    return []
  }
}

extension String {
  /// Without blanks and line ends around it.
  var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(rest[...last])
  }
}
