public import Explorer

/// A model put to use for the explorer; several threads may ask it.
public protocol FilmDecoder: Sendable {
  /// Answers a request.
  ///
  /// - Parameters:
  ///   - isWanted: Whether no newer request waits; asked between the steps of a longer answer.
  ///   - publish: Takes the answer, and perhaps a fuller one after it.
  func answer(
    _ request: DecodeRequest, isWanted: () -> Bool, publish: (DecodedResult) -> Void)

  /// The film at a step of a strip or a sheet: one decode.
  ///
  /// - Returns: `nil` where the film to encode is not there yet.
  func film(at step: LatentStep) -> StripFilm?

  /// The films of the bundle's latent map.
  func map() -> MapData

  /// How the model was trained and what it is worth, beside other models (some 0.3 s).
  func report() -> ReportData

  /// Learns which ground the model knows, some 0.1 s; before that no answer is said to be far.
  func learnSeenFilms()
}

/// A model that the explorer can use: described at once, built on the model's own thread.
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
