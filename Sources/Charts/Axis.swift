#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A range of values along one side of a chart.
public struct Axis: Hashable, Sendable {
  /// How values are spread over the side.
  public enum Scale: Hashable, Sendable {
    case linear
    /// Equal factors take equal room; for positive values.
    case logarithmic
  }

  /// The value at the left or lower end.
  public let lower: Double
  /// The value at the right or upper end; greater than `lower`.
  public let upper: Double
  /// How values are spread.
  public let scale: Scale
  /// What the values are, with their unit.
  public let label: String

  /// An axis from one value to another.
  ///
  /// - Precondition: Both are finite, `lower < upper`, and positive on a logarithmic axis.
  public init(_ label: String, from lower: Double, to upper: Double, scale: Scale = .linear) {
    precondition(
      lower.isFinite && upper.isFinite && lower < upper && (scale == .linear || lower > 0),
      "an axis from \(lower) to \(upper)")
    self.lower = lower
    self.upper = upper
    self.scale = scale
    self.label = label
  }

  /// An axis on which all values have room, its ends at round numbers.
  ///
  /// Values that the scale cannot show (NaN, infinite, outside 1e-300 to 1e300 on a logarithmic one) are left
  /// out; where none remains the axis runs from 0 to 1, or 1 to 10. A linear axis of positive values
  /// begins at 0 where that takes no more than two fifths of it, and so does that of a single value.
  public init(_ label: String, covering values: [Double], scale: Scale = .linear) {
    let shown = values.filter {
      $0.isFinite && (scale == .linear || (1e-300...1e300).contains($0))
    }
    let (low, high) = (shown.min() ?? (scale == .linear ? 0 : 1), shown.max() ?? 1)
    switch scale {
    case .linear:
      let size = max(abs(low), abs(high))
      // Values that differ by less than doubles resolve well have no range of their own.
      let isOne = high - low <= 1e-12 * size || size < 1e-300
      let base = isOne ? min(low, 0) : low > 0 && low < 0.4 * high ? 0 : low
      let end = isOne ? (size < 1e-300 ? 1 : max(high, 0)) : high
      let step = Ticks.step(from: base, to: end, count: 5)
      self.init(
        label, from: (base / step).rounded(.down) * step, to: (end / step).rounded(.up) * step)
    case .logarithmic:
      let floor = Ticks.decade(below: low)
      let ceiling = Ticks.decade(above: high)
      self.init(label, from: floor, to: ceiling > floor ? ceiling : floor * 10, scale: scale)
    }
  }

  /// Where a value lies: 0 at the lower end, 1 at the upper one, beyond them outside.
  ///
  /// - Returns: `nil` for what the scale cannot show.
  public func share(of value: Double) -> Double? {
    guard value.isFinite else { return nil }
    switch scale {
    case .linear: return (value - lower) / (upper - lower)
    case .logarithmic:
      guard value > 0 else { return nil }
      return log(value / lower) / log(upper / lower)
    }
  }

  /// The value at a share of the way.
  public func value(at share: Double) -> Double {
    switch scale {
    case .linear: lower + share * (upper - lower)
    case .logarithmic: lower * pow(upper / lower, share)
    }
  }
}
