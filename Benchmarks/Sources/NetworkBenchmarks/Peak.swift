import CPeak
import Dispatch
import Synchronization

/// What the processor can do at most: a hand-written loop of multiply-adds in registers.
public struct Peak: Sendable {
  /// Single-precision operations in a second, in 10⁹.
  public let gigaflops: Double
  /// The vectors that the loop uses.
  public static var vectors: String { String(cString: seiscope_peak_name()) }

  private static let iterations = 4_000_000
  private static let rounds = 7

  /// Measures some threads at once, a fifth of a second; the best of seven rounds.
  public static func measure(threads: Int) -> Peak {
    let operations = Double(seiscope_peak_operations() * iterations * threads)
    let sink = Atomic<UInt32>(0)
    let seconds = (0..<rounds).map { _ in
      secondsOf {
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
          // Used, so that the loop is not left out.
          sink.store(seiscope_peak_run(iterations).bitPattern, ordering: .relaxed)
        }
      }
    }
    return Peak(gigaflops: operations / seconds.min()! * 1e-9)
  }
}

/// The wall time of some work [s].
public func secondsOf(_ work: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try work()
  return (ContinuousClock.now - start) / .seconds(1)
}
