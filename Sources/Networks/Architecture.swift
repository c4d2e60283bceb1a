public import Tensors

/// The shape of a network: what is needed to build one, beside its weights.
///
/// The defaults are the project's network: a lattice of 50 × 50 sites, an alphabet of 23 codes, a
/// latent space of 50 dimensions. Smaller ones serve tests.
public struct Architecture: Codable, Hashable, Sendable {
  /// Which parts there are.
  public var variant: Variant
  /// Rows of a lattice.
  public var height: Int
  /// Columns of a lattice.
  public var width: Int
  /// Species codes that the network tells apart.
  public var alphabet: Int
  /// Dimensions of the latent space.
  public var latent: Int
  /// Channels after the encoder's three convolutions; multiples of 8.
  public var encoderChannels: [Int]
  /// Channels after the decoder's first three transposed convolutions; multiples of 8.
  public var decoderChannels: [Int]
  /// Units of the encoder's dense layer.
  public var denseUnits: Int
  /// Units of the regressor's two hidden layers.
  public var regressorUnits: Int
  /// Units of the prior's two hidden layers.
  public var priorUnits: Int
  /// Gaussians that the conditional prior mixes in its ``leading`` dimensions, from which it goes on
  /// to the others; 1 for a plain Gaussian in all.
  public var priorComponents: Int

  /// Barriers that condition decoder and prior.
  public static let barrierCount = 15
  /// Properties that the regressor predicts.
  public static let propertyCount = 4

  /// Latent dimensions, the first ones, that a mixture prior draws first: those that the loss may
  /// order by the properties.
  public static let leading = propertyCount

  /// Describes a network; all but the variant have the project's defaults.
  public init(
    variant: Variant, height: Int = 50, width: Int = 50, alphabet: Int = 23, latent: Int = 50,
    encoderChannels: [Int] = [32, 64, 128], decoderChannels: [Int] = [128, 64, 32],
    denseUnits: Int = 100, regressorUnits: Int = 200, priorUnits: Int = 256,
    priorComponents: Int = 1
  ) {
    self.variant = variant
    self.height = height
    self.width = width
    self.alphabet = alphabet
    self.latent = latent
    self.encoderChannels = encoderChannels
    self.decoderChannels = decoderChannels
    self.denseUnits = denseUnits
    self.regressorUnits = regressorUnits
    self.priorUnits = priorUnits
    self.priorComponents = priorComponents
  }

  /// Records from before mixtures lack the number of components: it is 1.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      variant: try values.decode(Variant.self, forKey: .variant),
      height: try values.decode(Int.self, forKey: .height),
      width: try values.decode(Int.self, forKey: .width),
      alphabet: try values.decode(Int.self, forKey: .alphabet),
      latent: try values.decode(Int.self, forKey: .latent),
      encoderChannels: try values.decode([Int].self, forKey: .encoderChannels),
      decoderChannels: try values.decode([Int].self, forKey: .decoderChannels),
      denseUnits: try values.decode(Int.self, forKey: .denseUnits),
      regressorUnits: try values.decode(Int.self, forKey: .regressorUnits),
      priorUnits: try values.decode(Int.self, forKey: .priorUnits),
      priorComponents: try values.decodeIfPresent(Int.self, forKey: .priorComponents) ?? 1)
  }

  /// Sites of a lattice.
  public var sites: Int { height * width }
  /// Values that the decoder reads: the latent vector, then the barriers where it reads them.
  public var decoderInputs: Int {
    latent + (variant.readsBarriers ? Architecture.barrierCount : 0)
  }

  /// Throws where no network has this shape.
  ///
  /// - Throws: ``NetworkError/architecture(_:)`` that names field, found and expected.
  public func validate() throws(NetworkError) {
    for (name, value) in [
      ("height", height), ("width", width), ("alphabet", alphabet), ("latent", latent),
      ("denseUnits", denseUnits), ("regressorUnits", regressorUnits), ("priorUnits", priorUnits),
      ("priorComponents", priorComponents),
    ] where !(1...4096).contains(value) {
      throw .architecture("\(name): expected 1 to 4096, found \(value)")
    }
    guard !hasMixture || latent > Architecture.leading else {
      throw .architecture(
        "latent: expected more than \(Architecture.leading) for a mixture, found \(latent)")
    }
    guard alphabet <= 256 else { throw .architecture("alphabet: expected up to 256") }
    for (name, channels) in [
      ("encoderChannels", encoderChannels), ("decoderChannels", decoderChannels),
    ]
    where channels.count != 3
      || !channels.allSatisfy({ (8...4096).contains($0) && $0 % 8 == 0 })
    {
      throw .architecture("\(name): expected three multiples of 8, found \(channels)")
    }
  }
}

