import Dispatch
public import Explorer
import Interphase

/// The explorer as sentences: a line in, sentences out, for screen readers, logs and scripts.
///
/// The same state, threads and files as on a screen; each answer waits for the films that it is
/// about.
public struct PlainSession {
  /// Takes a sentence for the person.
  public typealias Speak = (String) -> Void

  var state: ExplorerState
  private let workshop: Workshop
  let archivist: Archivist
  private let arrival: DispatchSemaphore
  private let speak: Speak
  /// Numbers of the newest requests; 0 where none is waited for.
  private var waiting = (film: 0, answer: 0)
  /// The number of the newest answer.
  private var answered = 0
  /// What came of files and was not said yet.
  private var announcements: [String] = []

  /// A session of a state before its first event.
  ///
  /// - Parameters:
  ///   - model: What decodes, if anything does.
  ///   - files: Where sessions, exports and copies are kept.
  public init(
    _ state: ExplorerState, model: ModelSource?, files: Archivist.Settings, speak: @escaping Speak
  ) {
    let arrival = DispatchSemaphore(value: 0)
    self.state = state
    self.arrival = arrival
    self.speak = speak
    workshop = Workshop(model: model) { arrival.signal() }
    archivist = Archivist(files) { arrival.signal() }
  }

  /// Runs until the lines end or one says `quit`.
  ///
  /// - Parameter nextLine: Waits for a line; `nil` at the end.
  /// - Returns: Why the session could not be saved where it was to be, if it could not.
  public mutating func run(nextLine: () -> String?) -> String? {
    let message = state.announcement
    _ = take(.start)
    settle()
    awaitFiles()
    say([message].compactMap { $0 } + announced())
    say([state.placeSentence] + state.filmSentences)
    say(["Write help for what can be asked, quit to end."])
    archivist.watch(state.saved)
    while let line = nextLine() {
      guard answer(line) else { break }
      archivist.watch(state.saved)
    }
    return archivist.finish(state.saved)
  }

  /// Answers a line.
  ///
  /// - Returns: Whether the session goes on.
  private mutating func answer(_ line: String) -> Bool {
    switch PlainRequest(line, state) {
    case .nothing: break
    case .mistake(let text): say([text])
    case .help: say(PlainRequest.guide)
    case .films: say([state.placeSentence] + state.filmSentences)
    case .get(let controls): say(controls.map(state.sentence))
    case .event(let event): return change(by: event)
    case .export(let format):
      finish(.export(ExportOrder(format: format, path: nil, of: state)))
      say(announced())
    case .stateLine: say([StateLine(state.saved).text])
    }
    return true
  }

  /// Takes in an event, waits for what follows, and tells what is different.
  private mutating func change(by event: ExplorerEvent) -> Bool {
    let before = state
    guard take(event) else { return false }
    settle()
    var sentences = announced() + [state.announcement].compactMap { $0 }
    if case .typed(_, let control) = event { sentences.append(state.sentence(about: control)) }
    if case .command = event, state.focus != before.focus || state.moves(before, state.focus) {
      sentences.append(state.sentence(about: state.focus))
    }
    if state.view != before.view { sentences.append("The view is \(state.view.title).") }
    if state.session.knobs != before.session.knobs { sentences += state.filmSentences }
    say(sentences.isEmpty ? ["Done."] : sentences)
    return true
  }

  private func say(_ sentences: [String]) {
    for sentence in sentences { speak(sentence) }
  }
}

extension PlainSession {
  /// Takes in an event and does what follows.
  ///
  /// - Returns: Whether the session goes on.
  private mutating func take(_ event: ExplorerEvent) -> Bool {
    for effect in state.update(event) {
      switch effect {
      case .simulate(let request):
        waiting.film = request.generation
        workshop.perform(effect)
      case .decode(let request):
        waiting.answer = request.generation
        workshop.perform(effect)
      case .copy(let text, let what):
        archivist.copy(text, what: what, isSent: false)
        awaitFiles()
      case .export, .open, .save: finish(effect)
      case .quit: return false
      case .work: workshop.perform(effect)
      case .record, .mouse, .redraw, .suspend: break
      }
    }
    return true
  }

  /// Does something with files and waits for its end.
  private mutating func finish(_ effect: Effect) {
    archivist.perform(effect)
    awaitFiles()
  }

  /// Waits until files are done; what came of them is announced.
  private mutating func awaitFiles() {
    archivist.settle()
    for event in archivist.drain() {
      _ = take(event)
      announcements += [state.announcement].compactMap { $0 }
      state.forgetAnnouncement()
    }
  }

  private mutating func announced() -> [String] {
    defer { announcements = [] }
    return announcements
  }

  /// Waits until the films that were asked for last are there.
  private mutating func settle() {
    while !isSettled {
      arrival.wait()
      for event in workshop.outbox.drain() {
        // An answer that the state drops, since its numbers are none, is one too.
        if case .decoded(let result) = event { answered = max(answered, result.generation) }
        _ = take(event)
      }
    }
  }

  private var isSettled: Bool {
    let snapshot = state.run.snapshot
    let isGrown = snapshot?.generation == waiting.film && snapshot?.stage != .growing
    return isGrown && (state.model.summary == nil || answered >= waiting.answer)
  }
}

extension ExplorerState {
  /// Whether a slider stands elsewhere than before.
  fileprivate func moves(_ before: ExplorerState, _ control: Control) -> Bool {
    switch control {
    case .axis(let axis): session.offsets[axis] != before.session.offsets[axis]
    case .barrier(let reaction):
      session.barriers[reaction] != before.session.barriers[reaction]
    }
  }
}
