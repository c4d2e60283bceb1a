/// What a person chose in the view Report.
public struct ReportSettings: Equatable, Sendable {
  /// A page of the report.
  public enum Page: String, CaseIterable, Equatable, Sendable {
    /// Losses over the epochs of training.
    case curves
    /// Regressed against measured properties.
    case parity
    /// Correlations between properties and axes.
    case correlations
    /// Share of the latent variance along each axis.
    case variance
    /// A vanilla variational autoencoder beside the property regressor's.
    case models
  }

  /// The page on screen.
  public var page: Page = .curves

  /// The settings at the start.
  public init() {}
}
