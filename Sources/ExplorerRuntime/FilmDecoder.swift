public import Explorer

/// What answers decode requests; one thread owns it.
public protocol FilmDecoder {
  /// Answers a request.
  ///
  /// - Parameters:
  ///   - isWanted: Whether no newer request waits; asked between the steps of a longer answer.
  ///   - publish: Takes the answer, and perhaps a fuller one after it.
  mutating func answer(
    _ request: DecodeRequest, isWanted: () -> Bool, publish: (DecodedResult) -> Void)
}

/// A model that the explorer can use: described at once, built on the decoder's own thread.
public struct ModelSource: Sendable {
  /// What the explorer shows of it.
  public var summary: ModelSummary
  /// The stored picture of the start state, where the session begins there.
  public var stored: DecodedResult?
  /// Builds the network; an error's description becomes the explorer's message.
  public var open: @Sendable () throws -> any FilmDecoder

  /// A model by its summary and how to open it.
  public init(
    summary: ModelSummary, stored: DecodedResult? = nil,
    open: @escaping @Sendable () throws -> any FilmDecoder
  ) {
    self.summary = summary
    self.stored = stored
    self.open = open
  }
}
