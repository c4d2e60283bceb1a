import Console
import Synchronization
import Validation

/// Tells a person which checks are still running, on one line that renews itself; silent elsewhere.
final class ValidationReporter: Sendable {
  private let checks: [Check]
  private let left: Mutex<Set<Int>>

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
  func end() {
    if StandardError.isTerminal { StandardError.write("\r\u{1B}[K") }
  }

  private func show(_ left: Set<Int>) {
    guard StandardError.isTerminal else { return }
    let names = left.sorted().map { checks[$0].name }
    let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    StandardError.write(
      "\r\(checks.count - left.count)/\(checks.count) checks done, left: \(shown)\u{1B}[K")
  }
}
