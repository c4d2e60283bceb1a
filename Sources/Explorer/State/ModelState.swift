public import Interphase

/// What the explorer shows of a model before it has been loaded whole.
public struct ModelSummary: Equatable, Sendable {
  /// One principal axis of the latent map.
  public struct Axis: Equatable, Sendable {
    /// Share of the latent variance along it.
    public var explainedVariance: Double
    /// Least coordinate over the test split.
    public var minimum: Double
    /// Greatest coordinate over the test split.
    public var maximum: Double
    /// The property that goes best with it.
    public var property: Property
    /// Spearman's ρ with that property.
    public var correlation: Double

    /// An axis of its range and meaning.
    public init(
      explainedVariance: Double, minimum: Double, maximum: Double, property: Property,
      correlation: Double
    ) {
      self.explainedVariance = explainedVariance
      self.minimum = minimum
      self.maximum = maximum
      self.property = property
      self.correlation = correlation
    }
  }

  /// The axis of a number from 0; `nil` where the model has fewer.
  func axis(_ index: Int) -> Axis? { axes.indices.contains(index) ? axes[index] : nil }

  /// The bundle's name.
  public var name: String
  /// The variant, such as `seiscope` or `prvae`.
  public var variant: String
  /// Latent dimensions.
  public var latentCount: Int
  /// Principal axes, the first ones first; at most ``Session/sliderCount`` are shown.
  public var axes: [Axis]
  /// Samples of the test split that can serve as anchors.
  public var testSamples: Int
  /// Whether barriers move the prior, so that it can serve as anchor and has a spread.
  public var hasConditionalPrior: Bool
  /// The hash of its weights, by which sessions know it.
  public var weightsHash: String
  /// Rows above the electrode within which electrons tunnel; inorganic grows nowhere else.
  public var tunnellingDepth: Int

  /// A summary of a model.
  public init(
    name: String, variant: String, latentCount: Int, axes: [Axis], testSamples: Int,
    hasConditionalPrior: Bool = true, weightsHash: String = "",
    tunnellingDepth: Int = 4
  ) {
    self.name = name
    self.variant = variant
    self.latentCount = latentCount
    self.axes = Array(axes.prefix(Session.sliderCount))
    self.testSamples = testSamples
    self.hasConditionalPrior = hasConditionalPrior
    self.weightsHash = weightsHash
    self.tunnellingDepth = tunnellingDepth
  }
}

/// Whether there is a model to decode with.
public enum ModelState: Equatable, Sendable {
  /// None; the text says in one sentence why and what to do.
  case absent(String)
  /// Described, perhaps still being loaded.
  case present(ModelSummary)

  /// The summary, where there is a model.
  public var summary: ModelSummary? {
    if case .present(let summary) = self { summary } else { nil }
  }
}
