internal import OneDNN
public import Tensors

/// A network being trained: forward, backward and Adam on oneDNN.
///
/// Each batch is cut into two parts whatever the number of threads; what they sum is added up in
/// their order, so results are bitwise the same on one thread or two. The calling thread sleeps
/// during a step; the work runs on threads of the network's own. Not for use by several threads
/// at a time.
public final class TrainingNetwork {
  /// Parts of a batch.
  static let partCount = 2

  /// The network's shape.
  public let architecture: Architecture
  /// Samples of a step.
  public let batchSize: Int
  /// Steps made, those before a resume included.
  public private(set) var steps: Int

  private let parameters: ParameterStore
  private let firstMoment: ParameterStore
  private let secondMoment: ParameterStore
  private let normalisations: [BatchNormalisation]
  private let stages: [ConvolutionStage]
  private let firstConvolution: OneHotConvolution
  private let firstTable: AlignedBuffer
  private let parts: [TrainingPart]
  private let pool: WorkerPool

  /// Builds the network and compiles its kernels (about 0.1 s).
  ///
  /// - Parameters:
  ///   - architecture: The network's shape.
  ///   - tensors: A value for each of the architecture's tensors.
  ///   - optimizer: Adam's state, where training is resumed.
  ///   - batchSize: Samples of a step; even.
  ///   - threads: 1 or 2; more are of no use.
  /// - Throws: ``NetworkError``.
  public init(
    architecture: Architecture, tensors: [String: Tensor], optimizer: OptimizerState? = nil,
    batchSize: Int = 64, threads: Int = 2
  ) throws {
    try architecture.check(tensors)
    guard batchSize > 0, batchSize % Self.partCount == 0 else {
      throw NetworkError.batch("size \(batchSize): expected a positive even number")
    }
    self.architecture = architecture
    self.batchSize = batchSize
    steps = optimizer?.steps ?? 0
    let layout = ParameterLayout(architecture)
    let parameters = ParameterStore(layout)
    try parameters.load(tensors)
    self.parameters = parameters
    firstMoment = ParameterStore(layout)
    secondMoment = ParameterStore(layout)
    if let optimizer {
      try firstMoment.load(optimizer.first)
      try secondMoment.load(optimizer.second)
    }
    let normalisations = zip(architecture.layerImages, Architecture.layerNames)
      .map { image, names in
        BatchNormalisation(
          image.channels, rows: batchSize * image.area, names, parameters, tensors)
      }
    let capacity = batchSize / Self.partCount
    firstConvolution = OneHotConvolution(architecture)
    let table = AlignedBuffer(count: firstConvolution.tableCount)
    do {
      let stages = try (1...6).map { layer in
        try ConvolutionStage(layer, architecture, batch: capacity, parameters)
      }
      parts = try (0..<Self.partCount).map { _ in
        try TrainingPart(
          architecture, capacity: capacity, parameters: parameters,
          normalisations: normalisations, stages: stages, firstTable: table)
      }
      self.stages = stages
    } catch let error as OneDNNError { throw NetworkError.backend(error.description) }
    self.normalisations = normalisations
    firstTable = table
    pool = WorkerPool(threads: min(max(threads, 1), Self.partCount))
    try prepareWeights()
  }

  /// One step of Adam on a whole batch.
  ///
  /// - Parameters:
  ///   - batch: Exactly ``batchSize`` samples.
  ///   - weights: Of the loss's terms.
  ///   - noiseSeed: Of the latent noise; give each step its own.
  ///   - learningRate: Adam's.
  /// - Returns: The losses before the step. Not finite where training diverged.
  /// - Throws: ``NetworkError`` where the batch does not fit.
  public func step(
    _ batch: Batch, weights: LossWeights, noiseSeed: UInt64, learningRate: Float
  ) throws -> Losses {
    let losses = try computeGradient(batch, weights: weights, noiseSeed: noiseSeed)
    try update(learningRate: learningRate)
    return losses
  }

  /// The losses of up to ``batchSize`` samples under the running statistics; nothing is learnt.
  ///
  /// - Parameters:
  ///   - batch: 1 to ``batchSize`` samples.
  ///   - weights: Of the loss's terms.
  ///   - noiseSeed: Of the latent noise; where nil, z is the latent mean.
  /// - Returns: The losses, means over the batch's samples.
  /// - Throws: ``NetworkError`` where the batch does not fit.
  public func evaluate(_ batch: Batch, weights: LossWeights, noiseSeed: UInt64? = nil) throws
    -> Losses
  {
    try batch.check(for: architecture)
    try weights.check(for: architecture)
    guard (1...batchSize).contains(batch.count) else {
      throw NetworkError.batch("expected 1 to \(batchSize) samples, found \(batch.count)")
    }
    for normalisation in normalisations { normalisation.useRunningStatistics() }
    let scale = 1 / Float(batch.count)
    try pool.run(parts.count) { index in
      let part = parts[index]
      part.load(batch, share(index, of: batch.count), noiseSeed: noiseSeed)
      part.startForward()
      for layer in 1...6 { try part.forward(to: layer) }
      part.computeLosses(weights: weights, scale: scale)
    }
    return losses(batch.count, weights)
  }

