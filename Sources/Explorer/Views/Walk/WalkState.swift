/// Where a person is in a walk: neither undone nor saved.
struct WalkState: Equatable, Sendable {
  /// A step of one course; on another course it means nothing.
  struct Cursor: Equatable, Sendable {
    var course: WalkSettings.Course
    var step: Int
  }

  /// Something that the mouse holds.
  enum Hold: Equatable, Sendable {
    case strip, curve
  }

  /// The step on screen; `nil` is where the slider stands, or the path's start.
  var cursor: Cursor?
  /// Whether the walk plays by itself.
  var isPlaying = false
  /// Whether it plays from the end to the start just now.
  var goesBack = false
  /// Which of ``paces`` it plays at.
  var pace = 2
  /// Time since the last step.
  var elapsed = Duration.zero
  /// What the mouse holds.
  var hold: Hold?

  /// Steps a second that can be chosen.
  static let paces = [2, 4, 8, 12, 24]

  /// Steps a second.
  var stepsPerSecond: Int { Self.paces[pace] }

  /// Time from one step to the next.
  var interval: Duration { .milliseconds(1000 / stepsPerSecond) }
}
