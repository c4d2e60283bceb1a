import Foundation

extension Tape {
  /// A 3×3 convolution, padding 1; weight [out, in, 3, 3].
  func convolution(_ x: Node, _ weight: Node, _ bias: Node, stride: Int) -> Node {
    let out = [
      x.shape[0], weight.shape[0], (x.shape[2] - 1) / stride + 1, (x.shape[3] - 1) / stride + 1,
    ]
    let y = Node(zeros: out)
    let pairs = Pairs(large: x.shape, small: out, stride: stride)
    pairs.each { i, j, w in
      if x.value[i] != 0 { y.value[j] += x.value[i] * weight.value[w] }
    }
    addBias(y, bias)
    return record(y) { [unowned y] in
      pairs.each { i, j, w in
        weight.slope[w] += y.slope[j] * x.value[i]
        x.slope[i] += y.slope[j] * weight.value[w]
      }
      self.biasSlope(y, bias)
    }
  }

  /// A transposed 3×3 convolution, padding 1, onto an image of the given size; weight
  /// [in, out, 3, 3].
  func transposed(_ x: Node, _ weight: Node, _ bias: Node, stride: Int, _ size: (Int, Int)) -> Node
  {
    let y = Node(zeros: [x.shape[0], weight.shape[1], size.0, size.1])
    let pairs = Pairs(large: y.shape, small: x.shape, stride: stride)
    pairs.each { i, j, w in y.value[i] += x.value[j] * weight.value[w] }
    addBias(y, bias)
    return record(y) { [unowned y] in
      pairs.each { i, j, w in
        weight.slope[w] += y.slope[i] * x.value[j]
        x.slope[j] += y.slope[i] * weight.value[w]
      }
      self.biasSlope(y, bias)
    }
  }

  private func addBias(_ y: Node, _ bias: Node) {
    let area = y.shape[2] * y.shape[3]
    for i in y.value.indices { y.value[i] += bias.value[i / area % y.shape[1]] }
  }

  private func biasSlope(_ y: Node, _ bias: Node) {
    let area = y.shape[2] * y.shape[3]
    for i in y.value.indices { bias.slope[i / area % y.shape[1]] += y.slope[i] }
  }

  /// Batch normalisation over all but dimension 1.
  ///
  /// The statistics are returned for the running ones; those given are used instead where there
  /// are any, and are then constants.
  func normalisation(
    _ x: Node, _ weight: Node, _ bias: Node, given: (mean: [Double], variance: [Double])?
  ) -> (Node, mean: [Double], variance: [Double]) {
    let (channels, area) = (x.shape[1], x.shape[2] * x.shape[3])
    let count = Double(x.value.count / channels)
    var mean = given?.mean ?? [Double](repeating: 0, count: channels)
    var variance = given?.variance ?? mean
    if given == nil {
      for i in x.value.indices { mean[i / area % channels] += x.value[i] / count }
      for i in x.value.indices {
        let c = i / area % channels
        variance[c] += (x.value[i] - mean[c]) * (x.value[i] - mean[c]) / count
      }
    }
    let deviation = variance.map { sqrt($0 + 1e-5) }
    var unit = x.value
    for i in unit.indices {
      let c = i / area % channels
      unit[i] = (unit[i] - mean[c]) / deviation[c]
    }
    let y = Node(x.shape, unit)
    for i in unit.indices {
      let c = i / area % channels
      y.value[i] = unit[i] * weight.value[c] + bias.value[c]
    }
    let normalised = unit
    let node = record(y) { [unowned y] in
      var (sum, product) = (
        [Double](repeating: 0, count: channels), [Double](repeating: 0, count: channels)
      )
      for i in normalised.indices {
        let c = i / area % channels
        sum[c] += y.slope[i]
        product[c] += y.slope[i] * normalised[i]
      }
      for c in 0..<channels {
        weight.slope[c] += product[c]
        bias.slope[c] += sum[c]
      }
      for i in normalised.indices {
        let c = i / area % channels
        let centred =
          given == nil ? (sum[c] + normalised[i] * product[c]) / count : 0
        x.slope[i] += weight.value[c] / deviation[c] * (y.slope[i] - centred)
      }
    }
    return (node, mean, variance)
  }

  /// Softmax over the first `count` channels, which are all that is left.
  func softmax(_ x: Node, over count: Int) -> Node {
    let (samples, alphabet, area) = (x.shape[0], x.shape[1], x.shape[2] * x.shape[3])
    let y = Node(zeros: [samples, count, x.shape[2], x.shape[3]])
    func index(_ n: Int, _ c: Int, _ i: Int, _ channels: Int) -> Int {
      (n * channels + c) * area + i
    }
    for n in 0..<samples {
      for i in 0..<area {
        let powers = (0..<count).map { exp(x.value[index(n, $0, i, alphabet)]) }
        for c in 0..<count { y.value[index(n, c, i, count)] = powers[c] / powers.reduce(0, +) }
      }
    }
    return record(y) { [unowned y] in
      for n in 0..<samples {
        for i in 0..<area {
          let mean = (0..<count).reduce(0.0) {
            $0 + y.value[index(n, $1, i, count)] * y.slope[index(n, $1, i, count)]
          }
          for c in 0..<count {
            let j = index(n, c, i, count)
            x.slope[index(n, c, i, alphabet)] += y.value[j] * (y.slope[j] - mean)
          }
        }
      }
    }
  }

  /// Σ cross-entropy of `codes` [n, H, W] under logits [n, alphabet, H, W], each site with the
  /// weight of its code and site.
  func crossEntropy(_ logits: Node, _ codes: [UInt8], weight: (UInt8, Int) -> Float) -> Node {
    let (alphabet, area) = (logits.shape[1], logits.shape[2] * logits.shape[3])
    var slope = logits.value
    var total = 0.0
    for pixel in codes.indices {
      let start = pixel / area * alphabet * area + pixel % area
      let powers = (0..<alphabet).map { exp(logits.value[start + $0 * area]) }
      let sum = powers.reduce(0, +)
      let scale = Double(weight(codes[pixel], pixel % area))
      total += scale * (log(sum) - logits.value[start + Int(codes[pixel]) * area])
      for c in 0..<alphabet {
        slope[start + c * area] = scale * (powers[c] / sum - (c == Int(codes[pixel]) ? 1 : 0))
      }
    }
    let loss = Node([], [total])
    let derivative = slope
    return record(loss) { [unowned loss] in
      for i in derivative.indices { logits.slope[i] += loss.slope[0] * derivative[i] }
    }
  }
}

/// Every (large image, small image, weight) triple of a 3×3 convolution's sum, by flat index.
private struct Pairs {
  let large: [Int]
  let small: [Int]
  let stride: Int

  func each(_ body: (Int, Int, Int) -> Void) {
    let (big, little) = (large[1], small[1])
    for n in 0..<small[0] {
      for c in 0..<little {
        for y in 0..<small[2] {
          for x in 0..<small[3] {
            let j = ((n * little + c) * small[2] + y) * small[3] + x
            for tap in 0..<9 {
              let (row, column) = (y * stride + tap / 3 - 1, x * stride + tap % 3 - 1)
              guard row >= 0, row < large[2], column >= 0, column < large[3] else { continue }
              for b in 0..<big {
                let i = ((n * big + b) * large[2] + row) * large[3] + column
                body(i, j, (c * big + b) * 9 + tap)
              }
            }
          }
        }
      }
    }
  }
}
