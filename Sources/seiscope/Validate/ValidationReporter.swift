import Synchronization
import Validation

/// Tells a person which checks are still running, on one line that renews itself; silent elsewhere.
final class ValidationReporter: Sendable {
  private let checks: [Check]
  private let left: Mutex<Set<Int>>
  private let line = ProgressLine()

  /// Shows the line for the first time.
  init(_ checks: [Check]) {
    self.checks = checks
    left = Mutex(Set(checks.indices))
    left.withLock { show($0) }
  }

  /// Takes note that a check is done, from any thread.
  func finished(_ index: Int) {
    left.withLock { left in
      left.remove(index)
      show(left)
    }
  }

  /// Clears the line.
  func end() { line.end() }

  private func show(_ left: Set<Int>) {
    line.renew {
      let names = left.sorted().map { checks[$0].name }
      let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
      return "\(checks.count - left.count)/\(checks.count) checks done, left: \(shown)"
    }
  }
}
