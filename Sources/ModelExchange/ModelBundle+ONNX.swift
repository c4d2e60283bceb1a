import Interphase
import Networks
public import Surrogate
import Tensors

extension ModelBundle {
  /// The network for other people's programs: encoder, decoder, and regressor and prior where the
  /// variant has them, each an ONNX file.
  ///
  /// Batch normalisations are folded into the convolutions. What the values mean (species codes,
  /// scaling of barriers and properties, the model's hash) is in each file's metadata.
  /// - Parameter version: Of the program that writes them.
  public func onnxModels(version: String) -> [ONNXModel] {
    let notes = ModelNotes(description, program: "seiscope \(version)")
    return ONNXPart.allCases.filter { $0.isPart(of: description.architecture) }.map {
      ONNXModel($0, graph(of: $0), notes, version: version)
    }
  }

  private func graph(of part: ONNXPart) -> ONNXGraph {
    let architecture = description.architecture
    return switch part {
    case .encoder: .encoder(architecture, tensors)
    case .decoder: .decoder(architecture, tensors)
    case .regressor: .regressor(architecture, tensors, description.scaling)
    case .prior: .prior(architecture, tensors)
    case .continuation: .continuation(architecture, tensors)
    }
  }
}

extension ONNXGraph {
  /// The bounds that the network puts on log-variances.
  private static let logVarianceLimit: ClosedRange<Float> = -10...10
  /// How barriers have to be given.
  private static let scaledBarriers =
    "Barriers scaled to [-1, 1]: (eV - barrierMiddles) / barrierHalfRanges of the metadata, in "
    + "the order of its list 'barriers'."

  static func encoder(_ architecture: Architecture, _ tensors: [String: Tensor]) -> ONNXGraph {
    var graph = ONNXGraph(
      name: "encoder", documentation: "The posterior of the latent vector of films.")
    graph.addInput(
      "film", shape: [architecture.alphabet, architecture.height, architecture.width],
      "One-hot species, float: 1 in the channel of a site's species code (metadata "
        + "'speciesCodes'), else 0; rows from the electrode up.")
    var value = "film"
    for (layer, stride) in zip(1..., [2, 2, 1]) {
      let names = ConvolutionNames(
        convolution: "encoder.conv\(layer)", normalisation: "encoder.bn\(layer)")
      value = graph.addConvolution(value, names, stride: stride, tensors)
    }
    graph.addNode("Flatten", [value], gives: ["flat"], [.integer("axis", 1)])
    value = graph.addDense("flat", "encoder.dense", tensors, relu: true)
    _ = graph.addDense(value, "encoder.mean", tensors, gives: "mean")
    let free = graph.addDense(value, "encoder.logvar", tensors)
    graph.addClip(free, to: logVarianceLimit, gives: "logvar")
    graph.addOutput("mean", shape: [architecture.latent], "Latent mean.")
    graph.addOutput("logvar", shape: [architecture.latent], "Log-variance, within ±10.")
    return graph
  }

  static func decoder(_ architecture: Architecture, _ tensors: [String: Tensor]) -> ONNXGraph {
    var graph = ONNXGraph(name: "decoder", documentation: "Films at latent points.")
    graph.addInput("latent", shape: [architecture.latent], "Latent vector.")
    var value = "latent"
    if architecture.variant.readsBarriers {
      graph.addInput("barriers", shape: [Barriers.count], scaledBarriers)
      graph.addNode(
        "Concat", ["latent", "barriers"], gives: ["condition"], [.integer("axis", 1)])
      value = "condition"
    }
    let full = ImageSize(height: architecture.height, width: architecture.width)
    let sizes = [full.halved.halved, full.halved.halved, full.halved, full, full]
    value = graph.addDense(value, "decoder.dense", tensors, relu: true)
    // A 0 keeps the number of samples.
    graph.addConstant(
      "image.shape",
      integers: [0, architecture.encoderChannels[2], sizes[0].height, sizes[0].width])
    graph.addNode("Reshape", [value, "image.shape"], gives: ["image"])
    value = "image"
    for (layer, stride) in zip(1..., [1, 2, 2]) {
      let names = ConvolutionNames(
        convolution: "decoder.deconv\(layer)", normalisation: "decoder.bn\(layer)")
      value = graph.addTransposed(
        value, names, stride: stride, from: sizes[layer - 1], to: sizes[layer], tensors)
    }
    _ = graph.addTransposed(
      value, ConvolutionNames(convolution: "decoder.output", normalisation: nil), stride: 1,
      from: full, to: full, gives: "logits", tensors)
    graph.addOutput(
      "logits", shape: [architecture.alphabet, full.height, full.width],
      "Logits of the species codes, before softmax and before unused codes are masked; rows from "
        + "the electrode up.")
    return graph
  }

