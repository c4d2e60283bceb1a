import Foundation
import Interphase
import Networks
import Surrogate

/// What someone else's program must know of a model to use its network: keys and texts, lists as JSON.
struct ModelNotes {
  /// In the order in which files list them.
  let entries: [(key: String, value: String)]

  /// Gathers what is known of a model.
  ///
  /// - Parameter program: Name and version of the program that writes the file.
  init(_ description: ModelDescription, program: String) {
    let (architecture, scaling) = (description.architecture, description.scaling)
    entries = [
      ("program", program), ("trainedBy", description.program),
      ("model", description.weightsHash), ("variant", architecture.variant.rawValue),
      ("rulesVersion", "\(description.training.data.rulesVersion)"),
      ("dataHash", description.training.data.hash), ("height", "\(architecture.height)"),
      ("width", "\(architecture.width)"), ("alphabet", "\(architecture.alphabet)"),
      ("latent", "\(architecture.latent)"), ("speciesCodes", Self.speciesCodes),
      ("barriers", Self.list(Reaction.withBarrier.map(\.id))),
      ("barrierScaling", "scaled = (barrier [eV] - barrierMiddles) / barrierHalfRanges"),
      ("barrierMiddles", Self.list(scaling.barrierMiddles)),
      ("barrierHalfRanges", Self.list(scaling.barrierHalfRanges)),
      ("properties", Self.list(Property.allCases.map(\.key))),
      ("propertyUnits", Self.list(Property.allCases.map(\.unit))),
      ("propertyScaling", "property = standardised * propertyDeviations + propertyMeans"),
      ("propertyMeans", Self.list(scaling.propertyMeans)),
      ("propertyDeviations", Self.list(scaling.propertyDeviations)),
    ]
  }

  /// The entries by key.
  var dictionary: [String: String] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.value) })
  }

  /// `{"electrolyte":0,…}`: the channel of each species.
  private static var speciesCodes: String {
    let pairs = Species.allCases.map { "\"\($0)\":\($0.rawValue)" }
    return "{\(pairs.joined(separator: ","))}"
  }

  private static func list(_ values: [some Encodable]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // Justified here by the fact that strings and a bundle's finite numbers always encode.
    return String(decoding: try! encoder.encode(values), as: UTF8.self)
  }
}
