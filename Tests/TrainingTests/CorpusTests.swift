import DataSets
import Foundation
import Interphase
import Surrogate
import Testing
import Training

struct CorpusTests {
  @Test func `a data set's splits become films in the order of their index`() throws {
    try withScratchPath { path in
      let plan = try DataSetPlan(samples: 30, seed: 4, eventLimit: 200)
      let generator = DataSetGenerator(plan: plan, path: path, program: "test")
      let dataSet = try #require(
        try generator.run(threads: 1, isStopped: { false }, progress: { _ in }))
      let corpus = try Corpus(dataSet)
      #expect(corpus.training.count == dataSet.count(in: .training))
      #expect(corpus.validation.count == dataSet.count(in: .validation))
      #expect(corpus.test.count == dataSet.count(in: .test))
      let indices = try (0..<corpus.test.count).map { try corpus.test.film(at: $0).index }
      #expect(indices == indices.sorted())
      #expect(corpus.record.samples == 30)
      #expect(corpus.simulation.eventLimit == 200)
      for (place, sample) in try dataSet.load(.test).enumerated() {
        let film = try corpus.test.film(at: place)
        #expect(film.lattice == sample.lattice)
        #expect(film.barriers == sample.barriers)
        #expect(film.seed == sample.seed)
        #expect(film.index == sample.index)
        #expect(film.properties == sample.properties)
      }
      let fewer = try Corpus(dataSet, limit: 20)
      #expect(fewer.training.count + fewer.validation.count + fewer.test.count == 20)
      #expect(fewer.record.hash != corpus.record.hash)
    }
  }
}