  /// Copies of all tensors, running statistics included, by PyTorch's names.
  public func exportTensors() -> [String: Tensor] {
    var tensors = parameters.tensors
    for (names, normalisation) in zip(Architecture.layerNames, normalisations) {
      let shape = [normalisation.channels]
      tensors[names.normalisation + ".running_mean"] = Tensor(
        shape: shape, values: normalisation.runningMean.map(Float.init))
      tensors[names.normalisation + ".running_var"] = Tensor(
        shape: shape, values: normalisation.runningVariance.map(Float.init))
    }
    return tensors
  }

  /// A copy of Adam's state; with ``exportTensors()`` it resumes training exactly.
  public func exportOptimizer() -> OptimizerState {
    OptimizerState(steps: steps, first: firstMoment.tensors, second: secondMoment.tensors)
  }

  /// The gradient of the last step, summed over parts: for tests.
  func exportGradient() -> [String: Tensor] {
    var sum = parts[0].gradient.tensors
    for part in parts.dropFirst() {
      for (name, tensor) in part.gradient.tensors {
        for i in tensor.values.indices { sum[name]?.values[i] += tensor.values[i] }
      }
    }
    return sum
  }
}

extension TrainingNetwork {
  /// Forward and backward; leaves the gradients in the parts.
  func computeGradient(_ batch: Batch, weights: LossWeights, noiseSeed: UInt64) throws -> Losses {
    try batch.check(for: architecture)
    try weights.check(for: architecture)
    guard batch.count == batchSize else {
      throw NetworkError.batch("expected \(batchSize) samples, found \(batch.count)")
    }
    try forward(batch, noiseSeed)
    try backward(weights)
    return losses(batch.count, weights)
  }

  private func forward(_ batch: Batch, _ noiseSeed: UInt64) throws {
    try eachPart { index, part in
      part.load(batch, share(index, of: batch.count), noiseSeed: noiseSeed)
      part.startForward()
      part.collectMoments(0)
    }
    reduceForward(0)
    for layer in 1...5 {
      try eachPart { _, part in
        try part.forward(to: layer)
        part.collectMoments(layer)
      }
      reduceForward(layer)
    }
  }

  private func backward(_ weights: LossWeights) throws {
    let scale = 1 / Float(batchSize)
    try eachPart { _, part in
      try part.forward(to: 6)
      part.computeLosses(weights: weights, scale: scale)
      try part.startBackward()
      part.collectGradientMoments(5)
    }
    reduceBackward(5)
    for layer in (0...5).reversed() {
      try eachPart { _, part in
        try part.backward(from: layer)
        if layer > 0 { part.collectGradientMoments(layer - 1) }
      }
      if layer > 0 { reduceBackward(layer - 1) }
    }
  }

  private func update(learningRate: Float) throws {
    steps += 1
    let adam = Adam(step: steps, learningRate: learningRate)
    let gradients = parts.map(\.gradient.buffer)
    let ranges = pieces(parameters.layout.count, into: Self.partCount)
    try pool.run(ranges.count) { index in
      adam.update(
        ranges[index], parameters: parameters.buffer.pointer, gradients: gradients,
        first: firstMoment.buffer.pointer, second: secondMoment.buffer.pointer)
    }
    for normalisation in normalisations { normalisation.updateCentre() }
    try prepareWeights()
  }

  private func prepareWeights() throws {
    let weight = parameters.slice("encoder.conv1.weight")
    try pool.run(stages.count + 1) { index in
      if index < stages.count {
        try stages[index].prepare()
      } else {
        firstConvolution.makeTable(weight.pointer, into: firstTable.pointer)
      }
    }
  }

  private func eachPart(_ body: (Int, TrainingPart) throws -> Void) throws {
    try pool.run(parts.count) { try body($0, parts[$0]) }
  }

  private func reduceForward(_ layer: Int) {
    normalisations[layer].reduceForward(parts.map { $0.sums[layer] })
  }

  private func reduceBackward(_ layer: Int) {
    let name = Architecture.layerNames[layer].normalisation
    let gradient = parts[0].gradient
    normalisations[layer].reduceBackward(
      parts.map { $0.sums[layer] }, weightGradient: gradient.slice(name + ".weight").pointer,
      biasGradient: gradient.slice(name + ".bias").pointer)
  }

  private func losses(_ count: Int, _ weights: LossWeights) -> Losses {
    Losses(
      sums: parts.map(\.losses).reduce(LossSums(), +), count: count, weights: weights)
  }

  /// The samples that a part takes: the first part is filled first.
  private func share(_ index: Int, of count: Int) -> Range<Int> {
    let capacity = batchSize / Self.partCount
    return min(index * capacity, count)..<min((index + 1) * capacity, count)
  }

  /// Ranges of whole vectors that cover `count` floats.
  private func pieces(_ count: Int, into number: Int) -> [Range<Int>] {
    let blocks = count / 16
    return (0..<number).map { (blocks * $0 / number * 16)..<(blocks * ($0 + 1) / number * 16) }
  }
}
