import Testing

@testable import OneDNN

@Suite struct ConvolutionTests {
  /// Sizes as the network has them: halved exactly, halved with one left over, kept.
  static let shapes = [
    shape((8, 6, 4), (16, 3, 2), 2), shape((16, 7, 5), (8, 4, 3), 2),
    shape((8, 4, 5), (24, 4, 5), 1),
  ]

  @Test(arguments: shapes)
  func `a forward pass is the plain sum`(_ shape: Convolution) throws {
    let data = Data(shape)
    let found = try data.run(.forward)
    #expect(difference(found, data.sum(.forward)) < 1e-5)
  }

  @Test(arguments: shapes)
  func `gradients are the plain sums`(_ shape: Convolution) throws {
    let data = Data(shape)
    #expect(difference(try data.run(.backwardData), data.sum(.backwardData)) < 1e-5)
    #expect(difference(try data.run(.backwardWeights), data.sum(.backwardWeights)) < 1e-4)
  }

  @Test func `a matrix product takes transposed and added matrices`() throws {
    let a: [Float] = [1, 2, 3, 4, 5, 6]
    let b: [Float] = [1, 0, 2, 1, 1, 3]
    var c: [Float] = [100, 100, 100, 100]
    try multiply(rows: 2, columns: 2, depth: 3, a, b, into: &c)
    #expect(c == [8, 11, 20, 23] as [Float])
    // a stored [depth, rows] is [[1, 3, 5], [2, 4, 6]]; b stored [columns, depth].
    try multiply(rows: 2, columns: 2, depth: 3, a, b, into: &c, transposed: (true, true), adding: 1)
    #expect(c == [19, 30, 34, 47] as [Float])
  }

  @Test func `images change between channels first and last`() throws {
    let device = try Device()
    let image = ImageShape(channels: 3, height: 2, width: 2)
    let planes = AlignedBuffer(count: 12)
    planes.assign((0..<12).map(Float.init))
    let pixels = AlignedBuffer(count: 12)
    let kernel = try Kernel(
      device, from: .channelsFirst(batch: 1, image), to: .channelsLast(batch: 1, image))
    try device.run(try kernel.bind(device, from: planes, to: pixels))
    #expect(pixels.array == [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11])
  }

  @Test func `the library is of the version the calls are written for`() {
    #expect(Device.version.hasPrefix("2."))
  }

  private static func shape(
    _ source: (Int, Int, Int), _ destination: (Int, Int, Int), _ stride: Int
  ) -> Convolution {
    Convolution(
      batch: 2,
      source: ImageShape(channels: source.0, height: source.1, width: source.2),
      destination: ImageShape(
        channels: destination.0, height: destination.1, width: destination.2), stride: stride)
  }

  private func difference(_ found: [Float], _ expected: [Double]) -> Double {
    #expect(found.count == expected.count)
    return zip(found, expected).reduce(0) { max($0, abs(Double($1.0) - $1.1)) }
  }
}

/// Numbers for a convolution's three tensors, and its sums written out.
private struct Data {
  let shape: Convolution
  let source: [Float]
  let weights: [Float]
  let destination: [Float]

  init(_ shape: Convolution) {
    self.shape = shape
    func numbers(_ count: Int, _ step: Int) -> [Float] {
      (0..<count).map { Float(($0 * step) % 17 - 8) / 8 }
    }
    source = numbers(shape.batch * shape.source.count, 5)
    weights = numbers(shape.destination.channels * shape.source.channels * 9, 7)
    destination = numbers(shape.batch * shape.destination.count, 11)
  }

  /// The pass on oneDNN; images channels-last, weights in PyTorch's layout.
  func run(_ pass: Convolution.Pass) throws -> [Float] {
    let device = try Device()
    let kernel = try Kernel(device, pass, of: shape)
    let (x, y) = (AlignedBuffer(count: source.count), AlignedBuffer(count: destination.count))
    let plain = AlignedBuffer(count: weights.count)
    let blocked = AlignedBuffer(count: kernel.weights.floatCount)
    if pass != .backwardData { x.assign(source) }
    if pass != .forward { y.assign(destination) }
    if pass != .backwardWeights {
      plain.assign(weights)
      let reorder = try Kernel(device, from: .weights(shape), to: kernel.weights)
      try device.run(try reorder.bind(device, from: plain, to: blocked))
    }
    try device.run(try kernel.bind(device, source: x, weights: blocked, destination: y))
    switch pass {
    case .forward: return y.array
    case .backwardData: return x.array
    case .backwardWeights:
      let reorder = try Kernel(device, from: kernel.weights, to: .weights(shape))
      try device.run(try reorder.bind(device, from: blocked, to: plain))
      return plain.array
    }
  }

  func sum(_ pass: Convolution.Pass) -> [Double] {
    var x = source.map(Double.init)
    var y = destination.map(Double.init)
    var w = weights.map(Double.init)
    switch pass {
    case .forward: y = y.map { _ in 0 }
    case .backwardData: x = x.map { _ in 0 }
    case .backwardWeights: w = w.map { _ in 0 }
    }
    each { i, j, k in
      switch pass {
      case .forward: y[j] += x[i] * w[k]
      case .backwardData: x[i] += y[j] * w[k]
      case .backwardWeights: w[k] += x[i] * y[j]
      }
    }
    return pass == .forward ? y : pass == .backwardData ? x : w
  }

  private func each(_ body: (Int, Int, Int) -> Void) {
    let (large, small) = (shape.source, shape.destination)
    for n in 0..<shape.batch {
      for pixel in 0..<small.area {
        for tap in 0..<9 {
          let row = pixel / small.width * shape.stride + tap / 3 - 1
          let column = pixel % small.width * shape.stride + tap % 3 - 1
          guard (0..<large.height).contains(row), (0..<large.width).contains(column) else {
            continue
          }
          let i = (n * large.area + row * large.width + column) * large.channels
          let j = (n * small.area + pixel) * small.channels
          for o in 0..<small.channels {
            for c in 0..<large.channels { body(i + c, j + o, (o * large.channels + c) * 9 + tap) }
          }
        }
      }
    }
  }
}
