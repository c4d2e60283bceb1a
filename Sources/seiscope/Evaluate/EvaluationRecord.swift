import DataSets
import Evaluation
import Interphase
import Networks
import Surrogate

/// An evaluation in JSON.
struct EvaluationRecord: Encodable {
  let model: ModelPart
  let data: DataPart
  let split: String
  let films: Int
  let trainingFilms: Int
  let drawSeed: UInt64
  /// A measure and class of films each.
  let measures: [MeasurePart]
  /// A barrier and property each.
  let barriers: [ResponsePart]
  /// Left out where none were run.
  let replicas: ReplicaPart?

  /// The model.
  struct ModelPart: Encodable {
    let path: String
    let variant: String
    let weights: String
  }

  /// The data set.
  struct DataPart: Encodable {
    let path: String
    let seed: UInt64
    let samples: Int
    let rulesVersion: Int
    let hash: String?
  }

  /// A measure over a class of films; what is not known is left out.
  struct MeasurePart: Encodable {
    let measure: String
    let unit: String
    let `class`: String
    let films: Int
    let model: Double?
    let trivial: Double?
    let nearest: Double?
    let neighbours: Double?
    let ceiling: Double?
    let axis: Int?
    let atLeastReached: Bool?
    let aimReached: Bool?
    let unbeatenBaselines: [String]
  }

  /// How a mean moves with a barrier.
  struct ResponsePart: Encodable {
    let barrier: String
    let property: String
    let barrierMeans: [Double]
    let simulated: [Double]
    let standardError: Double
    let predicted: [Double]
    let simulatedRange: Double
    let predictedRange: Double
    let correlation: Double
    let isReal: Bool
  }

  init(_ result: EvaluationResult) {
    let (dataSet, description) = (result.dataSet, result.model)
    model = ModelPart(
      path: result.modelPath, variant: description.architecture.variant.rawValue,
      weights: description.weightsHash)
    data = DataPart(
      path: dataSet.path, seed: dataSet.manifest.parameters.seed, samples: dataSet.count,
      rulesVersion: dataSet.manifest.rulesVersion, hash: dataSet.manifest.hash)
    split = result.plan.split.rawValue
    films = result.evaluation.findings.count
    trainingFilms = result.trainingFilms
    drawSeed = result.plan.seed
    measures = result.groups.flatMap(result.evaluation.rows).map(MeasurePart.init)
    barriers = Property.allCases.flatMap(result.evaluation.responses).map(ResponsePart.init)
    replicas = result.evaluation.replicas.map { ReplicaPart($0, result.replicaPlan) }
  }
}

extension EvaluationRecord.MeasurePart {
  init(_ row: ModelEvaluation.Row) {
    self.init(
      measure: row.measure.id, unit: row.measure.unit, class: row.group.id, films: row.films,
      model: row.values[.model], trivial: row.values[.trivial], nearest: row.values[.nearest],
      neighbours: row.values[.neighbours], ceiling: row.ceiling, axis: row.axis,
      atLeastReached: row.isReached.least, aimReached: row.isReached.aim,
      unbeatenBaselines: row.unbeaten.map(\.rawValue))
  }
}

extension EvaluationRecord.ResponsePart {
  init(_ response: BarrierResponse) {
    self.init(
      barrier: response.reaction.id, property: response.property.key,
      barrierMeans: response.barriers, simulated: response.simulated,
      standardError: response.error, predicted: response.predicted,
      simulatedRange: response.simulatedRange, predictedRange: response.predictedRange,
      correlation: response.correlation, isReal: response.isReal)
  }
}
