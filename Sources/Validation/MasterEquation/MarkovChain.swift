import KineticMonteCarlo

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The master equation dp/dt = Q p over a state space, and what follows from it without chance.
struct MarkovChain: Sendable {
  private let space: StateSpace
  /// The rate of each way [1/s].
  private let wayRates: [Double]
  /// The total rate out of each state [1/s]; 0 where nothing can happen.
  let totals: [Double]

  /// The state at the start.
  private let first: Int

  /// - Parameters:
  ///   - space: States and ways.
  ///   - rates: The rate constants of the nineteen reactions [1/s].
  ///   - start: One of the states.
  init(_ space: StateSpace, rates: [Double], start: Configuration) {
    guard let first = space.indices[StateKey(start)] else {
      preconditionFailure("the start is none of the states")
    }
    self.space = space
    self.first = first
    wayRates = space.ways.map { rates[Int($0.reaction)] * $0.weight }
    let (starts, wayRates) = (space.starts, wayRates)
    totals = (0..<space.count).map { state in
      wayRates[starts[state]..<starts[state + 1]].reduce(0, +)
    }
  }

  /// A distribution over the states after a number of events, and what happened on the way.
  struct Passage: Sendable {
    /// The chance of each state.
    var chances: [Double]
    /// Expected executed events of each reaction, at index raw value − 1.
    var reactions = [Double](repeating: 0, count: 19)
    /// The expected time of the last event [s].
    var time = 0.0
    /// Events counted.
    var events = 0
    /// The chance that something can still happen.
    var unfinished = 1.0
  }

  /// The start: all chance on one state.
  var start: Passage {
    var chances = [Double](repeating: 0, count: space.count)
    chances[first] = 1
    return Passage(chances: chances)
  }

  /// The passage after so many events, or fewer where nothing can happen.
  ///
  /// Exact but for rounding, some 10⁻¹⁵ an event.
  func passage(events: Int) -> Passage {
    var passage = start
    for _ in 0..<events { step(&passage) }
    return passage
  }

  /// The passage once the chance that something can still happen is below `residual`.
  ///
  /// That chance bounds the error of the chances of all end states together.
  /// - Precondition: It is reached within `most` events.
  func end(residual: Double = 1e-9, most: Int = 1_000_000) -> Passage {
    var passage = start
    while passage.unfinished > residual {
      precondition(passage.events < most, "not at an end after \(most) events")
      step(&passage)
    }
    return passage
  }

  /// One event of the embedded jump chain: p′ = Σ p(s) · rate(s → s′) / total(s).
  private func step(_ passage: inout Passage) {
    var next = [Double](repeating: 0, count: totals.count)
    passage.unfinished = 0
    for state in totals.indices where passage.chances[state] > 0 {
      guard totals[state] > 0 else {
        next[state] += passage.chances[state]
        continue
      }
      let share = passage.chances[state] / totals[state]
      passage.time += share
      for way in space.starts[state]..<space.starts[state + 1] {
        let flow = share * wayRates[way]
        let target = Int(space.ways[way].target)
        next[target] += flow
        passage.reactions[Int(space.ways[way].reaction)] += flow
        if totals[target] > 0 { passage.unfinished += flow }
      }
    }
    passage.chances = next
    passage.events += 1
  }

  /// The distribution over the states at a time [s], p(t) = exp(Qt) p(0).
  ///
  /// By uniformisation (Jensen 1953): Σ Poisson(n; Λt) (1 + Q/Λ)ⁿ p(0), Λ the largest total rate. The
  /// sum is cut where the terms left out weigh less than 10⁻¹² together, which bounds the error.
  /// - Precondition: Λt is below 700, where e^−Λt leaves the numbers that a `Double` holds.
  func chances(at time: Double) -> [Double] {
    let fastest = totals.max() ?? 0
    let mean = fastest * time
    precondition(mean < 700, "\(mean) events are too many to sum over")
    var vector = start.chances
    var sum = [Double](repeating: 0, count: vector.count)
    var weight = exp(-mean)
    var left = 1.0
    var term = 0.0
    while left > 1e-12, weight > 0 {
      for state in sum.indices { sum[state] += weight * vector[state] }
      left -= weight
      // Past the mean the weights fall; what is left then is rounding.
      if term > mean, weight < 1e-17 { break }
      term += 1
      weight *= mean / term
      vector = uniformised(vector, fastest)
    }
    return sum
  }

  /// (1 + Q/Λ) p.
  private func uniformised(_ vector: [Double], _ fastest: Double) -> [Double] {
    var next = [Double](repeating: 0, count: vector.count)
    for state in vector.indices where vector[state] > 0 {
      next[state] += vector[state] * (1 - totals[state] / fastest)
      for way in space.starts[state]..<space.starts[state + 1] {
        next[Int(space.ways[way].target)] += vector[state] * wayRates[way] / fastest
      }
    }
    return next
  }
}
