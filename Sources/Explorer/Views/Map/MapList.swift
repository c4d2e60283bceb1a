import Cells
import Interphase

/// Draws the test samples nearest to where a person points, with their properties.
enum MapList {
  static func draw(
    _ scene: MapScene, _ state: ExplorerState, in frame: Rect, _ look: Look,
    on canvas: inout Canvas
  ) {
    let to = state.mapCursor == nil ? "to this point" : "to the cursor"
    let axes = state.model.summary?.axes.count ?? 0
    let measure = frame.width >= 50 ? "in std. dev. of \(axes) axes" : ""
    canvas.write(
      [Segment("Nearest samples", look.title), Segment(to, look.dim), Segment(measure, look.dim)],
      x: frame.x, y: frame.y, width: frame.width, gap: 1)
    let columns = Columns(width: frame.width)
    drawHeadings(columns, scene, in: frame, look, on: &canvas)
    let neighbours = scene.neighbours.prefix(scene.layout.listed)
    for (line, neighbour) in neighbours.enumerated() {
      draw(
        neighbour, columns, scene, state, at: Point(x: frame.x, y: frame.y + 2 + line), look,
        on: &canvas)
    }
    guard scene.layout.listHasDetail, let index = scene.companion(state) else { return }
    let detail = detail(of: index, scene, width: frame.width)
    canvas.write(
      detail, x: frame.x, y: frame.y + 2 + neighbours.count, style: look.dim, width: frame.width)
  }

  /// The sample of a line of the list, by its index.
  static func sample(at point: Point, _ scene: MapScene) -> Int? {
    guard let frame = scene.layout.list, frame.contains(point) else { return nil }
    let line = point.y - frame.y - 2
    let neighbours = scene.neighbours.prefix(scene.layout.listed)
    return neighbours.indices.contains(line) ? neighbours[line].index : nil
  }

  /// Where the numbers of a line end.
  private struct Columns {
    /// `nil` where there is no room for the film's number.
    let number: Int?
    let distance: Int
    let properties: [Int]

    init(width: Int) {
      let step = min(9, (width - (width >= 38 ? 13 : 7)) / 4)
      number = width >= 38 ? 7 : nil
      distance = width >= 38 ? 14 : 6
      properties = (1...4).map { [distance] in distance + $0 * step }
    }
  }

  private static func drawHeadings(
    _ columns: Columns, _ scene: MapScene, in frame: Rect, _ look: Look, on canvas: inout Canvas
  ) {
    let y = frame.y + 1
    if let number = columns.number {
      canvas.write("sample", endingAt: frame.x + number, y: y, style: look.dim)
    }
    canvas.write("dist.", endingAt: frame.x + columns.distance, y: y, style: look.dim)
    for (property, end) in zip(Property.allCases, columns.properties) {
      canvas.write(
        property.columnHeading, endingAt: frame.x + end, y: y,
        style: property == scene.property ? look.accent : look.dim)
    }
  }

  private static func draw(
    _ neighbour: MapNeighbours.Neighbour, _ columns: Columns, _ scene: MapScene,
    _ state: ExplorerState, at place: Point, _ look: Look, on canvas: inout Canvas
  ) {
    let sample = scene.data.samples[neighbour.index]
    let isChosen = state.map.selection == neighbour.index
    if isChosen { canvas.write("▸", x: place.x, y: place.y, style: look.focus) }
    let style = isChosen ? look.focusTitle : look.text
    if let number = columns.number {
      canvas.write(
        String(neighbour.index + 1), endingAt: place.x + number, y: place.y,
        style: isChosen ? style : look.dim)
    }
    canvas.write(
      NumberText.significant(neighbour.distance), endingAt: place.x + columns.distance,
      y: place.y, style: style)
    for (property, end) in zip(Property.allCases, columns.properties)
    where sample.properties.indices.contains(property.rawValue) {
      let value = sample.properties[property.rawValue]
      canvas.write(
        NumberText.fixed(value, property.decimals), endingAt: place.x + end, y: place.y,
        style: property == scene.property ? scene.style(of: value, look) : style)
    }
  }

  /// Where a film comes from.
  private static func detail(of index: Int, _ scene: MapScene, width: Int) -> String {
    let seed = "seed \(scene.data.samples[index].seed)"
    let long = "sample \(index + 1) · \(seed)"
    return long.count <= width ? long : seed
  }
}

extension Property {
  /// The name at the head of a column of five.
  fileprivate var columnHeading: String {
    switch self {
    case .thickness: "thick"
    case .porosity: "poros"
    case .density: "dens."
    case .volumeFraction: "vol."
    }
  }
}
