extension WalkView {
  static let commands: [Command] = [
    Command("walk-forward", "next step", .view, ["→", "l"]) { $0.stepWalk(by: 1) },
    Command("walk-back", "previous step", .view, ["←", "h"]) { $0.stepWalk(by: -1) },
    Command("walk-forward-coarse", "five steps forward", .view, ["S-→", "L"]) {
      $0.stepWalk(by: 5)
    },
    Command("walk-back-coarse", "five steps back", .view, ["S-←", "H"]) { $0.stepWalk(by: -5) },
    Command("walk-start", "first step", .view, ["Home"]) { $0.stepWalk(by: -WalkCourse.count) },
    Command("walk-end", "last step", .view, ["End"]) { $0.stepWalk(by: WalkCourse.count) },
    Command("walk-here", "the step where the slider stands", .view, ["0"]) { $0.walk.cursor = nil },
    Command("walk-breach", "next step that breaks the physics", .view, ["!"]) {
      $0.stepWalkToBreach()
    },
    Command("walk-play", "play or stop", .view, ["Space"]) { $0.playWalk() },
    Command("walk-faster", "play faster", .view, [">", "."]) { $0.changeWalkPace(by: 1) },
    Command("walk-slower", "play slower", .view, ["<", ","]) { $0.changeWalkPace(by: -1) },
    Command("walk-go", "set the sliders to this step", .view, ["Enter"]) { $0.goToWalkStep() },
    Command("walk-curve", "next quantity of the curve", .view, ["c"]) { $0.turnWalkCurve(by: 1) },
    Command("walk-curve-back", "previous quantity of the curve", .view, ["C"]) {
      $0.turnWalkCurve(by: -1)
    },
    Command("walk-follow", "keep to this slider, or follow the focused one", .view, ["f"]) {
      $0.keepOrFollowWalk()
    },
    Command("walk-from", "another bookmark to start from", .view, ["["]) { $0.turnWalkEnd(.start) },
    Command("walk-to", "another bookmark to walk to", .view, ["]"]) { $0.turnWalkEnd(.goal) },
    Command("walk-swap", "swap the ends of the path", .view, ["s"]) { $0.swapWalkEnds() },
    Command("walk-path", "linear or spherical path", .view, ["i"]) { $0.bendWalkPath() },
  ]
}

extension ExplorerState {
  /// Shows a step, and remembers of which walk it is.
  mutating func showWalk(_ step: Int, of course: WalkCourse) {
    walk.cursor = .init(course: course.course, step: min(max(0, step), course.last))
  }

  /// Moves the cursor along the strip; it stops at the ends.
  mutating func stepWalk(by steps: Int) {
    guard let scene = walkScene() else { return }
    showWalk(scene.cursor + steps, of: scene.course)
  }

  /// The next step, round the end, whose film breaks the physics.
  mutating func stepWalkToBreach() {
    guard let scene = walkScene() else { return }
    let depth = tunnellingDepth
    let isBroken = { (film: StripFilm) in
      PhysicsBreach(of: film, tunnellingDepth: depth).isPresent
    }
    guard
      let step = scene.step(from: scene.cursor, by: 1, where: isBroken)
        ?? scene.step(from: -1, by: 1, where: isBroken)
    else {
      message = "no film of this walk breaks the physics"
      return
    }
    showWalk(step, of: scene.course)
  }

  mutating func playWalk() {
    guard walkScene() != nil else { return }
    walk.isPlaying.toggle()
    walk.elapsed = .zero
  }

  mutating func changeWalkPace(by step: Int) {
    walk.pace = min(max(0, walk.pace + step), WalkState.paces.count - 1)
    walk.elapsed = .zero
    notice = "\(walk.stepsPerSecond) steps a second"
  }

  mutating func turnWalkCurve(by step: Int) {
    let all = WalkQuantity.allCases
    let index = all.firstIndex(of: session.walk.quantity) ?? 0
    edit { $0.walk.quantity = all[(index + step + all.count) % all.count] }
  }

  mutating func keepOrFollowWalk() {
    guard session.walk.course == nil else {
      edit { $0.walk.course = nil }
      notice = "the walk follows the focused slider"
      return
    }
    let control = focus
    edit { $0.walk.course = .along(control) }
    notice = "the walk keeps to \(SliderView.label(of: control, self)): f follows the slider again"
  }

  /// The walk, or a message that says why there is none.
  private mutating func walkScene() -> WalkScene? {
    do {
      return try WalkScene(self)
    } catch {
      message = error.sentence
      return nil
    }
  }

  /// Brings the knobs to the step on screen, as one step of undo.
  mutating func goToWalkStep() {
    guard let scene = walkScene() else { return }
    let position = scene.course.positions[scene.cursor]
    switch scene.course.way {
    case .along(let control):
      guard !refusesToMove(control) else { return }
      set(control, to: position)
      notice = "\(SliderView.label(of: control, self)) at \(scene.course.text(of: position))"
    case .between(let start, let end, let path):
      go(along: path, from: start, to: end, share: position)
    }
  }
}
