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
    case .delivered(let delivery): receive(delivery)
    case .tick(let elapsed):
      tickDemo(elapsed)
      view.type.tick(elapsed, &self)
    case .command(let name, let answer): effects += run(name, answer: answer)
    case .typed(let text, let control): type(text, into: control)
    case .restored(let saved): restore(saved)
    case .done(let text): notice = text
    case .failed(let text): message = text
    }
    if session.growsAnotherFilm(than: before) { effects.append(requestSimulation()) }
    if session.decodesAnotherPoint(than: before) { effects += requestDecode() }
    effects += newOrders()
    keepFocusInView()
    keepTrail()
    return effects
  }

  private mutating func receive(_ found: [Theme]) {
    guard let same = found.firstIndex(where: { $0.name == theme.name }) else { return }
    if case .list(var list) = overlay, list.subject == .themes {
      let before = themes[list.themeBefore].name
      list.themeBefore = found.firstIndex { $0.name == before } ?? same
      list.selection = same
      overlay = .list(list)
    }
    themes = found
    themeIndex = same
    followGround()
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
    if demo != nil, input.isFromPerson {
      endDemo()
      if case .key(let key, let modifiers) = input, let effect = systemKey(key, modifiers) {
        return [effect]
      }
      return []
    }
    switch input {
    case .key(let key, let modifiers): return handle(key, modifiers)
    case .mouse(let mouse): return handle(mouse)
    case .paste(let text): return paste(text)
    case .resize(let size):
      self.size = size
      if case .help = overlay { overlay = .help(HelpState()) }
      return []
    case .background(let color):
      ground = color
      followGround()
      return []
    }
  }

  /// Pasted text goes where text is being typed; elsewhere it can only be a state line.
  private mutating func paste(_ text: String) -> [Effect] {
    clearMessages()
    if entry != nil {
      entry?.field.insert(text)
    } else if case .prompt(var prompt) = overlay {
      prompt.field.insert(text)
      overlay = .prompt(prompt)
    } else if case .palette(var palette) = overlay {
      palette.typed.insert(text)
      overlay = .palette(palette)
    } else if overlay == nil, StateLine.looksLikeOne(text) {
      return takeStateLine(text)
    }
    return []
  }

  private mutating func requestSimulation() -> Effect {
    run.generation += 1
    explore.playback = nil
    return .simulate(
      SimulationRequest(
        generation: run.generation, barriers: session.barriers, seed: session.seed,
        eventLimit: session.eventLimit))
  }

  private mutating func requestDecode() -> [Effect] {
    guard model.summary != nil else { return [] }
    decodeGeneration += 1
    return [
      .decode(DecodeRequest(generation: decodeGeneration, place: place))
    ]
  }

  private mutating func receive(_ snapshot: SimulationSnapshot) -> [Effect] {
    guard snapshot.generation == run.generation else { return [] }
    if run.isStarting { explore.playback = nil }
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

  private mutating func receive(_ delivery: WorkDelivery) {
    guard orders[delivery.kind]?.generation == delivery.generation else { return }
    evidence.receive(delivery)
  }

  /// Orders for what the view on screen needs and nobody has been asked for.
  private mutating func newOrders() -> [Effect] {
    let wanted = view.type.work(self)
    var effects: [Effect] = []
    for kind in WorkKind.allCases {
      guard let task = wanted[kind], orders[kind]?.task != task else { continue }
      workGeneration += 1
      let order = WorkOrder(kind: kind, generation: workGeneration, task: task)
      orders[kind] = order
      evidence.failures[kind] = nil
      effects.append(.work(order))
    }
    return effects
  }

  /// Where the decoded film is taken from.
  var place: LatentPlace {
    LatentPlace(
      barriers: session.barriers, anchor: session.anchor, offsets: session.offsets,
      film: session.anchor == .simulated ? run.snapshot?.lattice : nil)
  }

  /// How often the runtime sends ``ExplorerEvent/tick(_:)``; `nil` while nothing moves by itself.
  public var tickInterval: Duration? {
    [view.type.tickInterval(self), demo == nil ? nil : Demo.interval].compactMap { $0 }.min()
  }

  /// Takes the first theme that fits the terminal's background, unless a person chose one.
  private mutating func followGround() {
    if case .list(let list) = overlay, list.subject == .themes { return }
    guard followsGround, let ground, theme.isDark != ground.isDark,
      let fitting = themes.firstIndex(where: { $0.isDark == ground.isDark })
    else { return }
    themeIndex = fitting
  }
}

extension InputEvent {
  /// Whether a person did it: the terminal's size and answers are not for anybody's attention.
  fileprivate var isFromPerson: Bool {
    switch self {
    case .key, .mouse, .paste: true
    case .resize, .background: false
    }
  }
}
