import Cells

/// Rectangles by colour, those that meet in a row joined.
///
/// One path a colour is a third as long as an element for each rectangle.
struct ColoredAreas {
  private var colors: [RGB] = []
  private var rectangles: [RGB: [Rect]] = [:]

  /// Adds a rectangle; joined with the one before it in its colour if it goes on there.
  mutating func add(_ rect: Rect, _ color: RGB) {
    if rectangles[color] == nil { colors.append(color) }
    var found = rectangles.removeValue(forKey: color) ?? []
    if let last = found.last, last.maxX == rect.x, last.y == rect.y, last.height == rect.height {
      found[found.count - 1].width += rect.width
    } else {
      found.append(rect)
    }
    rectangles[color] = found
  }

  /// SVG's paths in the order in which the colours came.
  var svg: String {
    colors.map { color in
      let steps = (rectangles[color] ?? []).map {
        "M\($0.x) \($0.y)h\($0.width)v\($0.height)h-\($0.width)z"
      }
      return "<path fill=\"\(color.hex)\" d=\"\(steps.joined())\"/>\n"
    }.joined()
  }
}