extension Architecture {
  /// Whether the conditional prior mixes several Gaussians.
  public var hasMixture: Bool { variant.hasPrior && priorComponents > 1 }
  /// Outputs of `prior.mixture`: of each component mean and log-variance, then all logits.
  var mixtureWidth: Int { priorComponents * (2 * Architecture.leading + 1) }
  /// Latent dimensions behind the leading ones.
  var trailing: Int { latent - Architecture.leading }
  /// The smallest image's rows: two halvings, rounded up.
  var smallHeight: Int { ((height + 1) / 2 + 1) / 2 }
  /// The smallest image's columns.
  var smallWidth: Int { ((width + 1) / 2 + 1) / 2 }
  /// Values of the encoder's last image.
  var encodedCount: Int { encoderChannels[2] * smallHeight * smallWidth }
  /// Values of the decoder's first image, which has the shape of the encoder's last.
  var decodedCount: Int { encodedCount }

  /// Every tensor with its shape, as a PyTorch module of the same shape names and stores them.
  ///
  /// Batch normalisations come with their running statistics; PyTorch's `num_batches_tracked` is
  /// left out (`load_state_dict` with `strict=False`, or add zeros).
  public var tensorShapes: [(name: String, shape: [Int])] {
    let e = encoderChannels
    let d = decoderChannels
    var result: [(name: String, shape: [Int])] = []
    func layer(_ name: String, _ weight: [Int], bias: Int) {
      result.append((name + ".weight", weight))
      result.append((name + ".bias", [bias]))
    }
    func dense(_ name: String, _ inputs: Int, _ outputs: Int) {
      layer(name, [outputs, inputs], bias: outputs)
    }
    func normalisation(_ name: String, _ channels: Int) {
      layer(name, [channels], bias: channels)
      result.append((name + ".running_mean", [channels]))
      result.append((name + ".running_var", [channels]))
    }
    for (index, (inputs, outputs)) in [(alphabet, e[0]), (e[0], e[1]), (e[1], e[2])].enumerated() {
      layer("encoder.conv\(index + 1)", [outputs, inputs, 3, 3], bias: outputs)
      normalisation("encoder.bn\(index + 1)", outputs)
    }
    dense("encoder.dense", encodedCount, denseUnits)
    dense("encoder.mean", denseUnits, latent)
    dense("encoder.logvar", denseUnits, latent)
    dense("decoder.dense", decoderInputs, decodedCount)
    for (index, (inputs, outputs)) in [(e[2], d[0]), (d[0], d[1]), (d[1], d[2])].enumerated() {
      layer("decoder.deconv\(index + 1)", [inputs, outputs, 3, 3], bias: outputs)
      normalisation("decoder.bn\(index + 1)", outputs)
    }
    layer("decoder.output", [d[2], alphabet, 3, 3], bias: alphabet)
    if variant.hasRegressor {
      dense("regressor.dense1", latent, regressorUnits)
      dense("regressor.dense2", regressorUnits, regressorUnits)
      dense("regressor.dense3", regressorUnits, Architecture.propertyCount)
    }
    if variant.hasPrior {
      dense("prior.dense1", Architecture.barrierCount, priorUnits)
      dense("prior.dense2", priorUnits, priorUnits)
      dense("prior.dense3", priorUnits, 2 * latent)
      if hasMixture {
        dense("prior.mixture", priorUnits, mixtureWidth)
        dense("prior.rest.dense1", Architecture.barrierCount + Architecture.leading, priorUnits)
        dense("prior.rest.dense2", priorUnits, priorUnits)
        dense("prior.rest.dense3", priorUnits, 2 * trailing)
      }
    }
    return result
  }

  /// Throws where a tensor is missing, has another shape or a value that is not finite.
  ///
  /// - Throws: ``NetworkError/tensor(_:_:)`` that names the first such tensor.
  public func check(_ tensors: [String: Tensor]) throws(NetworkError) {
    try validate()
    for (name, shape) in tensorShapes {
      guard let tensor = tensors[name] else { throw .tensor(name, "missing") }
      guard tensor.shape == shape else {
        throw .tensor(name, "expected shape \(shape), found \(tensor.shape)")
      }
      guard tensor.values.allSatisfy(\.isFinite) else {
        throw .tensor(name, "holds values that are not finite")
      }
    }
  }
}
