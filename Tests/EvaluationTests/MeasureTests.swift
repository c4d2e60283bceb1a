import Evaluation
import Interphase
import Surrogate
import Testing

struct MeasureTests {
  @Test func `determination is of the source that is asked`() {
    let films = [1, 2, 3].map { rows in
      finding(layers(rows)) { answers in
        answers[.model].reading = thickness(Double(rows))
        answers[.model].prediction = thickness(rows == 3 ? 4 : Double(rows))
        answers[.trivial].prediction = thickness(2)
      }
    }
    #expect(Measure.latentDetermination(.thickness).value(over: films, of: .model) == 1)
    // Residual 1, total 2.
    #expect(Measure.barrierDetermination(.thickness).value(over: films, of: .model) == 0.5)
    #expect(Measure.barrierDetermination(.thickness).value(over: films, of: .trivial) == 0)
    #expect(
      abs(
        Measure.barrierError(.thickness).value(over: films, of: .model)!
          - (1.0 / 3).squareRoot()) < 1e-12)
    #expect(Measure.barrierDetermination(.thickness).value(over: films, of: .nearest) == nil)
    #expect(Measure.latentDetermination(.thickness).value(over: [], of: .model) == nil)
  }

  @Test func `films that are all alike have nothing to be explained`() {
    let films = [1, 2].map { index in
      finding(layers(2), index: index) { $0[.model].reading = thickness(2) }
    }
    #expect(Measure.latentDetermination(.thickness).value(over: films, of: .model) == nil)
    #expect(Measure.latentError(.thickness).value(over: films, of: .model) == 0)
  }

  @Test func `the regressed and the decoded are compared with each other, not with the truth`() {
    let films = [
      finding(layers(9)) { answers in
        answers[.model].reading = thickness(2)
        answers[.model].film = FilmComparison(of: layers(5), with: layers(9))
      }
    ]
    #expect(Measure.decodedDifference(.thickness).value(over: films, of: .model) == 3)
  }

  @Test func `a known spread is covered as its quantiles say`() {
    // Films of Gaussian thickness, seen by a source that knows mean and deviation: ±1.645 σ holds
    // 90 %; over 4000 films four standard errors are 4 √(0.09 / 4000) = 0.019.
    var source = RandomSource(seed: 5)
    let films = (0..<4000).map { index in
      var film = finding(layers(1), index: index) { answers in
        answers[.model].interval = PropertyInterval(
          low: thickness(5 - 1.645 * 2), high: thickness(5 + 1.645 * 2))
        answers[.trivial].interval = PropertyInterval(of: [thickness(100)])
      }
      film.truth = film.truth.with(thickness: 5 + 2 * source.normal())
      return film
    }
    let coverage = Measure.coverage(.thickness)
    #expect(abs(coverage.value(over: films, of: .model)! - 0.9) < 0.019)
    #expect(coverage.value(over: films, of: .trivial) == 0)
    let width = Measure.intervalWidth(.thickness).value(over: films, of: .model)!
    #expect(abs(width - 6.58) < 1e-9)
  }

  @Test func `clusters and floating sites are ratios of sums`() throws {
    let simulated = try film(["C.C.", "....", "C..F", "EEEE"])
    let decoded = try film(["CCC.", "....", "C..F", "EEEE"])
    let films = [
      finding(simulated) { $0[.model].film = FilmComparison(of: decoded, with: simulated) }
    ]
    // Three clusters, two of them floating single sites; decoded two, one floating of three sites.
    #expect(Measure.clusterRatio.value(over: films, of: .model) == 2.0 / 3)
    #expect(Measure.floatingRatio.value(over: films, of: .model) == 3.0 / 2)
    let bare = [
      finding(layers(0)) { $0[.model].film = FilmComparison(of: layers(2), with: layers(0)) }
    ]
    #expect(Measure.clusterRatio.value(over: bare, of: .model) == nil)
  }

  @Test func `a class without organic has no organic overlap and reaches nothing`() throws {
    let films = (1...3).map { rows in
      finding(layers(rows, of: .inorganic), index: rows) { answers in
        answers[.model].film = FilmComparison(
          of: layers(rows, of: .inorganic), with: layers(rows, of: .inorganic))
        answers[.trivial].film = FilmComparison(
          of: layers(0), with: layers(rows, of: .inorganic))
      }
    }
    let numbers = [Float](repeating: 1, count: 4)
    let axes = PrincipalAxes(
      mean: numbers, axes: [numbers], explainedVariance: [1], minimum: [1], maximum: [1],
      standardDeviation: [1], labels: [AxisLabel(property: .thickness, rho: 1)])
    let rows = ModelEvaluation(films, replicas: nil, axes: axes).rows(of: .all)
    let organic = try #require(rows.first { $0.measure == .overlap(.organic) })
    #expect(organic.values.isEmpty && organic.unbeaten.isEmpty)
    #expect(organic.isReached.least == nil && organic.isReached.aim == nil)
    let inorganic = try #require(rows.first { $0.measure == .overlap(.inorganic) })
    #expect(inorganic.model == 1 && inorganic.isReached.aim == true)
    let kept = Metrics(of: films).reconstruction
    #expect(kept.organicOverlap == nil && kept.inorganicOverlap == 1)
    let bare = [
      finding(layers(0)) { $0[.model].film = FilmComparison(of: layers(2), with: layers(0)) }
    ]
    #expect(Measure.twoPoint.value(over: bare, of: .model) == nil)
    #expect(Measure.overlap(.solid).value(over: bare, of: .model) == nil)
  }

  @Test func `every measure has a key and a name of its own`() {
    #expect(Set(Measure.allCases.map(\.id)).count == Measure.allCases.count)
    let names = Measure.allCases.map { "\($0.section) \($0.name)" }
    #expect(Set(names).count == names.count)
    #expect(Measure.allCases.allSatisfy { $0.name.count <= 27 })
  }
}

