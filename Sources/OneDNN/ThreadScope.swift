internal import CDNNL

/// Prepares the calling thread for floating-point work with oneDNN, and undoes it.
///
/// oneDNN stays on one thread (libgomp's setting is one of the calling thread), and denormal
/// numbers count as zero: they cost a hundred times more and mean nothing in a network.
public enum ThreadScope {
  /// Prepares the thread for good: for threads of our own.
  public static func enter() {
    omp_set_num_threads(1)
    _ = seiscope_flush_denormals()
  }

  /// Prepares the thread while `body` runs.
  public static func with<Result, Failure: Error>(_ body: () throws(Failure) -> Result)
    throws(Failure) -> Result
  {
    omp_set_num_threads(1)
    let word = seiscope_flush_denormals()
    defer { seiscope_restore_float(word) }
    return try body()
  }
}
