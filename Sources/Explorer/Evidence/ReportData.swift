public import Interphase

/// How a model was trained and what it is worth.
public struct ReportData: Equatable, Sendable {
  /// One term of the loss over the epochs.
  public struct Curve: Equatable, Sendable {
    /// The term, in words.
    public var name: String
    /// Epochs, from 1.
    public var epochs: [Double]
    /// The term on the training split, per film.
    public var training: [Double]
    /// The term on the validation split, per film.
    public var validation: [Double]

    /// A term's curve.
    public init(name: String, epochs: [Double], training: [Double], validation: [Double]) {
      self.name = name
      self.epochs = epochs
      self.training = training
      self.validation = validation
    }
  }

  /// Regressed against measured values of one property over the test films of the bundle.
  public struct Parity: Equatable, Sendable {
    /// Which property.
    public var property: Property
    /// Measured on the simulated films.
    public var actual: [Double]
    /// Regressed from their encodings.
    public var regressed: [Double]
    /// Coefficient of determination R² over these films.
    public var determination: Double

    /// A property's pairs.
    public init(property: Property, actual: [Double], regressed: [Double], determination: Double) {
      self.property = property
      self.actual = actual
      self.regressed = regressed
      self.determination = determination
    }
  }

  /// Spearman's ρ of rows with columns.
  public struct Correlations: Equatable, Sendable {
    /// Names of the rows.
    public var rows: [String]
    /// Names of the columns.
    public var columns: [String]
    /// `values[row][column]`, −1 to 1; NaN where a quantity does not vary.
    public var values: [[Double]]

    /// A table of correlations.
    public init(rows: [String], columns: [String], values: [[Double]]) {
      self.rows = rows
      self.columns = columns
      self.values = values
    }
  }

  /// One model in the comparison.
  public struct Model: Equatable, Sendable {
    /// The bundle's name.
    public var name: String
    /// The variant, such as `vae`, `prvae` or `seiscope`.
    public var variant: String
    /// Share of the latent variance along each principal axis, the greatest first.
    public var explainedVariance: [Double]
    /// |Spearman's ρ| of each axis with the property that goes best with it, with its name.
    public var axisLabels: [String]
    /// Figures by name, as text with their units; the same names in the same order for all models,
    /// `nil` where the model has none.
    public var figures: [Figure]

    /// A model's column.
    public init(
      name: String, variant: String, explainedVariance: [Double], axisLabels: [String],
      figures: [Figure]
    ) {
      self.name = name
      self.variant = variant
      self.explainedVariance = explainedVariance
      self.axisLabels = axisLabels
      self.figures = figures
    }
  }

  /// A figure with its name.
  public struct Figure: Equatable, Sendable {
    /// What it is, with its unit.
    public var name: String
    /// Its value; `nil` where the model has none.
    public var value: Double?
    /// Whether more is better; `nil` where neither is.
    public var risesWithMerit: Bool?

    /// A figure.
    public init(name: String, value: Double?, risesWithMerit: Bool?) {
      self.name = name
      self.value = value
      self.risesWithMerit = risesWithMerit
    }
  }

  /// Terms of the loss, the total first.
  public var curves: [Curve]
  /// One for each property, none without a regressor.
  public var parity: [Parity]
  /// Properties with properties (Fig. 4).
  public var propertyCorrelations: Correlations
  /// Properties (rows) with the axes that have a slider (columns).
  public var axisCorrelations: Correlations
  /// The present model first, then the bundled ones beside it.
  public var models: [Model]

  /// A report.
  public init(
    curves: [Curve], parity: [Parity], propertyCorrelations: Correlations,
    axisCorrelations: Correlations, models: [Model]
  ) {
    self.curves = curves
    self.parity = parity
    self.propertyCorrelations = propertyCorrelations
    self.axisCorrelations = axisCorrelations
    self.models = models
  }
}