struct TargetTests {
  @Test func `targets are reached at their ends`() {
    #expect(Target.least(0.66).isReached(by: 0.66, ceiling: nil) == true)
    #expect(Target.least(0.66).isReached(by: 0.65, ceiling: nil) == false)
    #expect(Target.most(0.08).isReached(by: 0.09, ceiling: nil) == false)
    #expect(Target.within(0.85...0.95).isReached(by: 0.96, ceiling: nil) == false)
    #expect(Target.shareOfCeiling(0.95).isReached(by: 0.7, ceiling: nil) == nil)
    #expect(Target.shareOfCeiling(0.95).isReached(by: 0.7, ceiling: 0.73) == true)
    #expect(Target.shareOfCeiling(0.95).isReached(by: 0.7, ceiling: 0.75) == false)
  }

  @Test func `an aim asks for more than the least`() {
    for measure in Measure.allCases {
      guard let targets = measure.targets else { continue }
      switch (targets.least, targets.aim) {
      case (.least(let least), .least(let aim)): #expect(aim > least, "\(measure)")
      case (.most(let least), .most(let aim)): #expect(aim < least, "\(measure)")
      case (.within(let least), .within(let aim)):
        #expect(least.contains(aim.lowerBound) && least.contains(aim.upperBound), "\(measure)")
      case (.least, .shareOfCeiling): break
      default: Issue.record("\(measure) has targets of two kinds")
      }
    }
  }
}

struct BarrierResponseTests {
  /// Films whose thickness rises along the first barrier from 1 to 10 nm, and what is said of them.
  private func films(_ said: (Double) -> Double) throws -> [FilmFinding] {
    try (0..<50).map { index in
      let share = Float(index) / 25 - 1
      let rows = 1 + index / 5
      return finding(layers(rows), index: index, barriers: try barriers(first: share)) {
        $0[.model].prediction = thickness(said(Double(rows)))
      }
    }
  }

  @Test func `means of bins move as the films do`() throws {
    let first = Reaction.withBarrier[0]
    let response = try #require(
      BarrierResponse(to: first, of: .thickness, films { 3 + $0 / 2 }))
    // Bins of ten: rows 1 and 2, …, 9 and 10.
    #expect(response.simulated == [1.5, 3.5, 5.5, 7.5, 9.5])
    #expect(response.predicted == [3.75, 4.75, 5.75, 6.75, 7.75])
    #expect(response.simulatedRange == 8 && response.simulatedChange == 8)
    #expect(response.predictedRange == 4)
    #expect(abs(response.correlation - 1) < 1e-12)
    // The variance of 1 … 10 is 8.25; of ten films the mean's error is √0.825.
    #expect(abs(response.error - 0.825.squareRoot()) < 1e-12)
    #expect(response.isReal)
    #expect(abs(BarrierResponse.gain([response])! - 0.5) < 1e-12)
  }

  @Test func `a prior that collapsed does not follow`() throws {
    let films = try films { _ in 5 }
    #expect(Measure.response(.thickness).value(over: films, of: .model) == 0)
    let response = try #require(
      BarrierResponse(to: Reaction.withBarrier[0], of: .thickness, films))
    #expect(response.predictedRange == 0 && response.correlation == 0)
  }

  @Test func `too few films make no bins, and silence no response`() throws {
    let films = try films { $0 }
    let first = Reaction.withBarrier[0]
    #expect(BarrierResponse(to: first, of: .thickness, Array(films.prefix(9))) == nil)
    #expect(BarrierResponse(to: first, of: .thickness, films, source: .nearest) == nil)
  }
}

extension FilmFacts {
  /// The same film with another thickness [nm].
  fileprivate func with(thickness: Double) -> FilmFacts {
    var changed = self
    changed.properties[.thickness] = thickness
    return changed
  }
}
