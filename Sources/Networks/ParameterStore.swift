internal import OneDNN
internal import Tensors

/// Where each trained tensor lies in a flat buffer, so that one loop serves the optimiser.
///
/// Offsets are multiples of 16 floats; the gaps stay zero. Running statistics are not in it.
struct ParameterLayout {
  let names: [String]
  let ranges: [String: Range<Int>]
  let shapes: [String: [Int]]
  let count: Int

  init(_ architecture: Architecture) {
    var names: [String] = []
    var ranges: [String: Range<Int>] = [:]
    var shapes: [String: [Int]] = [:]
    var offset = 0
    for (name, shape) in architecture.tensorShapes where !name.contains(".running_") {
      let count = shape.reduce(1, *)
      names.append(name)
      ranges[name] = offset..<(offset + count)
      shapes[name] = shape
      offset += (count + 15) / 16 * 16
    }
    self.names = names
    self.ranges = ranges
    self.shapes = shapes
    count = offset
  }
}

/// One float for each trained parameter: the weights, a gradient or a moment.
final class ParameterStore {
  let layout: ParameterLayout
  let buffer: AlignedBuffer

  init(_ layout: ParameterLayout) {
    self.layout = layout
    buffer = AlignedBuffer(count: layout.count)
  }

  /// The storage of one tensor.
  ///
  /// - Precondition: the network has it.
  func slice(_ name: String) -> AlignedBuffer {
    guard let range = layout.ranges[name] else { preconditionFailure("no parameter \(name)") }
    return buffer.slice(at: range.lowerBound, count: range.count)
  }

  /// Takes the values of all tensors.
  func load(_ tensors: [String: Tensor]) throws(NetworkError) {
    for name in layout.names {
      guard let tensor = tensors[name] else { throw .tensor(name, "missing") }
      guard tensor.shape == layout.shapes[name] else {
        throw .tensor(
          name, "expected shape \(layout.shapes[name] ?? []), found \(tensor.shape)")
      }
      slice(name).assign(tensor.values)
    }
  }

  /// Copies of all tensors.
  var tensors: [String: Tensor] {
    var result: [String: Tensor] = [:]
    for name in layout.names {
      result[name] = Tensor(shape: layout.shapes[name] ?? [], values: slice(name).array)
    }
    return result
  }
}
