import ArgumentParser
import Console
import Files
import Foundation
import Interphase
import Networks
import Surrogate
import Tensors

/// `seiscope decode`: the film at a latent point.
struct DecodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode",
    abstract: "Decode the film at a latent point.",
    discussion: """
      The point is --z, or an anchor from which --pc moves along principal axes. Properties are \
      regressed from the point, observables measured on the decoded film. Without barriers, those \
      of the anchor's film (test:I) or of the model's start state are used.
      """)

  @Option(help: ArgumentHelp("Folder of the model.", valueName: "dir"))
  var model: String?

  @Option(
    help: ArgumentHelp("JSON: the latent point, bare or as 'z' of an object.", valueName: "file"))
  var z: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Coordinate V on principal axis K, from 1; axes not named keep the anchor's.",
      valueName: "K=V"))
  var pc: [String] = []

  @Option(
    help: ArgumentHelp(
      "prior (its mean at the barriers; the default), mean (of the test split), or test:I "
        + "(film I of the test split, from 0).", valueName: "anchor"))
  var anchor: String?

  @OptionGroup var barrierOptions: BarrierOptions

  @Flag(help: "Print one JSON object.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Write the logits before masking, [codes, rows, columns], to a safetensors file.",
      valueName: "file"))
  var logits: String?

  func run() throws {
    guard z == nil || (pc.isEmpty && anchor == nil) else {
      throw OptionError("--z is the whole point: leave out --pc and --anchor, or --z")
    }
    let bundle = try ModelBundle(opening: ResourceLocator.model(model))
    let anchor = try Anchor(anchor ?? "prior", films: bundle.latentMap.count)
    let barriers = try barrierOptions.resolved(base: anchor.barriers(in: bundle))
    let moves = try pc.map { try AxisMove($0, axes: bundle.description.principalAxes.axes.count) }
    let predictor = try Predictor(bundle)
    let point: [Float]
    if let z {
      point = try InputFile.latentPoint(z, count: bundle.description.architecture.latent)
    } else {
      let start = anchor.point(in: bundle, predictor, barriers)
      point = AxisMove.apply(moves, to: start, bundle.description.principalAxes)
    }
    let film = predictor.decode(latent: point, barriers: barriers)
    if let logits {
      try write(
        predictor.logits(latent: point, barriers: barriers), of: bundle, barriers, to: logits)
    }
    let novelty = SeenFilms(bundle, predictor)?.novelty(of: point, at: barriers)
    try show(film, barriers, bundle.description.principalAxes, novelty)
  }

  private func show(
    _ film: DecodedFilm, _ barriers: Barriers, _ axes: PrincipalAxes, _ novelty: Novelty?
  ) throws {
    if json {
      print(try JSONText.of(DecodingRecord(film, barriers, novelty)))
    } else {
      print(
        ModelReport.table(regressed: film.regressed, measured: film.observables) + "\n\n"
          + ModelReport.axes(axes, axes.coordinates(of: film.latent))
          + (novelty.map { "\n\n" + ModelReport.novelty($0) } ?? ""))
    }
    barriers.warnOfExtrapolation()
  }

  private func write(
    _ values: [Float], of bundle: ModelBundle, _ barriers: Barriers, to path: String
  ) throws {
    let architecture = bundle.description.architecture
    var writer = SafetensorsWriter(metadata: [
      "program": "seiscope \(Version.number)", "model": bundle.description.weightsHash,
      "barriers": barriers.values.map { "\($0)" }.joined(separator: ","),
    ])
    let shape = [architecture.alphabet, architecture.height, architecture.width]
    writer.add(Tensor(shape: shape, values: values), named: "logits")
    try WholeFile.write(writer.bytes, to: path)
  }
}

/// A decoded film in JSON.
private struct DecodingRecord: Encodable {
  let z: [Float]
  let lattice: [[UInt8]]
  let properties: [Float]
  let observables: Observables
  let barriers: [Float]
  /// Left out where the model's map holds fewer than two films.
  let novelty: NoveltyRecord?

  init(_ film: DecodedFilm, _ barriers: Barriers, _ novelty: Novelty?) {
    z = film.latent
    let (codes, width) = (film.lattice.codes, film.lattice.width)
    lattice = (0..<film.lattice.height).map { Array(codes[($0 * width)..<(($0 + 1) * width)]) }
    properties = film.regressed
    observables = film.observables
    self.barriers = barriers.values
    self.novelty = novelty.map(NoveltyRecord.init)
  }
}

/// How far the point and the barriers are from what the model has seen.
private struct NoveltyRecord: Encodable {
  let isFar: Bool
  let isPointFar: Bool
  let barriersOutside: [String]
  let axesOutside: [Int]
  let distance: Float
  let distanceLimit: Float
  let remainder: Float
  let remainderLimit: Float

  init(_ novelty: Novelty) {
    isFar = novelty.isFar
    isPointFar = novelty.isPointFar
    barriersOutside = novelty.barriersOutside.map(\.id)
    axesOutside = novelty.axesOutside
    distance = novelty.distance
    distanceLimit = novelty.distanceLimit
    remainder = novelty.remainder
    remainderLimit = novelty.remainderLimit
  }
}
