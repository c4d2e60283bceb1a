import Cells
import Interphase

extension CompareLayout {
  /// Something that can be chosen by a click.
  struct Choice<Value: Equatable>: Equatable {
    var value: Value
    var text: String
    var frame: Rect
  }

  /// The pages' names; none where all parts are on screen.
  var tabs: [Choice<Part>] {
    guard pages.count > 1 else { return [] }
    let names = pages.map { ($0[0], $0[0].title) }
    let width = names.reduce(0) { $0 + $1.1.count + 2 } - 2
    return Self.line(
      width <= header.width ? names : pages.map { ($0[0], $0[0].shortTitle) }, in: header)
  }

  /// The species that can be chosen.
  var speciesChoices: [Choice<Species>] {
    guard let maps else { return [] }
    let names = CompareView.species.map { ($0, $0.name) }
    let width = names.reduce(0) { $0 + $1.1.count + 2 } - 2
    // Letters where there is no room for names.
    return Self.line(
      width <= maps.species.width ? names : names.map { ($0.0, String($0.1.prefix(3))) },
      in: maps.species)
  }

  private static func line<Value>(
    _ items: [(Value, String)], in frame: Rect
  ) -> [Choice<Value>] {
    var x = frame.x
    return items.map { value, text in
      defer { x += text.count + 2 }
      return Choice(
        value: value, text: text, frame: Rect(x: x, y: frame.y, width: text.count, height: 1))
    }
  }

  /// The pictures of sites on screen.
  var pictures: [SitePicture] {
    [difference?.picture, maps?.probability, maps?.frequency].compactMap { $0 }
  }
}
