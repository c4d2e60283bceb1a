import Cells
import Theming

extension ExplorerState {
  /// Takes in what happened.
  ///
  /// - Returns: What is to be done, in order. A simulation or a decode is asked for exactly where
  ///   the session changed what they depend on.
  public mutating func update(_ event: ExplorerEvent) -> [Effect] {
    let before = session
    var effects: [Effect] = []
    switch event {
    case .start: effects += [requestSimulation()] + requestDecode()
    case .input(let input): effects += handle(input)
    case .simulated(let snapshot): effects += receive(snapshot)
    case .decoded(let result): receive(result)
    case .themes(let found): receive(found)
    case .modelFailed(let reason): loseModel(reason)
    }
    if session.growsAnotherFilm(than: before) { effects.append(requestSimulation()) }
    if session.decodesAnotherPoint(than: before) { effects += requestDecode() }
    keepFocusInView()
    return effects
  }

  private mutating func receive(_ found: [Theme]) {
    guard let same = found.firstIndex(where: { $0.name == theme.name }) else { return }
    themes = found
    themeIndex = same
  }

  /// Goes on without a model: nothing may point at an axis any more.
  private mutating func loseModel(_ reason: String) {
    endDrag()
    entry = nil
    model = .absent(reason)
    decoded = nil
    message = reason
    if !focus.isBarrier { focus = controls[0] }
  }

  private mutating func handle(_ input: InputEvent) -> [Effect] {
    switch input {
    case .key(let key, let modifiers): return handle(key, modifiers)
    case .mouse(let mouse): return handle(mouse)
    case .paste(let text):
      entry?.insert(text)
      return []
    case .resize(let size):
      self.size = size
      help?.scroll = 0
      return []
    }
  }

  private mutating func requestSimulation() -> Effect {
    run.generation += 1
    return .simulate(
      SimulationRequest(
        generation: run.generation, barriers: session.barriers, seed: session.seed,
        eventLimit: session.eventLimit))
  }

  private mutating func requestDecode() -> [Effect] {
    guard model.summary != nil else { return [] }
    decodeGeneration += 1
    return [
      .decode(
        DecodeRequest(
          generation: decodeGeneration, barriers: session.barriers, anchor: session.anchor,
          offsets: session.offsets,
          film: session.anchor == .simulated ? run.snapshot?.lattice : nil))
    ]
  }

  private mutating func receive(_ snapshot: SimulationSnapshot) -> [Effect] {
    guard snapshot.generation == run.generation else { return [] }
    run.receive(snapshot)
    return session.anchor == .simulated ? requestDecode() : []
  }

  /// An answer to an older request is still newer than what is on screen: while a slider is moved
  /// faster than the model answers, the picture follows at the model's pace.
  private mutating func receive(_ result: DecodedResult) {
    guard model.summary != nil, result.generation >= decoded?.result.generation ?? 0,
      result.isFinite
    else { return }
    decoded = DecodedState(result)
  }
}
