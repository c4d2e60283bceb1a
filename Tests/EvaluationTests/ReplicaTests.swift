import DataSets
import Evaluation
import Interphase
import KineticMonteCarlo
import SampleStatistics
import Surrogate
import Testing

struct DisagreementTests {
  @Test func `pairs further apart than a tenth of the height are counted`() {
    let disagreement = Disagreement(height: 50)
    #expect(disagreement.threshold == 5)
    #expect(disagreement.share(of: [0, 5]) == 0)
    #expect(disagreement.share(of: [5.1, 0]) == 1)
    // Two heaps of two: four of six pairs.
    #expect(disagreement.share(of: [20, 0, 21, 1]) == 4.0 / 6)
    #expect(disagreement.share(of: [3]) == 0)
  }

  @Test func `the sorted count agrees with all pairs`() {
    var source = RandomSource(seed: 2)
    let values = (0..<60).map { _ in 20 * source.unit() }
    var apart = 0
    for i in values.indices {
      for j in 0..<i where abs(values[i] - values[j]) > 5 { apart += 1 }
    }
    #expect(Disagreement(height: 50).share(of: values) == Double(apart) / Double(60 * 59 / 2))
  }
}

struct ReplicaStudyTests {
  private func vector(
    _ films: [Lattice], chance: Double = 0, drawn: [Double] = []
  ) -> ReplicaVector {
    ReplicaVector(
      finding(films[0]) { $0[.model].disagreement = chance }, films: films, drawn: drawn)
  }

  @Test func `replicas that repeat the film leave nothing to chance`() throws {
    let study = ReplicaStudy((1...6).map { vector([layers($0), layers($0), layers($0)]) })
    let correlation = try #require(study.correlation(of: .thickness))
    #expect(abs(correlation.value - 1) < 1e-12)
    #expect(abs(correlation.error) < 1e-12)
    #expect(study.ceiling(of: .overlap(.solid), in: .all) == 1)
    #expect(study.ceiling(of: .twoPoint, in: .all) == 0)
    #expect(study.ceiling(of: .barrierError(.thickness), in: .all) == 0)
    #expect(study.ceiling(of: .decodedDifference(.thickness), in: .all) == 0)
    #expect(study.ceiling(of: .clusterRatio, in: .all) == 1)
  }

  @Test func `the correlation of pairs is what it is by hand`() throws {
    let study = ReplicaStudy([
      vector([layers(1), layers(3)]), vector([layers(3), layers(1)]),
      vector([layers(5), layers(5)]),
    ])
    // Deviations (-2, 0), (0, -2), (2, 2): ordered pairs 0 + 0 + 8, squares 4 + 4 + 8.
    let correlation = try #require(study.correlation(of: .thickness))
    #expect(abs(correlation.value - 0.5) < 1e-12)
    // Without the third −1, without one of the others 7/11; jackknife √(2/3 · 216/121).
    #expect(abs(correlation.error - 12.0 / 11) < 1e-12)
    #expect(study.ceiling(of: .barrierDetermination(.thickness), in: .all) == correlation.value)
    #expect(study.ceiling(of: .barrierDetermination(.thickness), in: .finished) == nil)
    // Variances 2, 2 and 0 over m − 1; differences 2, 2 and 0.
    #expect(
      abs(study.ceiling(of: .barrierError(.thickness), in: .all)! - (4.0 / 3).squareRoot()) < 1e-12)
    #expect(abs(study.ceiling(of: .decodedDifference(.thickness), in: .all)! - 4.0 / 3) < 1e-12)
    #expect(study.ceiling(of: .latentDetermination(.thickness), in: .all) == nil)
  }

  @Test func `the error of the correlation is its spread over studies`() throws {
    // Pairs of Gaussian thickness with ρ = 0.6 in 60 vectors, 300 studies of facts made by hand.
    var source = RandomSource(seed: 77)
    var (sum, squares, errors) = (0.0, 0.0, 0.0)
    let base = FilmFacts(of: layers(1))
    let film = finding(layers(1))
    for _ in 0..<300 {
      let vectors = (0..<60).map { _ in
        let shared = 0.6.squareRoot() * source.normal()
        return ReplicaVector(
          film,
          properties: (0..<2).map { _ in thickness(shared + 0.4.squareRoot() * source.normal()) },
          like: base)
      }
      let found = try #require(ReplicaStudy(vectors).correlation(of: .thickness))
      sum += found.value
      squares += found.value * found.value
      errors += found.error
    }
    let mean = sum / 300
    let deviation = (squares / 300 - mean * mean).squareRoot()
    // The mean's own error is 0.08 / √300; the deviation's 4 %.
    #expect(abs(mean - 0.6) < 0.03)
    #expect(abs(deviation / (errors / 300) - 1) < 0.17)
  }

  @Test func `chances are held against what happened, bin by bin`() {
    // Twelve rows: far apart is more than 1.2 nm.
    let study = ReplicaStudy([
      vector([layers(1), layers(1)], chance: 0.01),
      vector([layers(1), layers(2)], chance: 0.05),
      vector([layers(1), layers(5)], chance: 0.4),
      vector([layers(2), layers(2)], chance: 0.5),
    ])
    let bins = study.reliability(of: .model)
    #expect(bins.map(\.vectors) == [1, 1, 2])
    #expect(bins.map(\.observed) == [0, 0, 0.5])
    #expect(abs(bins[2].predicted - 0.45) < 1e-12)
    #expect(abs(bins[2].error - 0.5) < 1e-12)
    // The one that fell apart has a higher chance than two of the three others.
    #expect(study.ranking(of: .model) == 2.0 / 3)
    #expect(study.ranking(of: .nearest) == nil)
    #expect(abs(study.predictedDisagreement(of: .model)! - 0.24) < 1e-12)
    #expect(study.ceiling(of: .disagreement, in: .all) == 0.25)
  }

  @Test func `two heaps are seen in runs and draws from ten runs on`() throws {
    let split = (0..<10).map { layers($0 < 5 ? 1 : 9) }
    let drawn = (0..<200).map { ($0 < 100 ? 1 : 9) + Double($0 % 100) / 100 }
    let broad = (0..<200).map { Double($0) / 20 }
    let heaps = ReplicaStudy([
      vector(split, drawn: drawn), vector(split, drawn: broad),
      vector(split.map { _ in layers(4) }, drawn: drawn),
    ]).heaps
    // Ten of the draws rarely fall five and five: most subsamples are seen, few of the broad ones.
    let found = try #require(heaps)
    #expect(abs(found.both + found.runsAlone - 2) < 1e-12)
    #expect(abs(found.drawsAlone + found.neither - 1) < 1e-12)
    #expect(found.both > 0.3 && found.both <= 1.2 && found.drawsAlone > 0.3)
    #expect(ReplicaStudy([vector(Array(split.prefix(3)), drawn: drawn)]).heaps == nil)
    let again = ReplicaStudy([vector(split, drawn: drawn)]).heaps
    #expect(again == ReplicaStudy([vector(split, drawn: drawn)]).heaps, "equal seeds")
    #expect(ReplicaStudy([vector(split)]).heaps == nil)
  }
}

