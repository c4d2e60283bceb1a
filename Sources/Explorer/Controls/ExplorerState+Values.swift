import Interphase

extension ExplorerState {
  /// The coordinate of the anchor on an axis; 0 until the model has said it.
  func anchorCoordinate(_ axis: Int) -> Double {
    guard let known = decoded?.result.anchorCoordinates, known.indices.contains(axis) else {
      return 0
    }
    return known[axis]
  }

  /// Whether the model has said where the anchor lies.
  var knowsAnchor: Bool { decoded?.result.anchorCoordinates.isEmpty == false }

  /// A slider's value: a coordinate, or a barrier [eV].
  func value(of control: Control) -> Double {
    switch control {
    case .axis(let axis): anchorCoordinate(axis) + session.offsets[axis]
    case .barrier(let reaction): Double(session.barriers[reaction])
    }
  }

  /// The range in which the model has seen values: the test split's, or the design's.
  func knownRange(of control: Control) -> ClosedRange<Double> {
    switch control {
    case .axis(let axis):
      guard let summary = model.summary?.axis(axis), summary.minimum < summary.maximum else {
        return -1...1
      }
      return summary.minimum...summary.maximum
    case .barrier(let reaction): return reaction.barrierRange
    }
  }

  /// The range that the slider spans: the known one, stretched to a value or anchor outside it.
  func range(of control: Control) -> ClosedRange<Double> {
    let known = knownRange(of: control)
    var reached = [value(of: control)]
    if case .axis(let axis) = control { reached.append(anchorCoordinate(axis)) }
    return min(known.lowerBound, reached.min()!)...max(known.upperBound, reached.max()!)
  }

  /// Whether the slider stands where the model has seen nothing.
  func isExtrapolated(_ control: Control) -> Bool {
    if case .barrier(let reaction) = control {
      return session.barriers.outsideDesign.contains(reaction)
    }
    return !knownRange(of: control).contains(value(of: control))
  }

  /// Whether any slider stands where the model has seen nothing.
  var isExtrapolated: Bool {
    !session.barriers.outsideDesign.isEmpty
      || (model.summary?.axes.indices.contains { isExtrapolated(.axis($0)) } ?? false)
  }

  /// One normal step: 5 meV for a barrier, about a hundredth of its range for an axis.
  func step(of control: Control) -> Double {
    guard case .axis = control else { return 0.005 }
    let known = knownRange(of: control)
    return roundStep(near: (known.upperBound - known.lowerBound) / 100)
  }

  /// What a slider's values are rounded to when they are moved: 1 meV, or a fifth of a step.
  private func grid(of control: Control) -> Double {
    control.isBarrier ? 0.001 : step(of: control) / 5
  }

  /// Moves a slider by steps, within the range it spans.
  mutating func nudge(_ control: Control, by steps: Double) {
    guard !refusesToMove(control) else { return }
    let range = range(of: control)
    let moved = onGrid(value(of: control) + steps * step(of: control), control)
    set(control, to: clamp(moved, range))
  }

  /// Sets a slider to a share of a range, as one step of undo unless a drag gathers them.
  mutating func place(_ control: Control, at fraction: Double, of range: ClosedRange<Double>) {
    let width = range.upperBound - range.lowerBound
    let exact = range.lowerBound + clamp(fraction, 0...1) * width
    let value = fraction <= 0 || fraction >= 1 ? exact : onGrid(exact, control)
    session.set(control, to: clamp(value, range), anchor: anchorOf(control))
  }

  /// Sets a slider exactly, as one step of undo.
  mutating func set(_ control: Control, to value: Double) {
    guard !refusesToMove(control) else { return }
    let anchor = anchorOf(control)
    edit { $0.set(control, to: value, anchor: anchor) }
  }

  /// Brings one slider back to where the session began: a barrier's start, no offset.
  mutating func reset(_ control: Control) {
    guard !refusesToMove(control) else { return }
    let origin = start
    edit { session in
      switch control {
      case .axis(let axis): session.offsets[axis] = origin.offsets[axis]
      case .barrier(let reaction):
        session.set(control, to: Double(origin.barriers[reaction]), anchor: 0)
      }
    }
  }

  private func anchorOf(_ control: Control) -> Double {
    if case .axis(let axis) = control { anchorCoordinate(axis) } else { 0 }
  }

  private func onGrid(_ value: Double, _ control: Control) -> Double {
    let grid = grid(of: control)
    return (value / grid).rounded() * grid
  }
}

extension Session {
  /// Sets a slider to a value; an axis keeps what differs from the anchor's coordinate.
  ///
  /// A barrier outside physics is ignored: the callers check what a person types.
  mutating func set(_ control: Control, to value: Double, anchor: Double) {
    switch control {
    case .axis(let axis): offsets[axis] = value - anchor
    case .barrier(let reaction):
      if let changed = try? barriers.setting(reaction, to: Float(value)) { barriers = changed }
    }
  }
}

/// The nearest of 1, 2, 5 times a power of ten that is not below a number.
private func roundStep(near size: Double) -> Double {
  guard size > 0, size.isFinite else { return 0.01 }
  var power = 1.0
  while power > size { power /= 10 }
  while power * 10 <= size { power *= 10 }
  return [1, 2, 5, 10].map { $0 * power }.first { $0 >= size * 0.999 } ?? power * 10
}

func clamp(_ value: Double, _ range: ClosedRange<Double>) -> Double {
  min(max(value, range.lowerBound), range.upperBound)
}
