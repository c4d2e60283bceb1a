import Foundation

/// A tensor of doubles that remembers how it came about: the slow, plain oracle of these tests.
///
/// Shares no code with the network: images are N, C, H, W, every sum is written out.
final class Node {
  let shape: [Int]
  var value: [Double]
  var slope: [Double]
  var pullBack: () -> Void = {}

  init(_ shape: [Int], _ value: [Double]) {
    precondition(shape.reduce(1, *) == value.count)
    self.shape = shape
    self.value = value
    slope = [Double](repeating: 0, count: value.count)
  }

  convenience init(zeros shape: [Int]) {
    self.init(shape, [Double](repeating: 0, count: shape.reduce(1, *)))
  }
}

/// Records operations in order, to run them backwards.
final class Tape {
  private var nodes: [Node] = []

  func record(_ node: Node, _ pullBack: @escaping () -> Void) -> Node {
    node.pullBack = pullBack
    nodes.append(node)
    return node
  }

  /// Fills `slope` of every node with the derivative of a scalar.
  func differentiate(_ loss: Node) {
    loss.slope[0] = 1
    for node in nodes.reversed() { node.pullBack() }
  }

  /// An elementwise function of one tensor, given with its derivative.
  func map(_ x: Node, _ f: (Double) -> Double, _ derivative: @escaping (Double) -> Double) -> Node {
    let y = Node(x.shape, x.value.map(f))
    return record(y) { [unowned y] in
      for i in x.value.indices { x.slope[i] += y.slope[i] * derivative(x.value[i]) }
    }
  }

  func relu(_ x: Node) -> Node { map(x, { max($0, 0) }, { $0 > 0 ? 1 : 0 }) }

  func clamp(_ x: Node) -> Node {
    map(x, { min(max($0, -10), 10) }, { abs($0) <= 10 ? 1 : 0 })
  }

  /// x [n, a] · Wᵀ [a, b] + b.
  func dense(_ x: Node, _ weight: Node, _ bias: Node) -> Node {
    let (n, a, b) = (x.shape[0], weight.shape[1], weight.shape[0])
    let y = Node(zeros: [n, b])
    for row in 0..<n {
      for out in 0..<b {
        var sum = bias.value[out]
        for k in 0..<a { sum += x.value[row * a + k] * weight.value[out * a + k] }
        y.value[row * b + out] = sum
      }
    }
    return record(y) { [unowned y] in
      for row in 0..<n {
        for out in 0..<b {
          let slope = y.slope[row * b + out]
          bias.slope[out] += slope
          for k in 0..<a {
            weight.slope[out * a + k] += slope * x.value[row * a + k]
            x.slope[row * a + k] += slope * weight.value[out * a + k]
          }
        }
      }
    }
  }

  /// Columns `range` of x [n, width].
  func columns(_ x: Node, _ range: Range<Int>) -> Node {
    let (n, width) = (x.shape[0], x.shape[1])
    let y = Node(
      [n, range.count], (0..<n).flatMap { row in range.map { x.value[row * width + $0] } })
    return record(y) { [unowned y] in
      for row in 0..<n {
        for (k, column) in range.enumerated() {
          x.slope[row * width + column] += y.slope[row * range.count + k]
        }
      }
    }
  }

  /// x [n, a] beside y [n, b].
  func beside(_ x: Node, _ y: Node) -> Node {
    let (n, a, b) = (x.shape[0], x.shape[1], y.shape[1])
    let z = Node(zeros: [n, a + b])
    for row in 0..<n {
      for k in 0..<a { z.value[row * (a + b) + k] = x.value[row * a + k] }
      for k in 0..<b { z.value[row * (a + b) + a + k] = y.value[row * b + k] }
    }
    return record(z) { [unowned z] in
      for row in 0..<n {
        for k in 0..<a { x.slope[row * a + k] += z.slope[row * (a + b) + k] }
        for k in 0..<b { y.slope[row * b + k] += z.slope[row * (a + b) + a + k] }
      }
    }
  }

  /// The same values under another shape.
  func reshape(_ x: Node, _ shape: [Int]) -> Node {
    let y = Node(shape, x.value)
    return record(y) { [unowned y] in
      for i in x.value.indices { x.slope[i] += y.slope[i] }
    }
  }
}
