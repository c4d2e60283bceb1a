import Cells
import Interphase

/// The explorer in words, for screen readers and logs: no picture, no colour, one thing a sentence.
extension ExplorerState {
  /// What the last event has to say, if anything.
  public var announcement: String? { message ?? notice }

  /// Forgets the announcement, once it was made.
  public mutating func forgetAnnouncement() { clearMessages() }

  /// The sliders by the names that ``control(named:)`` takes.
  public var controlNames: [String] { controls.map(Self.plainName) }

  /// The slider of a name: `PC1`, a barrier's identifier, or the label on the screen.
  public func control(named name: String) -> Control? {
    let wanted = name.lowercased()
    return controls.first { control in
      Self.plainName(control).lowercased() == wanted
        || SliderView.label(of: control, self).lowercased() == wanted
    }
  }

  /// A slider's value, its range and what it means.
  public func sentence(about control: Control) -> String {
    let known = knownRange(of: control)
    let decimals = control.isBarrier ? 3 : 2
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals) }
    var sentence = "\(Self.plainName(control)) is \(text(value(of: control)))"
    sentence += control.isBarrier ? " eV" : ""
    sentence += ", of \(text(known.lowerBound)) to \(text(known.upperBound)); "
    sentence += meaning(of: control)
    if isExtrapolated(control) { sentence += "; outside what the model has seen" }
    if session.locked.contains(control) { sentence += "; locked" }
    return sentence + "."
  }

  private func meaning(of control: Control) -> String {
    switch control {
    case .barrier(let reaction): return reaction.summary
    case .axis(let index):
      guard let axis = model.summary?.axis(index) else { return "no model" }
      guard axis.correlation.magnitude >= 0.3 else { return "it goes with no property" }
      return "it \(axis.correlation < 0 ? "falls" : "rises") with \(axis.property.name)"
    }
  }

  /// Both films and what the model regresses, a sentence each.
  public var filmSentences: [String] {
    var sentences: [String] = []
    if let snapshot = run.snapshot, let observables = run.observables {
      let events = NumberText.grouped(snapshot.events)
      let stage = snapshot.stage == .unfinished ? "stopped at the event limit" : "\(snapshot.stage)"
      sentences.append(
        "Simulated film: \(Self.figures(of: observables)); \(stage) after \(events) events.")
    }
    guard let decoded else {
      if case .absent(let reason) = model { sentences.append("No decoded film: \(reason).") }
      return sentences
    }
    sentences.append("Decoded film: \(Self.figures(of: decoded.observables)).")
    let regressed = decoded.result.regressed
    if !regressed.isEmpty {
      let texts = zip(Property.allCases, regressed).map { property, value in
        let spread = decoded.result.spread.map { $0[property.rawValue] }
        return Self.figure(property, value, spread)
      }
      sentences.append("The model regresses \(texts.joined(separator: ", ")).")
    }
    return sentences
  }

  /// View, anchor and seed.
  public var placeSentence: String {
    "View \(view.title), seed \(session.seed), anchor \(session.anchor.title)."
  }

  private static func figures(of observables: Observables) -> String {
    Property.allCases.map { figure($0, $0.value(in: observables), nil) }.joined(separator: ", ")
  }

  private static func figure(_ property: Property, _ value: Double, _ spread: Double?) -> String {
    let number = NumberText.fixed(value, property.decimals)
    let range = spread.map { " ± \(NumberText.fixed($0, property.decimals))" } ?? ""
    return "\(property.name) \(number)\(range)" + (property.unit.isEmpty ? "" : " \(property.unit)")
  }

  /// What a slider is called where there is no screen.
  private static func plainName(_ control: Control) -> String {
    switch control {
    case .axis(let axis): "PC\(axis + 1)"
    case .barrier(let reaction): reaction.id
    }
  }
}

extension ExplorerState {
  /// Does what a command does; text answers the question that the command asks, if it asks one.
  ///
  /// What is left open on the screen is closed.
  mutating func run(_ name: String, answer: String?) -> [Effect] {
    guard let command = Command.named[name] else { return [] }
    clearMessages()
    var effects = command.run(&self)
    if case .prompt(var prompt) = overlay {
      if let answer {
        prompt.field.clear()
        prompt.field.insert(answer)
        effects += handlePrompt(prompt, .enter, [])
      } else {
        message = "\(name) wants an answer: write it behind the name"
      }
    } else if overlay != nil || entry != nil {
      message = "\(name) needs the screen"
    }
    overlay = nil
    entry = nil
    return effects
  }

  /// Sets a slider to a typed value, with its unit.
  mutating func type(_ text: String, into control: Control) {
    clearMessages()
    guard controls.contains(control) else {
      message = "\(Self.plainName(control)) has no slider: there is no model with this axis"
      return
    }
    focus = control
    guard !refusesToMove(control) else { return }
    var typed = ValueEntry(control: control)
    typed.field.insert(text)
    entry = typed
    commitEntry()
    entry = nil
  }
}
