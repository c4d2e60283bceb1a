import Foundation
import NetworkBenchmarks
import Networks
import Surrogate

/// One side of a comparison: says when it is ready, then does as many rounds as each line of its input
/// says, and prints their times; each answer is one line of JSON.
enum Side {
  /// Training steps; ready after the first, with its losses.
  static func train(_ workload: Workload) throws {
    let runner = try TrainingRunner(workload)
    let losses = try runner.step()
    let work = NetworkWork(workload.architecture)
    say(
      TrainingReady(
        reconstruction: losses.reconstruction, klDivergence: losses.klDivergence,
        property: losses.property, total: losses.total,
        operations: work.trainingStep(batch: Workload.batchSize),
        batch: Workload.batchSize, variant: workload.architecture.variant.rawValue))
    while let count = nextCount() {
      let times = try runner.milliseconds(steps: count)
      say(Times(ms: times))
    }
  }

  /// Films decoded one by one; ready with the first film's logits and codes.
  static func decode(_ workload: Workload) throws {
    let runner = try DecodingRunner(workload)
    let (logits, probabilities) = runner.decode(0)
    say(
      DecodingReady(
        logits: logits, probabilities: probabilities.values, codes: probabilities.codes,
        operations: NetworkWork(workload.architecture).decoding))
    while let count = nextCount() { say(Times(ms: runner.milliseconds(films: count))) }
  }

  /// Prints one line at once.
  static func say(_ record: some Encodable) {
    // Justified here by the fact that numbers from a network that did not diverge encode.
    print(String(decoding: try! JSONEncoder().encode(record), as: UTF8.self))
    fflush(nil)
  }

  private static func nextCount() -> Int? { readLine().flatMap { Int($0) } }
}

private struct Times: Encodable { let ms: [Double] }

private struct TrainingReady: Encodable {
  let reconstruction: Double
  let klDivergence: Double
  let property: Double
  let total: Double
  let operations: Double
  let batch: Int
  let variant: String
}

private struct DecodingReady: Encodable {
  let logits: [Float]
  let probabilities: [Float]
  let codes: [UInt8]
  let operations: Double
}

/// The processor's limit on one thread and on two.
struct PeakRecord: Encodable {
  let vectors = Peak.vectors
  let one = Peak.measure(threads: 1).gigaflops
  let two = Peak.measure(threads: 2).gigaflops
}
