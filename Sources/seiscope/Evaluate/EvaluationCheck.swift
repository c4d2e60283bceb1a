import Console
import DataSets
import Interphase
import KineticMonteCarlo
import Networks
import Surrogate

/// Whether a model and a data set go together.
struct EvaluationCheck {
  private let model: ModelDescription
  private let dataSet: DataSet

  init(_ model: ModelDescription, _ dataSet: DataSet) {
    self.model = model
    self.dataSet = dataSet
  }

  /// Whether this program's simulator, run again, gives the set's films.
  var isSimulatedByUs: Bool {
    dataSet.manifest.imported == nil && dataSet.manifest.rulesVersion == rulesVersion
  }

  /// Makes sure that the model can be shown films of a split.
  ///
  /// - Throws: ``OptionError`` for films of another size and too few of them.
  func check(_ split: Split) throws {
    let architecture = model.architecture
    guard (dataSet.width, dataSet.height) == (architecture.width, architecture.height) else {
      throw OptionError(
        "\(dataSet.path): holds films of \(dataSet.width) x \(dataSet.height) sites, expected "
          + "\(architecture.width) x \(architecture.height) as the model was trained for: give "
          + "another data set or model", status: .data)
    }
    let count = dataSet.count(in: split)
    guard count >= 2 else {
      throw OptionError(
        "\(dataSet.path): its \(split.rawValue) split holds \(count == 1 ? "1 film" : "no films"), "
          + "at least 2 are needed: give another --split or a larger data set", status: .data)
    }
  }

  /// What makes figures mean something else than one would think, a sentence each.
  func warnings(of plan: EvaluationPlan) -> [String] {
    let (asked, own) = (dataSet.manifest.parameters, model.simulation)
    var warnings: [String] = []
    func compare(_ name: String, _ found: String, _ expected: String) {
      guard found != expected else { return }
      warnings.append(
        "\(dataSet.path): \(name) \(found), the model was trained on films of \(expected): its "
          + "figures are those of an extrapolation")
    }
    // Of an imported set neither rules nor event limit are known.
    let isImported = dataSet.manifest.imported != nil
    if !isImported {
      compare(
        "rules version", "\(dataSet.manifest.rulesVersion)", "\(model.training.data.rulesVersion)")
      compare("event limit", "\(asked.eventLimit)", "\(own.eventLimit)")
    }
    compare("temperature [K]", "\(asked.temperature)", "\(own.temperature)")
    compare("tunnelling depth [nm]", "\(asked.tunnellingDepth)", "\(own.tunnellingDepth)")
    if plan.split != .test, isTrainedOn {
      warnings.append(
        "--split \(plan.split.rawValue): the model was made with these films: its figures are better "
          + "than on others")
    }
    if dataSet.count(in: .training) == 0 {
      warnings.append("\(dataSet.path): its training split is empty: there are no baselines")
    }
    if plan.replicas > 0, !isSimulatedByUs {
      warnings.append(
        "\(dataSet.path): other rules than this program's (version \(rulesVersion)) made the films: "
          + "replicas are compared with each other alone")
    }
    return warnings
  }

  /// Whether the model was trained on this data set, as far as its record tells.
  private var isTrainedOn: Bool {
    let (asked, record) = (dataSet.manifest.parameters, model.training.data)
    return asked.seed == record.seed && asked.samples == record.samples
  }
}
