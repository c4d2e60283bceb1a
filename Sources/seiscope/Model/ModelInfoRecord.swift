import Interphase
import Networks
import Surrogate

/// What `model info --json` prints.
struct ModelInfoRecord: Encodable {
  /// A principal axis without its direction.
  struct Axis: Encodable {
    /// From 1.
    let axis: Int
    let explainedVariance: Float
    let minimum: Float
    let maximum: Float
    let standardDeviation: Float
    let property: Property
    let rho: Float
  }

  let path: String
  let format: Int
  let program: String
  let model: String
  let variant: Variant
  let architecture: Architecture
  let parameters: Int
  let weightType: String
  let bytes: Int
  let mappedFilms: Int
  let simulation: SimulationRecord
  let scaling: Scaling
  let training: TrainingRecord
  let metrics: Metrics
  let principalAxes: [Axis]
  let startState: StartState
  let files: [ModelPortrait.File]

  init(_ portrait: ModelPortrait) {
    let description = portrait.description
    path = portrait.path
    format = description.format
    program = description.program
    model = description.weightsHash
    variant = description.architecture.variant
    architecture = description.architecture
    parameters = portrait.parameters
    weightType = portrait.weightType
    bytes = portrait.bytes
    mappedFilms = portrait.mappedFilms
    simulation = description.simulation
    scaling = description.scaling
    training = description.training
    metrics = description.metrics
    let axes = description.principalAxes
    principalAxes = axes.labels.indices.map {
      Axis(
        axis: $0 + 1, explainedVariance: axes.explainedVariance[$0], minimum: axes.minimum[$0],
        maximum: axes.maximum[$0], standardDeviation: axes.standardDeviation[$0],
        property: axes.labels[$0].property, rho: axes.labels[$0].rho)
    }
    startState = description.startState
    files = portrait.files
  }
}
