/// The candidate nearest to a mistyped word, or `nil` where none is near.
///
/// Near: an edit distance (insert, delete, replace) of at most a third of the word's length,
/// at least 1.
public func nearest(to word: String, among candidates: [String]) -> String? {
  let limit = max(1, word.count / 3)
  let ranked = candidates.map { ($0, editDistance(word, $0)) }
  guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= limit else { return nil }
  return best.0
}

private func editDistance(_ a: String, _ b: String) -> Int {
  let target = Array(b)
  var row = Array(0...target.count)
  for (i, character) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in target.indices {
      let replaced = diagonal + (character == target[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
    }
  }
  return row[target.count]
}

extension Reaction {
  /// The reaction with this identifier among the fifteen with a barrier.
  ///
  /// - Throws: ``BarrierError/unknown(_:suggestion:)`` with the nearest identifier.
  public static func named(_ id: String) throws(BarrierError) -> Reaction {
    guard let reaction = Reaction(id: id), reaction.rawValue <= Barriers.count else {
      throw .unknown(id, suggestion: nearest(to: id, among: withBarrier.map(\.id)))
    }
    return reaction
  }
}
