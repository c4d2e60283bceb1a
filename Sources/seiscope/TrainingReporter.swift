import Console
import Foundation
import Networks
import Surrogate
import Training

/// Tells a person how a training goes: one line that renews itself on a terminal, elsewhere one line
/// an epoch.
final class TrainingReporter {
  private let isTerminal = StandardError.isTerminal
  private let started = ContinuousClock.now
  private var trainingStarted = ContinuousClock.now
  private var firstStep = 0
  private var shown: ContinuousClock.Instant?
  private var latestValidation: Losses?

  /// Notes where a training stands before it goes on.
  func start(_ session: TrainingSession) {
    trainingStarted = .now
    firstStep = Self.steps(session)
    latestValidation = session.progress.curves.last?.validation
  }

  /// Films read so far.
  func reading(_ count: Int, of total: Int) { renew { "reading \(count)/\(total) films" } }

  /// Films of the test split measured so far.
  func measuring(_ count: Int, of total: Int) {
    renew { "measuring \(count)/\(total) films of the test split" }
  }

  /// A step or an epoch.
  func report(_ event: TrainingSession.Event, _ session: TrainingSession) {
    switch event {
    case .step(let losses): renew { self.line(losses, session) }
    case .epoch(let epoch, let isBest):
      latestValidation = epoch.validation
      write(
        "epoch \(epoch.epoch)/\(session.hyperparameters.epochs)  "
          + "training \(Self.text(epoch.training))  validation \(Self.text(epoch.validation))"
          + (isBest ? "  best" : ""))
    }
  }

  /// A line that stays.
  func note(_ text: String) { write(text) }

  /// Clears the line that renews itself.
  func end() {
    if isTerminal { StandardError.write("\r\u{1B}[K") }
  }

  private func line(_ losses: Losses, _ session: TrainingSession) -> String {
    let done = Self.steps(session)
    let total = session.stepsPerEpoch * session.hyperparameters.epochs
    let seconds = max(1e-9, Self.seconds(since: trainingStarted))
    let rate = Double(done - firstStep) / seconds
    let left = Double(total - done) / max(rate, 1e-9)
    let films = rate * Double(session.hyperparameters.batchSize)
    return "epoch \(session.progress.epoch + 1)/\(session.hyperparameters.epochs)  "
      + "step \(session.progress.step)/\(session.stepsPerEpoch)  loss \(Self.text(losses))  "
      + "\(Self.fixed(films, 0)) films/s  \(Self.clock(left)) left"
  }

  /// Shows a line that the next one overwrites, five times a second at most.
  private func renew(_ text: () -> String) {
    guard isTerminal else { return }
    let now = ContinuousClock.now
    if let shown, now - shown < .milliseconds(200) { return }
    shown = now
    StandardError.write("\r\(text())\u{1B}[K")
  }

  private func write(_ text: String) {
    StandardError.write(isTerminal ? "\r\(text)\u{1B}[K\n" : "\(text)\n")
  }

  private static func steps(_ session: TrainingSession) -> Int {
    session.progress.epoch * session.stepsPerEpoch + session.progress.step
  }

  /// Total, and in brackets the terms before their weights: reconstruction, divergence, property
  /// error, ordering and film profiles.
  private static func text(_ losses: Losses) -> String {
    let ordering = losses.ordering > 0 ? " + O \(fixed(losses.ordering, 3))" : ""
    let profile = losses.profile > 0 ? " + F \(fixed(losses.profile, 1))" : ""
    return "\(fixed(losses.total, 1)) (\(fixed(losses.reconstruction, 1)) + KL "
      + "\(fixed(losses.klDivergence, 1)) + P \(fixed(losses.property, 3))\(ordering)\(profile))"
  }

  private static func fixed(_ value: Double, _ places: Int) -> String {
    String(format: "%.\(places)f", value)
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 3.6e6).rounded(.up))
    return whole >= 3600
      ? String(format: "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
      : String(format: "%d:%02d", whole / 60, whole % 60)
  }

  private static func seconds(since instant: ContinuousClock.Instant) -> Double {
    let passed = (ContinuousClock.now - instant).components
    return Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
  }
}
