import DataSets
import Evaluation
import Interphase
import Networks
import SampleStatistics
import Surrogate
import Testing

struct NearestFilmsTests {
  private func films(_ shares: [Float]) throws -> NearestFilms {
    var films = NearestFilms(scaling: plainScaling)
    for (index, share) in shares.enumerated() {
      let lattice = layers(index + 1)
      films.append(
        lattice, barriers: try barriers(first: share),
        properties: PropertyVector(Observables(of: lattice)), index: 100 + index)
    }
    return films
  }

  @Test func `films come by distance, the nearest first`() throws {
    let films = try films([-0.9, 0.5, 0.1, -0.2])
    let point = try barriers(first: 0)
    #expect(films.places(near: point) == [2, 3, 1, 0])
    #expect(films.places(near: point, count: 2) == [2, 3])
    #expect(films.places(near: point, count: 2, excluding: 102) == [3, 1])
    #expect(films.lattice(at: 2) == layers(3))
    #expect(films.properties(at: 2)[.thickness] == 3)
  }

  @Test func `all barriers count, each by its own range`() throws {
    var films = NearestFilms(scaling: plainScaling)
    let (soft, hard) = (Reaction.withBarrier[1], Reaction.withBarrier[4])
    for (index, reaction) in [soft, hard].enumerated() {
      let middle = Float(reaction.middleBarrier)
      // The same energy is a smaller share of the wider range.
      films.append(
        layers(1), barriers: try Barriers.middle.setting(reaction, to: middle + 0.05),
        properties: .zero, index: index)
    }
    #expect(hard.middleBarrier > soft.middleBarrier)
    #expect(films.places(near: .middle, count: 1) == [1])
  }

  @Test func `a brute-force search agrees with sorting`() throws {
    var source = RandomSource(seed: 9)
    func random() throws -> Barriers {
      try Barriers(
        Reaction.withBarrier.map {
          Float($0.middleBarrier * (0.72 + 0.56 * source.unit()))
        })
    }
    var films = NearestFilms(scaling: plainScaling)
    var all: [[Float]] = []
    for index in 0..<200 {
      let barriers = try random()
      films.append(layers(1), barriers: barriers, properties: .zero, index: index)
      all.append(plainScaling.scaled(barriers: barriers.values))
    }
    for _ in 0..<10 {
      let point = try random()
      let target = plainScaling.scaled(barriers: point.values)
      let distances = all.map { row in
        zip(row, target).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      }
      let expected = distances.indices.sorted { distances[$0] < distances[$1] }.prefix(20)
      #expect(films.places(near: point) == Array(expected))
    }
  }
}

struct ExaminerTests {
  private func training() throws -> TrainingFilms {
    var films = NearestFilms(scaling: plainScaling)
    for index in 0..<30 {
      let lattice = layers(1 + index % 9)
      films.append(
        lattice, barriers: try barriers(first: Float(index) / 15 - 1),
        properties: PropertyVector(Observables(of: lattice)), index: index)
    }
    return try #require(TrainingFilms(films, height: 12))
  }

  @Test func `a nearest film that is the film itself overlaps it wholly`() throws {
    let asked = sample(layers(4), index: 999, barriers: try barriers(first: Float(3) / 15 - 1))
    let examiner = Examiner(try predictor(), training: try training(), seed: 1)
    let finding = try #require(examiner.findings(of: [asked]).first)
    let nearest = finding.answers[.nearest]
    #expect(nearest.film?.overlap.solid == 1)
    #expect(nearest.prediction?[.thickness] == 4)
    #expect(Measure.twoPoint.value(over: [finding], of: .nearest) == 0)
    // Of barriers a fifteenth apart the twenty nearest to the fourth are the first twenty: their
    // thicknesses run from 1 to 9 nm.
    let interval = try #require(finding.answers[.neighbours].interval)
    #expect(interval.low[.thickness] == 1 && interval.high[.thickness] == 9)
  }

