public import Networks

/// The arithmetic of a network, counted from its shape.
///
/// A convolution counts window · channels in · channels out at each pixel of the smaller of its two
/// images, padding included, whatever an implementation saves: the same count for everyone. Batch
/// normalisation, activations, softmax, loss and Adam are left out: some percent.
public struct NetworkWork: Sendable {
  /// A layer with weights.
  public struct Layer: Sendable {
    /// The layer's name, as its tensors have it.
    public let name: String
    /// Multiply-adds for one sample, forward.
    public let multiplyAdds: Int
    /// Whether training needs the gradient of its input.
    public let hasInputGradient: Bool
  }

  /// All layers with weights.
  public let layers: [Layer]

  /// Counts a network.
  public init(_ architecture: Architecture) {
    func halved(_ count: Int) -> Int { (count + 1) / 2 }
    let full = architecture.height * architecture.width
    let half = halved(architecture.height) * halved(architecture.width)
    let small = halved(halved(architecture.height)) * halved(halved(architecture.width))
    let pixels = [
      "encoder.conv1": half, "encoder.conv2": small, "encoder.conv3": small,
      "decoder.deconv1": small, "decoder.deconv2": small, "decoder.deconv3": half,
      "decoder.output": full,
    ]
    layers = architecture.tensorShapes.compactMap { name, shape in
      guard name.hasSuffix(".weight"), shape.count > 1 else { return nil }
      let layer = String(name.dropLast(".weight".count))
      return Layer(
        name: layer, multiplyAdds: shape.reduce(1, *) * (pixels[layer] ?? 1),
        hasInputGradient: !["encoder.conv1", "prior.dense1"].contains(layer))
    }
  }

  /// Floating-point operations of a training step: forward, and backward to weights and inputs.
  public func trainingStep(batch: Int) -> Double {
    let passes = layers.reduce(0) { $0 + $1.multiplyAdds * ($1.hasInputGradient ? 3 : 2) }
    return 2 * Double(batch) * Double(passes)
  }

  /// Floating-point operations of decoding one film.
  public var decoding: Double {
    layers.reduce(0) { $0 + ($1.name.hasPrefix("decoder.") ? 2 * Double($1.multiplyAdds) : 0) }
  }
}