  static func regressor(
    _ architecture: Architecture, _ tensors: [String: Tensor], _ scaling: Scaling
  ) -> ONNXGraph {
    var graph = ONNXGraph(
      name: "regressor", documentation: "Properties of films, read off their latent means.")
    graph.addInput("mean", shape: [architecture.latent], "Latent mean.")
    let count = Property.allCases.count
    let standardised = graph.addPerceptron("mean", "regressor", tensors, gives: "standardised")
    for (name, values) in [
      ("deviations", scaling.propertyDeviations), ("means", scaling.propertyMeans),
    ] {
      graph.addConstant(name, Tensor(shape: [count], values: values))
    }
    graph.addNode("Mul", [standardised, "deviations"], gives: ["scaled"])
    graph.addNode("Add", ["scaled", "means"], gives: ["properties"])
    graph.addOutput(
      "properties", shape: [count],
      "Thickness [nm], porosity, density [g/cm^3], volume fraction.")
    graph.addOutput("standardised", shape: [count], "The same, standardised, as trained.")
    return graph
  }

  /// The prior as one Gaussian, and where it is a mixture its parameters.
  static func prior(_ architecture: Architecture, _ tensors: [String: Tensor]) -> ONNXGraph {
    var graph = ONNXGraph(
      name: "prior", documentation: "The distribution of the latent vector at given barriers.")
    graph.addInput("barriers", shape: [Barriers.count], scaledBarriers)
    let parameters = graph.addPerceptron("barriers", "prior", tensors, gives: "parameters")
    graph.addHalves(of: parameters, architecture.latent, logVarianceLimit)
    graph.addOutput("mean", shape: [architecture.latent], "Mean of the best single Gaussian.")
    graph.addOutput("logvar", shape: [architecture.latent], "Its log-variance, within ±10.")
    guard architecture.hasMixture else { return graph }
    let mixture = graph.addDense("prior.dense2.relu", "prior.mixture", tensors, gives: "mixture")
    let (leading, components) = (Architecture.leading, architecture.priorComponents)
    graph.addOutput(
      mixture, shape: [components * (2 * leading + 1)],
      "The prior itself in the first \(leading) latent dimensions, a mixture of \(components) "
        + "Gaussians: of each its mean and log-variance (to be clipped to ±10), then the logits of "
        + "their shares. The other dimensions follow by continuation.onnx.")
    return graph
  }

  /// The prior of the dimensions behind the leading ones, given those.
  static func continuation(
    _ architecture: Architecture, _ tensors: [String: Tensor]
  ) -> ONNXGraph {
    let leading = Architecture.leading
    var graph = ONNXGraph(
      name: "continuation",
      documentation: "The latent vector's later dimensions, given barriers and the first.")
    graph.addInput("barriers", shape: [Barriers.count], scaledBarriers)
    graph.addInput("leading", shape: [leading], "The first \(leading) latent dimensions.")
    graph.addNode("Concat", ["barriers", "leading"], gives: ["given"], [.integer("axis", 1)])
    let parameters = graph.addPerceptron("given", "prior.rest", tensors, gives: "parameters")
    let trailing = architecture.latent - leading
    graph.addHalves(of: parameters, trailing, logVarianceLimit)
    graph.addOutput("mean", shape: [trailing], "Mean of the later dimensions.")
    graph.addOutput("logvar", shape: [trailing], "Their log-variance, within ±10.")
    return graph
  }

  /// Adds `mean` and `logvar` as the halves of a value.
  private mutating func addHalves(
    of parameters: String, _ width: Int, _ limit: ClosedRange<Float>
  ) {
    addConstant("halves", integers: [width, width])
    addNode(
      "Split", [parameters, "halves"], gives: ["mean", "logvar.free"], [.integer("axis", 1)])
    addClip("logvar.free", to: limit, gives: "logvar")
  }
}