  @Test func `a film of the training split is not its own nearest`() throws {
    let asked = sample(layers(4), index: 3, barriers: try barriers(first: Float(3) / 15 - 1))
    let examiner = Examiner(try predictor(), training: try training(), seed: 1)
    let prediction = examiner.findings(of: [asked])[0].answers[.nearest].prediction
    #expect(prediction?[.thickness] != 4)
  }

  @Test func `who knows nothing says electrolyte and the means`() throws {
    let training = try training()
    let films = Examiner(try predictor(), training: training, seed: 1)
      .findings(of: (1...9).map { sample(layers($0), index: 100 + $0) })
    #expect(Measure.overlap(.solid).value(over: films, of: .trivial) == 0)
    #expect(films[0].answers[.trivial].prediction == training.means)
    // 30 films of 1 … 9 nm: three times 1 … 9 and 1, 2, 3.
    #expect(abs(training.means[.thickness] - 141.0 / 30) < 1e-12)
  }

  @Test func `batches change nothing`() throws {
    var source = RandomSource(seed: 21)
    let samples = (0..<7).map { sample(randomFilm(&source), index: $0) }
    let single = Examiner(try predictor(), seed: 3).findings(of: samples)
    let batched = Examiner(try predictor(batch: 4), seed: 3).findings(of: samples)
    for (one, other) in zip(single, batched) {
      #expect(zip(one.latentMean, other.latentMean).allSatisfy { abs($0 - $1) < 1e-5 })
      #expect(one.answers[.model].film?.overlap == other.answers[.model].film?.overlap)
      #expect(one.answers[.model].interval == other.answers[.model].interval)
    }
  }

  @Test(arguments: Variant.allCases)
  func `a model says what its parts let it say`(_ variant: Variant) throws {
    let finding = Examiner(try predictor(variant), seed: 1).findings(of: [sample(layers(3))])[0]
    let said = finding.answers[.model]
    #expect(said.film != nil)
    #expect((said.reading != nil) == variant.hasRegressor)
    #expect((said.prediction != nil) == variant.hasPrior)
    #expect((said.atPriorMean != nil) == variant.hasPrior)
    #expect((said.disagreement != nil) == variant.hasPrior)
    #expect(finding.answers[.trivial].film == nil)
    let metrics = Metrics(of: [finding])
    #expect((metrics.regression != nil) == variant.hasRegressor)
    #expect((metrics.fromBarriers?.priorMeanDetermination != nil) == variant.hasPrior)
  }

  @Test func `the prediction is the mean of the draws that the interval is of`() throws {
    let model = try predictor()
    let asked = sample(layers(3), index: 5)
    let said = Examiner(model, seed: 8).findings(of: [asked])[0].answers[.model]
    let drawn = model.regress(
      model.draws(at: asked.barriers, count: 200, seed: Examiner.drawSeed(8, film: 5)))
    let column = stride(from: 0, to: drawn.count, by: 4).map { Double(drawn[$0]) }.sorted()
    #expect(abs(said.prediction![.thickness] - column.reduce(0, +) / 200) < 1e-9)
    #expect(
      said.interval!.low[.thickness] >= column[9] && said.interval!.low[.thickness] <= column[10])
    #expect(said.interval!.high[.thickness] >= column[189])
  }

  @Test func `other seeds share no film's draws`() {
    let seeds = (0..<40).flatMap { seed in
      (0..<500).map { Examiner.drawSeed(seed, film: $0) }
    }
    #expect(Set(seeds).count == 40 * 500)
  }

  @Test func `the ends of twenty values hold nineteen in twenty-one`() {
    // A further value of the same distribution falls into each of the 21 gaps alike often; over
    // 20,000 trials four standard errors are 4 √(0.905 · 0.095 / 20,000) = 0.0083.
    var source = RandomSource(seed: 6)
    var held = 0
    for _ in 0..<20_000 {
      let interval = PropertyInterval(endsOf: (0..<20).map { _ in thickness(source.normal()) })
      let next = source.normal()
      held += (interval.low[.thickness]...interval.high[.thickness]).contains(next) ? 1 : 0
    }
    #expect(abs(Double(held) / 20_000 - 19.0 / 21) < 0.0083)
  }
}
