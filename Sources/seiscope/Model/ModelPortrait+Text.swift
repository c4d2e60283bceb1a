import Cells
import Foundation
import Interphase
import Networks
import Surrogate

extension ModelPortrait {
  /// Sections of lines, for a person.
  var text: String {
    get throws {
      [
        summary, try hyperparameters, "On the test split\n" + indented(metrics), axes, fileTable,
      ].joined(separator: "\n\n")
    }
  }

  /// Axes that the text lists; JSON has them all.
  private static let shownAxes = 8

  private var metrics: String { ModelReport.metrics(description.metrics) }

  private var summary: String {
    let (architecture, data) = (description.architecture, description.training.data)
    var table = TextTable([.left, .left])
    table.indent = 2
    table.add("variant", "\(architecture.variant): \(architecture.variant.summary)")
    table.add("network", Self.network(architecture))
    table.add(
      "parameters",
      "\(NumberText.grouped(parameters)), and \(NumberText.grouped(statistics)) running "
        + "statistics, as \(weightType)")
    table.add("size", "\(NumberText.grouped(bytes)) bytes in \(files.count) files")
    table.add("written by", "\(description.program), format \(description.format)")
    table.add(
      "data",
      "\(NumberText.grouped(data.samples)) samples of seed \(data.seed), rules version "
        + "\(data.rulesVersion), hash \(data.hash)")
    table.add(
      "split",
      "\(NumberText.grouped(data.training)) to train, \(NumberText.grouped(data.validation)) to "
        + "choose the epoch, \(NumberText.grouped(data.test)) to measure; "
        + "\(NumberText.grouped(mappedFilms)) films in the latent map")
    table.add("simulated", Self.simulation(description.simulation))
    return "\(path)\n" + table.text
  }

  /// Whatever the training records beside its data and curves, under the names of `model.json`.
  private var hyperparameters: String {
    get throws {
      var table = TextTable([.left, .left])
      table.indent = 2
      for field in try FieldList(of: description.training, leavingOut: ["data", "curves"]).fields {
        table.add(field.name, field.value)
      }
      return "Training\n" + table.text
    }
  }

  /// The first axes.
  private var axes: String {
    let axes = description.principalAxes
    var table = TextTable([.left, .right, .right, .right, .left])
    table.indent = 2
    table.add("axis", "variance", "lowest", "highest", "goes with")
    for (axis, label) in axes.labels.enumerated().prefix(Self.shownAxes) {
      table.add(
        "PC\(axis + 1)", String(format: "%.4f", axes.explainedVariance[axis]),
        String(format: "%.2f", axes.minimum[axis]), String(format: "%.2f", axes.maximum[axis]),
        "\(label.property.name) (ρ \(String(format: "%.2f", label.rho)))")
    }
    let rest = axes.explainedVariance.dropFirst(Self.shownAxes)
    let more =
      "\n  and \(rest.count) more with \(String(format: "%.4f", rest.reduce(0, +))) together"
    return "Principal axes\n" + table.text + (rest.isEmpty ? "" : more)
  }

  private var fileTable: String {
    var table = TextTable([.left, .right, .left])
    table.indent = 2
    for file in files {
      table.add(file.name, "\(NumberText.grouped(file.bytes)) bytes", file.hash ?? "no hash")
    }
    return "Files\n" + table.text
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
  }

  private static func network(_ architecture: Architecture) -> String {
    func list(_ channels: [Int]) -> String { channels.map { "\($0)" }.joined(separator: "-") }
    return "\(architecture.width) x \(architecture.height) sites, \(architecture.alphabet) codes, "
      + "channels \(list(architecture.encoderChannels)) in, \(list(architecture.decoderChannels)) "
      + "out, \(architecture.latent) latent dimensions"
  }

  private static func simulation(_ record: SimulationRecord) -> String {
    "\(NumberText.fixed(record.temperature, 1)) K, tunnelling depth \(record.tunnellingDepth) nm, up "
      + "to \(NumberText.grouped(record.eventLimit)) events"
  }
}

extension Variant {
  /// What the variant has, in a few words.
  fileprivate var summary: String {
    switch self {
    case .vae: "encoder and decoder alone"
    case .prvae: "with the property regressor"
    case .cprvae: "with the property regressor, and barriers in the decoder"
    case .seiscope: "with the property regressor, barriers in the decoder and a conditional prior"
    }
  }
}