struct SubsampleTests {
  @Test func `draws are tested in samples of as many as there are runs`() throws {
    // Two heaps of which 200 draws tell at once, ten do not: a seventh of them lies apart.
    let drawn = (0..<200).map { ($0 < 170 ? 1 : 9) + Double($0 % 100) / 100 }
    #expect(DipTest.isBimodal(drawn) == true)
    let runs = (0..<10).map { _ in layers(4) }
    let vector = ReplicaVector(finding(runs[0]), films: runs, drawn: drawn)
    #expect(try #require(vector.bimodalShare) <= 0.5)
    #expect(vector.isBimodal == false)
  }
}

struct ReplicaPlanTests {
  private func plan(counting own: Bool) throws -> ReplicaPlan {
    ReplicaPlan(
      vectors: 3, seeds: 2,
      parameters: try SimulationParameters(barriers: .middle, width: 10, height: 12),
      eventLimit: 400, countsOwnFilm: own)
  }

  @Test func `places are spread evenly, and none is taken twice`() throws {
    let plan = try plan(counting: true)
    #expect(plan.places(among: 9) == [0, 3, 6])
    #expect(plan.places(among: 2) == [0, 1])
  }

  @Test func `a run has the sample's barriers and a seed of its own`() throws {
    let plan = try plan(counting: true)
    let asked = sample(layers(2), barriers: .esmaeilpour)
    let found = plan.run([asked], isStopped: { false }, finishedOne: { _ in })
    let runs = try #require(found)
    #expect(runs[0].count == 3 && runs[0][0] == asked.lattice)
    let parameters = try SimulationParameters(barriers: .esmaeilpour, width: 10, height: 12)
    for (seed, film) in zip(plan.seeds(for: asked), runs[0].dropFirst()) {
      var simulation = Simulation(parameters, seed: seed)
      simulation.advance(toEvents: 400)
      #expect(film == simulation.lattice)
    }
    #expect(Set(plan.seeds(for: asked) + [asked.seed]).count == 3)
    let others = try self.plan(counting: false).run(
      [asked], isStopped: { false }, finishedOne: { _ in })
    #expect(others?[0].count == 2)
    let stopped = plan.run([asked], isStopped: { true }, finishedOne: { _ in })
    #expect(stopped == nil)
  }
}

extension ReplicaVector {
  /// Runs that differ in their properties alone.
  fileprivate init(_ finding: FilmFinding, properties: [PropertyVector], like facts: FilmFacts) {
    var first = facts
    first.properties = properties[0]
    self.init(
      finding, first: first,
      others: properties.dropFirst().map { values in
        var other = FilmComparison(of: layers(1), with: layers(1))
        other.facts.properties = values
        return other
      }, drawn: [], size: (10, 12))
  }
}
