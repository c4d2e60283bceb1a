import DataSets
import Foundation
import Interphase
import Networks
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

  @Test func `films from the disk train the same network as films in memory`() throws {
    try withScratchPath { path in
      let plan = try DataSetPlan(samples: 40, seed: 4, eventLimit: 200)
      let generator = DataSetGenerator(plan: plan, path: path, program: "test")
      let dataSet = try #require(
        try generator.run(threads: 1, isStopped: { false }, progress: { _ in }))
      let stored = try Corpus(dataSet)
      func inMemory(_ source: any FilmSource) throws -> Films {
        var films = Films(width: 50, height: 50)
        for place in 0..<source.count {
          let film = try source.film(at: place)
          films.append(
            film.lattice, barriers: film.barriers, properties: film.properties, seed: film.seed,
            index: film.index)
        }
        return films
      }
      let held = try Corpus(
        training: inMemory(stored.training), validation: inMemory(stored.validation),
        test: inMemory(stored.test), simulation: stored.simulation, seed: 4, samples: 40,
        rulesVersion: stored.record.rulesVersion)
      #expect(held.record == stored.record)
      #expect(held.scaling == stored.scaling)
      var hyperparameters = Hyperparameters(
        architecture: Architecture(
          variant: .prvae, latent: 6, encoderChannels: [8, 8, 8], decoderChannels: [8, 8, 8],
          denseUnits: 6, regressorUnits: 5))
      hyperparameters.epochs = 1
      hyperparameters.batchSize = 8
      let tensors = try [stored, held].map { corpus in
        let session = try TrainingSession(corpus, hyperparameters, threads: 1)
        _ = try session.run(shouldStop: { false }, report: { _ in }, save: { _ in })
        return session.result
      }
      #expect(tensors[0] == tensors[1])
    }
  }

  @Test func `a film whose record is damaged later is named when it is asked for`() throws {
    try withScratchPath { path in
      let plan = try DataSetPlan(samples: 20, seed: 4, eventLimit: 200)
      let generator = DataSetGenerator(plan: plan, path: path, program: "test")
      let dataSet = try #require(
        try generator.run(threads: 1, isStopped: { false }, progress: { _ in }))
      let corpus = try Corpus(dataSet)
      let shard = path + "/" + dataSet.manifest.shards[0].name
      var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: shard)))
      for place in bytes.indices where place % 100 == 50 { bytes[place] ^= 1 }
      try Data(bytes).write(to: URL(fileURLWithPath: shard))
      let error = #expect(throws: DataSetError.self) { try corpus.training.film(at: 3) }
      #expect(error?.description.contains(dataSet.manifest.shards[0].name) == true)
    }
  }
}
