/// The geometry of a 3×3 convolution with padding 1: a large image to a small one.
///
/// A transposed convolution is the same geometry read backwards: its forward pass is this one's
/// ``Pass/backwardData``, and PyTorch's layout of its weights, [in, out, 3, 3], is this one's
/// [out, in, 3, 3].
public struct Convolution: Hashable, Sendable {
  /// Images.
  public var batch: Int
  /// Channels, height and width on the source's side.
  public var source: ImageShape
  /// Channels, height and width on the destination's side.
  public var destination: ImageShape
  /// Step in both directions.
  public var stride: Int

  /// Describes a convolution.
  ///
  /// - Precondition: the destination's extents are ⌈source / stride⌉.
  public init(batch: Int, source: ImageShape, destination: ImageShape, stride: Int) {
    precondition(
      destination.height == (source.height + stride - 1) / stride
        && destination.width == (source.width + stride - 1) / stride,
      "stride \(stride) does not lead from \(source) to \(destination)")
    self.batch = batch
    self.source = source
    self.destination = destination
    self.stride = stride
  }

  /// Which of the three sums of a convolution.
  public enum Pass: Sendable {
    /// Source and weights give the destination.
    case forward
    /// The destination's gradient and weights give the source's gradient.
    case backwardData
    /// Source and the destination's gradient give the weights' gradient.
    case backwardWeights
  }

  /// Rows or columns that the last window reaches beyond the source, by axis.
  var endPadding: (vertical: Int, horizontal: Int) {
    func padding(_ large: Int, _ small: Int) -> Int { (small - 1) * stride + 3 - 1 - large }
    return (
      padding(source.height, destination.height), padding(source.width, destination.width)
    )
  }
}

/// Channels, height and width of an image.
public struct ImageShape: Hashable, Sendable {
  /// Values at a pixel.
  public var channels: Int
  /// Rows.
  public var height: Int
  /// Columns.
  public var width: Int

  /// Describes an image.
  public init(channels: Int, height: Int, width: Int) {
    self.channels = channels
    self.height = height
    self.width = width
  }

  /// Pixels.
  public var area: Int { height * width }
  /// Floats.
  public var count: Int { channels * height * width }
}
