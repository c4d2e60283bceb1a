import Cells
import Charts
import Interphase

extension MapView {
  static func status(_ state: ExplorerState) -> String? {
    guard let scene = state.mapScene else { return "" }
    let isRoomy = state.size.width >= 100
    if let index = state.map.selection, scene.data.samples.indices.contains(index) {
      let found = scene.neighbours.first { $0.index == index }
      let distance = found.map { " · \(NumberText.significant($0.distance)) std. dev. away" } ?? ""
      return isRoomy
        ? "test sample \(index + 1)\(distance) · Enter goes to its encoding, barriers and seed"
        : "test sample \(index + 1)\(distance) · Enter"
    }
    if let cursor = state.mapCursor { return text(of: cursor, scene, state) }
    guard let place = state.coordinates else { return "the model has not answered yet" }
    let point = text(x: place[scene.plane.horizontal], y: place[scene.plane.vertical], scene)
    return isRoomy
      ? "this point: \(point) · click or arrows and Enter move it · s picks a sample"
      : "\(point) · arrows, Enter, s"
  }

  /// What is under the cursor: coordinates, films, their mean.
  private static func text(
    of cursor: MapState.PlanePoint, _ scene: MapScene, _ state: ExplorerState
  ) -> String {
    let isRoomy = state.size.width >= 100
    let point = text(x: cursor.x, y: cursor.y, scene)
    guard let places = scene.places, let cell = places.cell(x: cursor.x, y: cursor.y) else {
      return point
    }
    let found = scene.chart.samples(in: cell, of: places)
    let count = found.isEmpty ? "no" : String(found.count)
    let sum = found.reduce(0) { $0 + scene.chart.samples[$1].value }
    let mean = NumberText.fixed(sum / Double(max(1, found.count)), scene.property.decimals)
    guard state.size.width >= 60 else {
      return "\(point) · \(count) here" + (found.isEmpty ? "" : ", \(mean)")
    }
    var text = "\(point) · \(count) \(found.count == 1 ? "sample" : "samples") here"
    if !found.isEmpty {
      let unit = scene.property.unit.isEmpty ? "" : " " + scene.property.unit
      text += ", \(isRoomy ? scene.property.name + " on average" : "mean") \(mean)\(unit)"
    }
    return isRoomy ? text + " · Enter goes there" : text
  }

  private static func text(x: Double, y: Double, _ scene: MapScene) -> String {
    "PC\(scene.plane.horizontal + 1) \(NumberText.fixed(x, 2, signed: true))"
      + " PC\(scene.plane.vertical + 1) \(NumberText.fixed(y, 2, signed: true))"
  }
}
