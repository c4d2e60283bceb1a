import ArgumentParser
import Foundation
import Interphase
import Networks
import Surrogate

/// `seiscope encode`: where a film lies in a model's latent space.
struct EncodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encode",
    abstract: "Find a film's place in a model's latent space.",
    discussion: """
      Prints the latent mean and log-variance, and the properties regressed from the mean: \
      thickness [nm], porosity, density [g/cm³], volume fraction.
      """)

  @Option(help: ArgumentHelp("Folder of the model.", valueName: "dir"))
  var model: String?

  @Option(
    help: ArgumentHelp(
      "JSON: rows of species codes, row 0 the electrode, bare or as 'lattice' of an object.",
      valueName: "file"))
  var lattice: String

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let bundle = try ModelBundle(opening: ResourceLocator.model(model))
    let architecture = bundle.description.architecture
    let film = try InputFile.lattice(
      lattice, width: architecture.width, height: architecture.height)
    let (mean, logVariance, properties) = try Predictor(bundle).encode(film)
    if json {
      let record = EncodingRecord(mean: mean, logVariance: logVariance, properties: properties)
      print(try JSONText.of(record))
    } else {
      let coordinates = bundle.description.principalAxes.coordinates(of: mean)
      print(
        ModelReport.table(regressed: properties, measured: Observables(of: film)) + "\n\n"
          + ModelReport.axes(bundle.description.principalAxes, coordinates))
    }
  }
}

/// A film's encoding in JSON.
private struct EncodingRecord: Encodable {
  let mean: [Float]
  let logVariance: [Float]
  let properties: [Float]
}
