package import Interphase

/// What chance leaves to any model: runs of the same barriers beside each other.
package struct ReplicaStudy: Sendable {
  /// The vectors.
  package let vectors: [ReplicaVector]

  /// Takes vectors of equally many runs.
  package init(_ vectors: [ReplicaVector]) { self.vectors = vectors }

  /// A correlation with its standard error.
  package struct Correlation: Hashable, Sendable {
    /// The correlation.
    package let value: Double
    /// Its standard error.
    package let error: Double
  }

  /// The correlation ρ of a property between runs of the same barriers, over all pairs: no R² of a
  /// prediction from barriers can be above it.
  ///
  /// Fisher's intraclass correlation, Σ (yᵢ − ȳ)(yⱼ − ȳ) over ordered pairs within vectors over
  /// (m − 1) Σ (yᵢ − ȳ)², m runs a vector. Its standard error by the jackknife over vectors, since
  /// films' properties are far from Gaussian.
  /// - Returns: `nil` for fewer than three vectors or a property that never varies.
  package func correlation(of property: Property) -> Correlation? {
    let sums = vectors.map { VectorSums($0.properties.map { $0[property] }) }
    guard sums.count >= 3 else { return nil }
    let all = sums.reduce(VectorSums([]), +)
    guard let rho = all.correlation else { return nil }
    // Without a vector that alone varies there is no correlation: nothing is known of its weight.
    let others = sums.map { (all - $0).correlation ?? rho }
    let count = Double(others.count)
    let mean = others.reduce(0, +) / count
    let squares = others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Correlation(value: rho, error: ((count - 1) / count * squares).squareRoot())
  }

  /// What a measure comes to between two runs of the same barriers, over the vectors of a group.
  ///
  /// For R² from barriers it is ``correlation(of:)``, over all vectors alone: a class of films is
  /// chosen by what came out, which its replicas need not repeat. `nil` for measures that two runs do
  /// not have, and without vectors.
  package func ceiling(of measure: Measure, in group: FilmGroup) -> Double? {
    let chosen = vectors.filter { group.contains(outcome: $0.outcome, finished: $0.finished) }
    guard !chosen.isEmpty else { return nil }
    switch measure {
    case .barrierDetermination(let property), .priorMeanDetermination(let property):
      return group == .all ? correlation(of: property)?.value : nil
    case .barrierError(let property): return Self.deviation(of: property, chosen)
    case .decodedDifference(let property): return Self.difference(of: property, chosen)
    case .disagreement: return Self.mean(chosen.map(\.observed))
    default:
      return measure.ofFilms(
        chosen.flatMap { vector in vector.others.map { (film: $0, truth: vector.first) } })
    }
  }

  /// The standard deviation from seed to seed: the square root of the mean variance, over m − 1.
  private static func deviation(of property: Property, _ vectors: [ReplicaVector]) -> Double {
    mean(
      vectors.map { vector in
        let values = vector.properties.map { $0[property] }
        let mean = mean(values)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
      }
    ).squareRoot()
  }

  /// The mean absolute difference from the first run.
  private static func difference(of property: Property, _ vectors: [ReplicaVector]) -> Double {
    mean(
      vectors.flatMap { vector in
        vector.others.map {
          abs($0.facts.properties[property] - vector.first.properties[property])
        }
      })
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}

/// What an intraclass correlation is made of, so that vectors can be taken out again.
private struct VectorSums {
  private var vectors = 0.0
  private var runs = 0.0
  private var sum = 0.0
  private var squares = 0.0
  /// Σ over vectors of the square of their sum.
  private var squaredSums = 0.0

  /// One vector; none for no values.
  init(_ values: [Double]) {
    guard !values.isEmpty else { return }
    vectors = 1
    runs = Double(values.count)
    sum = values.reduce(0, +)
    squares = values.reduce(0) { $0 + $1 * $1 }
    squaredSums = sum * sum
  }

  private static func combine(_ a: VectorSums, _ b: VectorSums, _ sign: Double) -> VectorSums {
    var result = a
    result.vectors += sign * b.vectors
    result.runs += sign * b.runs
    result.sum += sign * b.sum
    result.squares += sign * b.squares
    result.squaredSums += sign * b.squaredSums
    return result
  }

  static func + (a: VectorSums, b: VectorSums) -> VectorSums { combine(a, b, 1) }
  static func - (a: VectorSums, b: VectorSums) -> VectorSums { combine(a, b, -1) }

  /// ρ; `nil` where nothing varies, but for rounding.
  var correlation: Double? {
    let total = squares - sum * sum / runs
    guard total > 1e-12 * squares else { return nil }
    let size = runs / vectors
    // Σ (sᵥ − m ȳ)², less the squares that are no pairs.
    let pairs = squaredSums - sum * sum / vectors - total
    return pairs / ((size - 1) * total)
  }
}
