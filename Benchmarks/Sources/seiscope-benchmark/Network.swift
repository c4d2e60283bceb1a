import Glibc
import NetworkBenchmarks
import Networks

/// The network: training steps and decoding, beside what the processor can do at most.
enum Network {
  private static let steps = 15
  private static let films = 500

  /// The bundled model, found from this file.
  private static let model =
    #filePath.split(separator: "/").dropLast(4)
    .reduce("") { $0 + "/" + $1 } + "/SampleModels/carbonate"

  static func trainingReport() throws -> String {
    let workload = try Workload(model: model)
    let work = NetworkWork(workload.architecture)
    let (batch, threads) = (Workload.batchSize, 2)
    let runner = try TrainingRunner(workload, threads: threads)
    // Compiled, and its pages touched.
    for _ in 0..<3 { try runner.step() }
    let times = try runner.milliseconds(steps: steps)
    let operations = work.trainingStep(batch: batch)
    var table = Table(["step of \(batch) films, \(threads) threads", "median", "fastest"])
    addRows(
      &table, times, films: batch, operations: operations, peak: Peak.measure(threads: threads))
    let whole = try TrainingRunner(asTrained: workload, threads: threads)
    for _ in 0..<3 { try whole.step() }
    let wholeTimes = try whole.milliseconds(steps: steps)
    table.add(
      ["ms, with the loss of the bundled model"]
        + [wholeTimes.median, wholeTimes.min()!].map { fixed($0, 2) })
    return table.text + "\n\n" + layers(work, batch: batch, operations: operations)
  }

  static func decodingReport() throws -> String {
    let workload = try Workload(model: model)
    let runner = try DecodingRunner(workload)
    _ = runner.milliseconds(films: 20)
    let times = runner.milliseconds(films: films)
    var table = Table(["a film, 1 thread, softmax and argmax", "median", "fastest"])
    addRows(
      &table, times, films: 1, operations: NetworkWork(workload.architecture).decoding,
      peak: Peak.measure(threads: 1))
    return table.text
  }

  private static func addRows(
    _ table: inout Table, _ times: [Double], films: Int, operations: Double, peak: Peak
  ) {
    let (median, fastest) = (times.median, times.min()!)
    func rates(_ rate: (Double) -> Double, _ decimals: Int) -> [String] {
      [median, fastest].map { fixed(rate($0 * 1e-3), decimals) }
    }
    let achieved = { (seconds: Double) in operations / seconds * 1e-9 }
    table.add(["ms"] + rates({ 1e3 * $0 }, 2))
    table.add(["films/s"] + rates({ Double(films) / $0 }, 0))
    table.add(["GFLOP"] + rates({ _ in operations * 1e-9 }, 2))
    table.add(["GFLOP/s"] + rates(achieved, 1))
    table.add(
      ["peak GFLOP/s (\(Peak.vectors) multiply-adds in registers)"]
        + rates({ _ in peak.gigaflops }, 1))
    table.add(["share of the peak"] + rates({ 100 * achieved($0) / peak.gigaflops }, 0))
  }

  /// Where the operations are.
  private static func layers(_ work: NetworkWork, batch: Int, operations: Double) -> String {
    var table = Table(["layer", "million multiply-adds a film, forward", "share of a step"])
    for layer in work.layers where layer.multiplyAdds > 1_000_000 {
      let passes = layer.hasInputGradient ? 3.0 : 2.0
      let share = 2 * Double(batch) * passes * Double(layer.multiplyAdds) / operations
      table.add([
        layer.name, fixed(Double(layer.multiplyAdds) * 1e-6, 2), fixed(100 * share, 1) + " %",
      ])
    }
    return table.text
  }
}
