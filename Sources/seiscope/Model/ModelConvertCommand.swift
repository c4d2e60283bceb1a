import ArgumentParser
import Cells
import Console
import Files
import Interphase
import ModelExchange
import Networks
import Surrogate

/// `seiscope model convert DIR --to FORMAT --out DIR`.
struct ModelConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a model's network for other programs.",
    discussion: """
      onnx: encoder.onnx, decoder.onnx, regressor.onnx, prior.onnx and continuation.onnx (those \
      that the model has), opset 17, any number of samples at a time. safetensors: the weights \
      under PyTorch's names, as F32, or as F16 with --f16. Species codes, scaling and the model's \
      hash are in each file's metadata; docs/model-files.md has examples in Python.
      """)

  @Argument(help: ArgumentHelp("Folder of the model.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("onnx or safetensors.", valueName: "format"))
  var to: String

  @Option(help: ArgumentHelp("Folder to write.", valueName: "dir"))
  var out: String

  @Flag(help: "safetensors: round the weights to F16, half the size.")
  var f16 = false

  @Flag(help: "Replace what an earlier conversion wrote.")
  var force = false

  func run() throws {
    let format = try Format(named: to)
    if f16, format == .onnx {
      throw OptionError("--f16 goes with --to safetensors: ONNX files hold float32, leave it out")
    }
    try checkOut(format)
    let bundle = try ModelBundle(opening: folder)
    let files = format.files(of: bundle, half: f16)
    try Folder.create(Folder.parent(of: out))
    try Folder.replace(out, files: files.map { ($0.name, $0.bytes) })
    var table = TextTable([.left, .right, .left])
    table.indent = 2
    for file in files {
      table.add(file.name, "\(NumberText.grouped(file.bytes.count)) bytes", file.content)
    }
    print("\(out): \(bundle.description.architecture.variant) as \(format.rawValue)\n" + table.text)
  }

  /// Makes sure that nothing but an earlier conversion would be replaced, and that only with --force.
  private func checkOut(_ format: Format) throws {
    if Folder.kind(of: out) == .folder, !Folder.names(in: out).isEmpty, !force {
      throw OptionError(
        "\(out): is there already: give another folder, or --force to replace an earlier conversion",
        status: .cannotCreate)
    }
    try Folder.checkReplaceable(out, names: format.fileNames, what: "a converted model")
  }
}

extension ModelConvertCommand {
  /// A file of a conversion, and what is in it.
  struct Output {
    let name: String
    let bytes: [UInt8]
    let content: String
  }

  /// What a model can be converted to.
  enum Format: String, CaseIterable {
    case onnx, safetensors

    /// - Throws: ``OptionError`` with the format that was probably meant.
    init(named name: String) throws(OptionError) {
      guard let format = Self(rawValue: name) else {
        let names = Self.allCases.map(\.rawValue)
        let hint = nearest(to: name, among: names).map { "did you mean '\($0)'?" }
        throw OptionError("--to '\(name)' is unknown: \(hint ?? "use onnx or safetensors")")
      }
      self = format
    }

    /// All names that a conversion can write.
    var fileNames: [String] {
      self == .onnx ? ONNXModel.allNames : [ModelBundle.weightsName]
    }

    func files(of bundle: ModelBundle, half: Bool) -> [Output] {
      switch self {
      case .onnx:
        bundle.onnxModels(version: Version.number).map {
          let (inputs, outputs) = ($0.inputs, $0.outputs)
          return Output(
            name: $0.name, bytes: $0.bytes,
            content: inputs.joined(separator: ", ") + " → " + outputs.joined(separator: ", "))
        }
      case .safetensors:
        [
          Output(
            name: ModelBundle.weightsName,
            bytes: bundle.weights(version: Version.number, half: half),
            content: "\(bundle.tensors.count) tensors, \(half ? "F16" : "F32")")
        ]
      }
    }
  }
}
