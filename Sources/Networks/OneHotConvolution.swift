/// The encoder's first convolution (3×3, stride 2, padding 1) on one-hot codes.
///
/// A one-hot site picks one row of the weights, so each output is the sum of nine rows and nothing
/// need be multiplied: about a twentieth of the work of the dense convolution.
struct OneHotConvolution {
  let height: Int
  let width: Int
  let alphabet: Int
  let channels: Int

  var outputHeight: Int { (height + 1) / 2 }
  var outputWidth: Int { (width + 1) / 2 }
  /// Floats of the table [tap, code, channel].
  var tableCount: Int { 9 * alphabet * channels }

  /// Table [tap, code, channel] ← weights [channel, code, tap].
  func makeTable(_ weights: UnsafePointer<Float>, into table: Floats) {
    for channel in 0..<channels {
      for code in 0..<alphabet {
        for tap in 0..<9 {
          table[(tap * alphabet + code) * channels + channel] =
            weights[(channel * alphabet + code) * 9 + tap]
        }
      }
    }
  }

  /// Weights [channel, code, tap] ← table [tap, code, channel].
  func readTable(_ table: UnsafePointer<Float>, into weights: Floats) {
    for channel in 0..<channels {
      for code in 0..<alphabet {
        for tap in 0..<9 {
          weights[(channel * alphabet + code) * 9 + tap] =
            table[(tap * alphabet + code) * channels + channel]
        }
      }
    }
  }

  /// The image [outputHeight, outputWidth, channels] of one lattice; no bias.
  func forward(_ codes: UnsafePointer<UInt8>, table: UnsafePointer<Float>, into image: Floats) {
    for y in 0..<outputHeight {
      for x in 0..<outputWidth {
        let pixel = image + (y * outputWidth + x) * channels
        withTaps(codes, x, y) { taps, count in
          for c in stride(from: 0, to: channels, by: 8) {
            var sum = SIMD8<Float>()
            for tap in 0..<count { sum += load(table + taps[tap] + c) }
            store(sum, pixel + c)
          }
        }
      }
    }
  }

  /// Adds one lattice's share to the table's gradient.
  func backward(
    _ codes: UnsafePointer<UInt8>, gradient image: UnsafePointer<Float>, into table: Floats
  ) {
    for y in 0..<outputHeight {
      for x in 0..<outputWidth {
        let pixel = image + (y * outputWidth + x) * channels
        withTaps(codes, x, y) { taps, count in
          for c in stride(from: 0, to: channels, by: 8) {
            let value = load(pixel + c)
            for tap in 0..<count {
              let row = table + taps[tap] + c
              store(load(row) + value, row)
            }
          }
        }
      }
    }
  }

  /// Offsets in the table of the up to nine rows that one output pixel reads.
  @inline(__always)
  private func withTaps(
    _ codes: UnsafePointer<UInt8>, _ x: Int, _ y: Int,
    _ body: (borrowing InlineArray<9, Int>, Int) -> Void
  ) {
    var taps = InlineArray<9, Int>(repeating: 0)
    var count = 0
    for ky in 0..<3 {
      let row = 2 * y + ky - 1
      guard row >= 0, row < height else { continue }
      for kx in 0..<3 {
        let column = 2 * x + kx - 1
        guard column >= 0, column < width else { continue }
        let code = Int(codes[row * width + column])
        taps[count] = ((ky * 3 + kx) * alphabet + code) * channels
        count += 1
      }
    }
    body(taps, count)
  }
}
