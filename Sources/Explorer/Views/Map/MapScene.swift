import Cells
import Charts
import Interphase
import Theming

/// The map as it stands: the test split on its plane, and where everything is.
struct MapScene {
  let data: MapData
  let plane: MapState.Plane
  let property: Property
  let layout: MapLayout
  let chart: ScatterMap
  let places: ScatterMap.Places?
  let sheet: ContactSheet?
  /// The films nearest to where a person points, as many as the list has room for, at least one.
  let neighbours: [MapNeighbours.Neighbour]

  /// `nil` where there is nothing to show: no model, no two axes, no test split yet.
  init?(_ state: ExplorerState, in frame: Rect) {
    guard let data = state.evidence.map, let plane = state.mapPlane else { return nil }
    self.data = data
    self.plane = plane
    property = state.session.map.property
    layout = MapLayout(in: frame, lattice: state.latticeSize)
    chart = Self.chart(data, plane, state, width: layout.chart.width)
    places = chart.places(in: layout.chart, look: Look(state).charts)
    sheet =
      state.session.map.showsContactSheet
      ? places.flatMap { ContactSheet(over: $0, lattice: state.latticeSize) } : nil
    let listed = max(1, layout.listed)
    neighbours =
      state.aimedCoordinates.map { MapNeighbours.nearest(listed, to: $0, in: data) } ?? []
  }

  private static func chart(
    _ data: MapData, _ plane: MapState.Plane, _ state: ExplorerState, width: Int
  ) -> ScatterMap {
    let property = state.session.map.property
    let samples = data.samples.compactMap { sample -> ScatterMap.Sample? in
      guard sample.coordinates.indices.contains(max(plane.horizontal, plane.vertical)),
        sample.properties.indices.contains(property.rawValue)
      else { return nil }
      return ScatterMap.Sample(
        x: sample.coordinates[plane.horizontal], y: sample.coordinates[plane.vertical],
        value: sample.properties[property.rawValue])
    }
    return ScatterMap(
      x: Axis(title(of: plane.horizontal, state, width: width - 18), covering: samples.map(\.x)),
      y: Axis(
        title(of: plane.vertical, state, width: width - property.heading.count - 4),
        covering: samples.map(\.y)),
      values: Axis(property.heading, covering: samples.map(\.value)), samples: samples,
      colors: colors(state))
  }

  /// The scale's colours, as far as they stand out from the theme's background.
  private static func colors(_ state: ExplorerState) -> ColorMap {
    let isDark = state.theme.isDark
    let usual = isDark ? RGB(0, 0, 0) : RGB(255, 255, 255)
    return ColorMap.viridis.readable(on: state.theme.background ?? usual)
  }

  /// What an axis is, as long as there is room for.
  private static func title(of index: Int, _ state: ExplorerState, width: Int) -> String {
    let name = "PC\(index + 1)"
    guard let axis = state.model.summary?.axis(index) else { return name }
    let share = NumberText.fixed(100 * axis.explainedVariance, 0) + " %"
    let rho = NumberText.fixed(axis.correlation, 2)
    let goes = axis.correlation < 0 ? "falls" : "rises"
    let forms = [
      "\(name) · \(share) of variance · \(goes) with \(axis.property.name) (ρ \(rho))",
      "\(name) · \(share) · \(axis.property.shortName) (ρ \(rho))",
      "\(name) · \(share)",
    ]
    // The arrow before a title, and a margin.
    return forms.first { $0.unicodeScalars.count + 4 <= width } ?? name
  }

  /// The film that is shown beside the session's: the chosen one, else the nearest.
  func companion(_ state: ExplorerState) -> Int? {
    if let chosen = state.map.selection, data.samples.indices.contains(chosen) { return chosen }
    return neighbours.first?.index
  }

  /// The cell of a place on all axes.
  func cell(of coordinates: [Double]) -> Point? {
    guard coordinates.indices.contains(max(plane.horizontal, plane.vertical)) else { return nil }
    return places?.cell(x: coordinates[plane.horizontal], y: coordinates[plane.vertical])
  }

  /// The point of the plane in the middle of a cell; with a contact sheet, of the film there.
  func point(at cell: Point) -> MapState.PlanePoint? {
    guard let places else { return nil }
    let (x, y) = sheet.map { $0.center(of: $0.index(near: cell)) } ?? places.center(of: cell)
    return MapState.PlanePoint(plane: plane, x: x, y: y)
  }
}
