public import Interphase
public import Networks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Everything about a model but its tensors: the content of `model.json`.
public struct ModelDescription: Codable, Hashable, Sendable {
  /// Version of the bundle's layout.
  public var format: Int
  /// The program that wrote it, with its version.
  public var program: String
  /// The network's shape.
  public var architecture: Architecture
  /// What the films were simulated with.
  public var simulation: SimulationRecord
  /// Between physical numbers and the network's.
  public var scaling: Scaling
  /// How the model was made.
  public var training: TrainingRecord
  /// What it reaches on the test split.
  public var metrics: Metrics
  /// The latent space's principal axes.
  public var principalAxes: PrincipalAxes
  /// The state that an explorer opens with.
  public var startState: StartState
  /// Hashes of the files, by name [hexadecimal]; that of `model.json` itself is of its bytes with the
  /// hash's digits as zeros, and is missing in models of older programs.
  public var checksums: [String: String]

  /// The layout that this program writes, and the newest that it reads.
  public static let currentFormat = 1

  /// Describes a model; the checksums are filled in when it is written.
  public init(
    program: String, architecture: Architecture, simulation: SimulationRecord, scaling: Scaling,
    training: TrainingRecord, metrics: Metrics, principalAxes: PrincipalAxes,
    startState: StartState
  ) {
    format = Self.currentFormat
    self.program = program
    self.architecture = architecture
    self.simulation = simulation
    self.scaling = scaling
    self.training = training
    self.metrics = metrics
    self.principalAxes = principalAxes
    self.startState = startState
    checksums = [:]
  }

  /// A hash of the weights [hexadecimal]: names the model in exported files.
  public var weightsHash: String { checksums[BundleFile.weights] ?? "" }
}

/// What a model's films were simulated with.
public struct SimulationRecord: Codable, Hashable, Sendable {
  /// Sites in a row [nm].
  public var width: Int
  /// Rows, electrode and sink included [nm].
  public var height: Int
  /// Temperature [K].
  public var temperature: Double
  /// Rows above the electrode that electrons reach through inorganic [nm].
  public var tunnellingDepth: Int
  /// Events after which a run was ended.
  public var eventLimit: Int

  /// Gathers the parameters.
  public init(
    width: Int = 50, height: Int = 50, temperature: Double = 300, tunnellingDepth: Int = 4,
    eventLimit: Int = SimulationParameters.defaultEventLimit
  ) {
    self.width = width
    self.height = height
    self.temperature = temperature
    self.tunnellingDepth = tunnellingDepth
    self.eventLimit = eventLimit
  }

  /// The parameters of one simulation at these barriers.
  ///
  /// - Throws: ``ParameterError`` where the record describes no simulation.
  public func parameters(at barriers: Barriers) throws(ParameterError) -> SimulationParameters {
    try SimulationParameters(
      barriers: barriers, width: width, height: height, temperatureKelvin: temperature,
      tunnellingDepth: tunnellingDepth)
  }
}

extension ModelDescription {
  /// Reads and checks the bytes of a `model.json`.
  ///
  /// - Throws: ``BundleError`` that names the field.
  init(json: [UInt8]) throws(BundleError) {
    let data = Data(json)
    let decoder = JSONDecoder()
    // A newer layout is said to be newer, whatever else it holds.
    struct Header: Decodable { var format: Int }
    do {
      let format = try decoder.decode(Header.self, from: data).format
      guard format <= Self.currentFormat else { throw BundleError.format(format) }
      self = try decoder.decode(Self.self, from: data)
    } catch let error as BundleError {
      throw error
    } catch let error as DecodingError {
      throw error.asBundleError
    } catch {
      throw .unreadable("cannot be read: copy the folder again")
    }
    try validate()
    guard Self.isSealIntact(json, checksums[BundleFile.description]) else { throw .changed }
  }

  /// The bytes of `model.json`: keys sorted, so that equal models have equal bytes.
  var json: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      return compactNumbers(Array(try encoder.encode(self))) + [UInt8(ascii: "\n")]
    }
  }

  private func validate() throws(BundleError) {
    guard format >= 1 else { throw .field("format", "expected 1 or more, found \(format)") }
    do { try architecture.validate() } catch {
      throw .field("architecture", error.description)
    }
    guard architecture.alphabet >= Species.allCases.count else {
      throw .field(
        "architecture.alphabet",
        "expected at least \(Species.allCases.count), found \(architecture.alphabet)")
    }
    do { _ = try simulation.parameters(at: .middle) } catch {
      throw .field("simulation", error.description)
    }
    guard simulation.width == architecture.width, simulation.height == architecture.height else {
      throw .field(
        "simulation",
        "expected \(architecture.width) x \(architecture.height) sites as in architecture, "
          + "found \(simulation.width) x \(simulation.height)")
    }
    try scaling.validate()
    try principalAxes.validate(latent: architecture.latent)
  }
}

/// The same JSON with each array of numbers on one line: a matrix stays readable, and small.
private func compactNumbers(_ text: [UInt8]) -> [UInt8] {
  let (quote, comma) = (UInt8(ascii: "\""), UInt8(ascii: ","))
  let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\n")]
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  var index = 0
  while index < text.count {
    result.append(text[index])
    guard text[index] == UInt8(ascii: "["),
      let end = text[index...].firstIndex(of: UInt8(ascii: "]")),
      !text[(index + 1)..<end].contains(where: {
        $0 == quote || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{")
      })
    else {
      index += 1
      continue
    }
    for byte in text[(index + 1)..<end] where !blanks.contains(byte) {
      result.append(byte)
      if byte == comma { result.append(UInt8(ascii: " ")) }
    }
    index = end
  }
  return result
}

extension DecodingError {
  /// The error as a sentence that names the field.
  fileprivate var asBundleError: BundleError {
    func path(_ context: Context, _ last: (any CodingKey)? = nil) -> String {
      (context.codingPath + (last.map { [$0] } ?? [])).map(\.stringValue).joined(separator: ".")
    }
    switch self {
    case .keyNotFound(let key, let context):
      return .field(path(context, key), "missing: copy the folder again")
    case .typeMismatch(let type, let context):
      return .field(path(context), "expected \(type)")
    case .valueNotFound(let type, let context):
      return .field(path(context), "expected \(type), found null")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      return .unreadable("\(context.sentence): copy the folder again")
    case .dataCorrupted(let context):
      return .field(path(context), context.debugDescription)
    @unknown default:
      return .unreadable("cannot be read: copy the folder again")
    }
  }
}

extension DecodingError.Context {
  /// The decoder's own words as part of a sentence.
  fileprivate var sentence: String {
    var text = debugDescription
    if text.last == "." { text.removeLast() }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
