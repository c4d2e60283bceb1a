internal import OneDNN

/// Weights [rows, used, 3, 3] beside a copy [rows, padded, 3, 3] with zeros in the padding; one and
/// the same where nothing is padded.
struct PaddedWeights {
  let rows: Int
  let used: Int
  let padded: Int
  let weight: AlignedBuffer
  let buffer: AlignedBuffer

  init(rows: Int, used: Int, padded: Int, weight: AlignedBuffer) {
    self.rows = rows
    self.used = used
    self.padded = padded
    self.weight = weight
    buffer = used == padded ? weight : AlignedBuffer(count: rows * padded * 9)
  }

  func twin(weight: AlignedBuffer) -> PaddedWeights {
    PaddedWeights(rows: rows, used: used, padded: padded, weight: weight)
  }

  /// Copies the weights into the padded form.
  func update() {
    guard used != padded else { return }
    for row in 0..<rows {
      (buffer.pointer + row * padded * 9)
        .update(from: weight.pointer + row * used * 9, count: used * 9)
    }
  }

  /// Copies the padded form back.
  func readBack() {
    guard used != padded else { return }
    for row in 0..<rows {
      (weight.pointer + row * used * 9)
        .update(from: buffer.pointer + row * padded * 9, count: used * 9)
    }
  }
}
