import DataSets
import Evaluation
import Foundation
import Interphase
import Networks
import Surrogate

/// A film from rows drawn top first: `.` electrolyte, `F` inorganic, `C` organic, `E` electrode,
/// `O` monomer.
func film(_ rows: [String]) throws -> Lattice {
  let kinds: [Character: Species] = [
    "F": .inorganic, "C": .organic, "E": .electrode, "O": .monomer,
  ]
  let codes = rows.reversed().flatMap { row in row.map { (kinds[$0] ?? .electrolyte).rawValue } }
  return try Lattice(width: rows[0].count, height: rows.count, codes: codes)
}

/// A film of so many full rows of a species, on 10 × 12 sites.
func layers(_ count: Int, of species: Species = .organic) -> Lattice {
  var lattice = Lattice(emptyWidth: 10, height: 12)
  for y in 0..<count {
    for x in 0..<10 { lattice[x, y + 1] = species }
  }
  return lattice
}

/// A random film on 10 × 12 sites.
func randomFilm(_ source: inout RandomSource) -> Lattice {
  var lattice = Lattice(emptyWidth: 10, height: 12)
  for y in 1...10 {
    for x in 0..<10 {
      lattice[x, y] = [.electrolyte, .organic, .inorganic, .organic][Int(source.next() % 4)]
    }
  }
  return lattice
}

/// Barriers in the middle, the first moved by a share of half its range.
func barriers(first share: Float) throws -> Barriers {
  let reaction = Reaction.withBarrier[0]
  let half = Float(reaction.middleBarrier * Reaction.designSpread)
  return try Barriers.middle.setting(
    reaction, to: Float(reaction.middleBarrier) + share * half)
}

/// A sample of a film.
func sample(
  _ lattice: Lattice, index: Int = 0, barriers: Barriers = .middle, finished: Bool = true
) -> Sample {
  Sample(
    index: index, seed: UInt64(index) + 1, barriers: barriers, lattice: lattice, time: 1,
    events: 10, finished: finished)
}

/// A finding of a film that the sources have not been asked about.
func finding(
  _ lattice: Lattice, index: Int = 0, barriers: Barriers = .middle, finished: Bool = true,
  mean: [Float] = [0, 0, 0, 0], _ answer: (inout Answers) -> Void = { _ in }
) -> FilmFinding {
  var answers = Answers()
  answer(&answers)
  return FilmFinding(
    sample(lattice, index: index, barriers: barriers, finished: finished),
    truth: FilmFacts(of: lattice), latentMean: mean, latentVariance: mean.map { _ in 1 },
    answers: answers)
}

/// A property vector of a thickness alone [nm].
func thickness(_ value: Double) -> PropertyVector { PropertyVector(value, 0, 0, 0) }

/// A network of 12 × 10 sites and four latent dimensions, untrained.
func architecture(_ variant: Variant = .seiscope) -> Architecture {
  Architecture(
    variant: variant, height: 12, width: 10, alphabet: 9, latent: 4,
    encoderChannels: [8, 8, 8], decoderChannels: [8, 8, 8], denseUnits: 6, regressorUnits: 5,
    priorUnits: 7)
}

/// Means 0, deviations 1: properties pass as they are.
let plainScaling = Scaling(properties: [-1, -1, -1, -1, 1, 1, 1, 1])

/// The small network put to use, at any batch size.
func predictor(_ variant: Variant = .seiscope, batch: Int = 1) throws -> Predictor {
  let architecture = architecture(variant)
  return Predictor(
    try InferenceNetwork(
      architecture: architecture, tensors: architecture.initialTensors(seed: 4),
      batchSize: batch), scaling: plainScaling)
}
