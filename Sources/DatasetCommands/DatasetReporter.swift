import Console
package import DataSets
import Glibc
import Synchronization

/// Tells the person how far a data set is: one line that renews itself on a terminal, a line a
/// minute elsewhere.
///
/// Safe to use from several threads.
package final class DatasetReporter: Sendable {
  private struct State {
    var latest: GenerationProgress?
    var shown: ContinuousClock.Instant?
  }

  private let started = ContinuousClock.now
  private let isTerminal = StandardError.isTerminal
  private let state = Mutex(State())

  /// Starts the clock.
  package init() {}

  /// Takes note of progress, from any thread, and shows it where it is time to.
  package func report(_ progress: GenerationProgress) {
    let now = ContinuousClock.now
    let interval: Duration = isTerminal ? .milliseconds(200) : .seconds(60)
    state.withLock { state in
      // Threads may report in another order than they were counted.
      guard progress.simulated >= state.latest?.simulated ?? 0 else { return }
      state.latest = progress
      guard now - (state.shown ?? (isTerminal ? now - interval : started)) >= interval else {
        return
      }
      state.shown = now
      show(progress, seconds: (now - started).inSeconds)
    }
  }

  /// What was reported last.
  var latest: GenerationProgress? { state.withLock { $0.latest } }

  /// Ends the line.
  package func end() {
    state.withLock { state in
      guard let latest = state.latest, isTerminal || state.shown != nil else { return }
      show(latest, seconds: (ContinuousClock.now - started).inSeconds)
      if isTerminal { StandardError.write("\n") }
    }
  }

  private func show(_ progress: GenerationProgress, seconds: Double) {
    let line = Self.line(progress, seconds: seconds)
    // Carriage return and "erase to the end of the line": the line is shorter than a screen.
    StandardError.write(isTerminal ? "\r\(line)\u{1B}[K" : "\(line)\n")
  }

  /// The progress line: of simulating, or, where nothing is simulated, of reading and checking.
  static func line(_ progress: GenerationProgress, seconds: Double) -> String {
    guard progress.simulated > 0 else {
      let rate = seconds > 0 ? Double(progress.done) / seconds : 0
      return "\(progress.done)/\(progress.total) samples read  \(Int(rate.rounded()))/s"
    }
    let simulated = Double(progress.simulated)
    let rate = seconds > 0 ? simulated / seconds : 0
    let events = seconds > 0 ? Double(progress.events) / seconds / 1e6 : 0
    let left = rate > 0 ? Double(progress.total - progress.done) / rate : 0
    let finished = simulated > 0 ? Int(100 * Double(progress.finished) / simulated + 0.5) : 0
    return "\(progress.done)/\(progress.total) samples  \(fixed(rate, 1))/s  "
      + "\(fixed(events, 1)) M events/s  \(clock(left)) left  \(finished) % finished"
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    let rest = whole % 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}

/// A number with a fixed count of decimals, whatever the locale.
private func fixed(_ value: Double, _ decimals: Int) -> String {
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let scaled = Int((value * scale).rounded())
  let digits = String(abs(scaled) % Int(scale))
  let padding = String(repeating: "0", count: max(0, decimals - digits.count))
  return "\(scaled / Int(scale)).\(padding)\(digits)"
}

extension Duration {
  /// The duration as a number [s].
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
