extension Barriers {
  /// Barriers at which only some reactions happen, and the escapes, whose barrier is fixed.
  ///
  /// - Parameters:
  ///   - barriers: Those of the reactions that happen [eV].
  ///   - others: The barrier of all others [eV]: at 5 eV and room temperature none happens within
  ///     the age of the universe; at 100 eV the rate constant is 0.
  /// - Throws: ``BarrierError`` where a value is outside 0 to 100 eV.
  package static func only(
    _ barriers: [Reaction: Float], others: Float = 5
  ) throws(BarrierError) -> Barriers {
    try Barriers(Reaction.withBarrier.map { barriers[$0] ?? others })
  }
}
