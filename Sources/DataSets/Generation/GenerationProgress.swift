/// How far the making of a data set is.
public struct GenerationProgress: Equatable, Sendable {
  /// Samples of all that is to be made: the set, or one shard.
  public let total: Int
  /// Samples that were on disk already when this run came to them.
  public internal(set) var stored: Int
  /// Samples simulated in this run.
  public internal(set) var simulated = 0
  /// Events of the samples simulated in this run.
  public internal(set) var events = 0
  /// Samples of this run that ended by themselves.
  public internal(set) var finished = 0

  /// Progress of work that simulates nothing: samples read of a whole set.
  package init(read: Int, of total: Int) {
    self.init(total: total, stored: read)
  }

  init(total: Int, stored: Int) {
    self.total = total
    self.stored = stored
  }

  /// Samples done, by this run and those before.
  public var done: Int { stored + simulated }
}
