public import Interphase

/// A slider.
public enum Control: Hashable, Sendable {
  /// A principal axis of the latent map, from 0.
  case axis(Int)
  /// A barrier.
  case barrier(Reaction)

  /// Whether it moves a barrier.
  var isBarrier: Bool { if case .barrier = self { true } else { false } }
}

/// How far one key press moves a slider.
enum StepSize: Equatable, Sendable {
  case fine, normal, coarse

  /// Relative to a normal step.
  var factor: Double {
    switch self {
    case .fine: 0.2
    case .normal: 1
    case .coarse: 5
    }
  }
}
