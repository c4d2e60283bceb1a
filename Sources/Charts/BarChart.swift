public import Cells

/// Bars from the left, each with its name before it and its value as text behind.
public struct BarChart: Hashable, Sendable {
  /// One bar.
  public struct Bar: Hashable, Sendable {
    /// What it is.
    public var name: String
    /// How long it is; none where it is negative or no number.
    public var value: Double
    /// The value as text, with its unit.
    public var text: String
    /// A second value, shown by a dot.
    public var mark: Double?
    /// Its colour; `nil` is the terminal's own.
    public var color: RGB?

    /// A bar.
    public init(
      _ name: String, _ value: Double, text: String, mark: Double? = nil, color: RGB? = nil
    ) {
      self.name = name
      self.value = value
      self.text = text
      self.mark = mark
      self.color = color
    }
  }

  /// The bars, the first one on top.
  public var bars: [Bar]
  /// The value at the right end.
  public var end: Double
  /// Rows from one bar to the next.
  public var pitch: Int

  /// Bars up to a value.
  ///
  /// - Precondition: `end > 0`, `pitch > 0`.
  public init(_ bars: [Bar], end: Double, pitch: Int = 1) {
    precondition(end > 0 && end.isFinite && pitch > 0, "bars up to \(end) every \(pitch) rows")
    self.bars = bars
    self.end = end
    self.pitch = pitch
  }

  /// Draws as many bars as have room; where it is too narrow for bars, names and texts alone.
  public func draw(in frame: Rect, look: ChartLook, on canvas: inout Canvas) {
    let names = bars.map(\.name.unicodeScalars.count).max() ?? 0
    let texts = bars.map(\.text.unicodeScalars.count).max() ?? 0
    for (index, bar) in bars.enumerated() {
      let y = frame.y + index * pitch
      guard y < frame.maxY else { break }
      let track = Rect(
        x: frame.x + names + 1, y: y, width: frame.width - names - texts - 2, height: 1)
      canvas.write(bar.name, x: frame.x, y: y, style: look.dim, width: frame.width)
      if track.width >= 4 { draw(bar, in: track, look, on: &canvas) }
      let start = frame.maxX - bar.text.unicodeScalars.count
      if start > frame.x + bar.name.unicodeScalars.count {
        canvas.write(bar.text, x: start, y: y, style: look.text)
      }
    }
  }

  private func draw(
    _ bar: Bar, in track: Rect, _ look: ChartLook, on canvas: inout Canvas
  ) {
    let style = look.ink(bar.color)
    for (column, glyph) in Self.glyphs(bar.value / end, track.width, look).enumerated() {
      canvas.write(String(glyph), x: track.x + column, y: track.y, style: style)
    }
    guard let mark = bar.mark, mark >= 0, mark.isFinite else { return }
    let column = track.x + min(track.width - 1, Int(mark / end * Double(track.width)))
    if canvas[column, track.y].glyph == " " {
      canvas.write(look.capabilities.unicode ? "●" : "O", x: column, y: track.y, style: look.text)
    }
  }

  /// A bar in eighths of a cell, in ASCII in whole ones; what is more than nothing is seen.
  private static func glyphs(
    _ share: Double, _ width: Int, _ look: ChartLook
  ) -> [Unicode.Scalar] {
    guard share > 0, share.isFinite else { return [] }
    let parts = look.capabilities.unicode ? 8 : 1
    let exact = min(1, share) * Double(parts * width)
    let filled = max(1, Int(exact.rounded()))
    let whole = [Unicode.Scalar](
      repeating: look.capabilities.unicode ? "█" : "#", count: filled / parts)
    let rest = filled % parts
    // From ▉, seven eighths, down to ▏.
    return rest == 0 ? whole : whole + [Unicode.Scalar(0x2590 - UInt32(rest)) ?? " "]
  }
}
