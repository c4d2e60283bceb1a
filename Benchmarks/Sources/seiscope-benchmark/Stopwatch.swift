import CAllocations
import Glibc

/// What a piece of work cost.
struct Cost {
  /// Processor time of this thread [s]: what others do to the machine counts little.
  var seconds: Double
  /// Calls of the allocator.
  var allocations: Int

  /// Measures a piece of work.
  static func of(_ work: () -> Void) -> Cost {
    let allocations = seiscope_allocations()
    let start = threadSeconds()
    work()
    let end = threadSeconds()
    return Cost(seconds: end - start, allocations: seiscope_allocations() - allocations)
  }

  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

extension [Double] {
  /// The number below which this share lies, between neighbours in proportion.
  func quantile(_ share: Double) -> Double {
    let sorted = self.sorted()
    let position = share * Double(count - 1)
    let below = Int(position)
    let above = Swift.min(below + 1, count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }

  var median: Double { quantile(0.5) }
}
