/// Loops over channels-last images [rows, channels], eight channels at a time.
///
/// Single precision within a run of rows short enough to stay in the cache and to keep the
/// rounding of sums small, double precision across runs.
enum NormalisationKernels {
  typealias Lanes = SIMD8<Float>
  /// Rows summed in single precision at a time.
  static let run = 128

  /// Adds Σ (x − centre) and Σ (x − centre)² to `sums`.
  static func moments(
    _ x: UnsafePointer<Float>, rows: Int, channels: Int, centre: UnsafePointer<Float>,
    into sums: inout ChannelSums
  ) {
    for start in stride(from: 0, to: rows, by: run) {
      let end = min(start + run, rows)
      for c in stride(from: 0, to: channels, by: 8) {
        let middle = load(centre + c)
        var first = Lanes()
        var second = Lanes()
        for row in start..<end {
          let value = load(x + row * channels + c) - middle
          first += value
          second += value * value
        }
        add(first, second, to: &sums, at: c)
      }
    }
  }

  /// y ← relu(scale · x + shift).
  static func normalise(
    _ x: UnsafePointer<Float>, into y: Floats, rows: Int, channels: Int,
    scale: UnsafePointer<Float>, shift: UnsafePointer<Float>
  ) {
    for start in stride(from: 0, to: rows, by: run) {
      let end = min(start + run, rows)
      for c in stride(from: 0, to: channels, by: 8) {
        let factor = load(scale + c)
        let term = load(shift + c)
        for row in start..<end {
          let value = load(x + row * channels + c) * factor + term
          store(rectified(value), y + row * channels + c)
        }
      }
    }
  }

  /// g ← g where scale · x + shift > 0, else 0; adds Σ g and Σ g · (x − centre) to `sums`.
  static func gradientMoments(
    _ g: Floats, _ x: UnsafePointer<Float>, rows: Int, channels: Int,
    scale: UnsafePointer<Float>, shift: UnsafePointer<Float>, centre: UnsafePointer<Float>,
    into sums: inout ChannelSums
  ) {
    for start in stride(from: 0, to: rows, by: run) {
      let end = min(start + run, rows)
      for c in stride(from: 0, to: channels, by: 8) {
        let middle = load(centre + c)
        let (factor, term) = (load(scale + c), load(shift + c))
        var first = Lanes()
        var second = Lanes()
        for row in start..<end {
          let index = row * channels + c
          let before = load(x + index)
          let value = masked(load(g + index), where: before * factor + term)
          store(value, g + index)
          first += value
          second += value * (before - middle)
        }
        add(first, second, to: &sums, at: c)
      }
    }
  }

  /// g ← factor · g + slope · (x − centre) + offset, the gradient of x.
  static func gradient(
    _ g: Floats, _ x: UnsafePointer<Float>, rows: Int, channels: Int,
    centre: UnsafePointer<Float>, factor: UnsafePointer<Float>, slope: UnsafePointer<Float>,
    offset: UnsafePointer<Float>
  ) {
    for start in stride(from: 0, to: rows, by: run) {
      let end = min(start + run, rows)
      for c in stride(from: 0, to: channels, by: 8) {
        let middle = load(centre + c)
        let (a, b, d) = (load(factor + c), load(slope + c), load(offset + c))
        for row in start..<end {
          let index = row * channels + c
          store(a * load(g + index) + b * (load(x + index) - middle) + d, g + index)
        }
      }
    }
  }

  private static func add(
    _ first: Lanes, _ second: Lanes, to sums: inout ChannelSums, at c: Int
  ) {
    for lane in 0..<8 {
      sums.first[c + lane] += Double(first[lane])
      sums.second[c + lane] += Double(second[lane])
    }
  }
}
