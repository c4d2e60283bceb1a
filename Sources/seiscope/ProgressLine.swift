import Cells
import Console
import Synchronization

/// A line on a terminal that renews itself while a person waits; nothing elsewhere.
final class ProgressLine: Sendable {
  private let isTerminal = StandardError.isTerminal
  private let started = ContinuousClock.now
  private let shown = Mutex<ContinuousClock.Instant?>(nil)

  /// Seconds since the line was made.
  var seconds: Double { (ContinuousClock.now - started) / .seconds(1) }

  /// Shows the text, five times a second at most, from any thread.
  func renew(_ text: () -> String) {
    guard isTerminal else { return }
    let now = ContinuousClock.now
    shown.withLock { shown in
      if let shown, now - shown < .milliseconds(200) { return }
      shown = now
      // A line that wrapped would stay behind.
      StandardError.write("\r\(text().prefix(max(1, StandardError.columns - 1)))\u{1B}[K")
    }
  }

  /// Clears the line.
  func end() {
    shown.withLock { shown in
      if shown != nil { StandardError.write("\r\u{1B}[K") }
      shown = nil
    }
  }

  /// How far many runs are.
  func line(runs: Int, of total: Int, events: Int) -> String {
    let left = seconds / Double(runs) * Double(total - runs)
    return "\(runs) of \(total) runs   \(NumberText.significant(Double(runs) / seconds)) runs/s   "
      + "\(NumberText.compact(Double(events) / seconds)) events/s   \(Self.clock(left)) left"
  }

  /// A time that is left, such as `1:05` or `2:00:10`.
  static func clock(_ seconds: Double) -> String {
    guard seconds.isFinite else { return "–:––" }
    let whole = Int(min(seconds, 3.6e6).rounded(.up))
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}
