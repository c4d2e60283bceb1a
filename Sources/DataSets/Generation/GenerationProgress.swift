/// How far the making of a data set is.
public struct GenerationProgress: Equatable, Sendable {
  /// Samples of the whole set.
  public let total: Int
  /// Samples that were on disk already when this run began.
  public let stored: Int
  /// Samples simulated in this run.
  public internal(set) var simulated = 0
  /// Events of the samples simulated in this run.
  public internal(set) var events = 0
  /// Samples of this run that ended by themselves.
  public internal(set) var finished = 0

  /// Samples done, by this run and those before.
  public var done: Int { stored + simulated }
}
