import Interphase

extension Command {
  /// Focus and values.
  static let sliders: [Command] = [
    Command("next-slider", "next slider", .sliders, ["Tab", "↓", "j"]) { $0.stepFocus(by: 1) },
    Command("previous-slider", "previous slider", .sliders, ["S-Tab", "↑", "k"]) {
      $0.stepFocus(by: -1)
    },
    Command("other-group", "latent axes or barriers", .sliders, ["PgDn", "PgUp", "C-d", "C-u"]) {
      $0.jumpFocus()
    },
    Command("first-slider", "first slider", .sliders, ["g"]) { $0.focus = $0.controls[0] },
    Command("last-slider", "last slider", .sliders, ["G"]) {
      $0.focus = $0.controls[$0.controls.count - 1]
    },
    Command("increase", "raise the value", .sliders, ["→", "l"]) { $0.step(.normal, up: true) },
    Command("decrease", "lower the value", .sliders, ["←", "h"]) { $0.step(.normal, up: false) },
    Command("increase-coarse", "raise it in a coarse step", .sliders, ["S-→", "L"]) {
      $0.step(.coarse, up: true)
    },
    Command("decrease-coarse", "lower it in a coarse step", .sliders, ["S-←", "H"]) {
      $0.step(.coarse, up: false)
    },
    Command("increase-fine", "raise it in a fine step", .sliders, ["C-→", "A-→", "A-l"]) {
      $0.step(.fine, up: true)
    },
    Command("decrease-fine", "lower it in a fine step", .sliders, ["C-←", "A-←", "A-h"]) {
      $0.step(.fine, up: false)
    },
    Command("minimum", "lowest value", .sliders, ["Home"]) { $0.moveToEnd(upper: false) },
    Command("maximum", "highest value", .sliders, ["End"]) { $0.moveToEnd(upper: true) },
    Command("type-value", "type a value: eV, meV or 1/s", .sliders, ["=", "Enter"]) {
      $0.beginEntry()
    },
    Command("reset", "reset the slider", .sliders, ["r", "Backspace", "Del"]) {
      $0.reset($0.focus)
    },
    Command("reset-all", "reset all that is not locked", .sliders, ["R"]) { $0.resetAll() },
    Command("lock", "lock or release the slider", .sliders, ["x"]) { $0.toggleLock($0.focus) },
  ]
}

extension ExplorerState {
  mutating func stepFocus(by step: Int) {
    let all = controls
    let index = all.firstIndex(of: focus) ?? 0
    focus = all[(index + step + all.count) % all.count]
  }

  mutating func jumpFocus() {
    if let other = controls.first(where: { $0.isBarrier != focus.isBarrier }) { focus = other }
  }

  mutating func step(_ size: StepSize, up: Bool) {
    nudge(focus, by: up ? size.factor : -size.factor)
  }

  mutating func moveToEnd(upper: Bool) {
    let range = range(of: focus)
    set(focus, to: upper ? range.upperBound : range.lowerBound)
  }

  mutating func beginEntry() {
    guard !refusesToMove(focus) else { return }
    entry = ValueEntry(control: focus)
  }

  mutating func toggleLock(_ control: Control) {
    edit { session in
      if session.locked.remove(control) == nil { session.locked.insert(control) }
    }
    let name = SliderView.label(of: control, self)
    notice = session.locked.contains(control) ? "\(name) is locked" : "\(name) is free"
  }

  /// Whether a slider is locked, and says so.
  mutating func refusesToMove(_ control: Control) -> Bool {
    guard session.locked.contains(control) else { return false }
    message = "\(SliderView.label(of: control, self)) is locked: x releases it"
    return true
  }

  /// Brings every slider that is not locked back to the start, with the start's seed and anchor.
  mutating func resetAll() {
    let origin = start
    edit { session in
      let locked = session
      session.knobs = origin.knobs
      for control in locked.locked {
        switch control {
        case .axis(let axis): session.offsets[axis] = locked.offsets[axis]
        case .barrier(let reaction):
          session.set(control, to: Double(locked.barriers[reaction]), anchor: 0)
        }
      }
    }
  }
}
