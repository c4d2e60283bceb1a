import Cells

/// Where the parts of the view Map are.
struct MapLayout: Equatable {
  /// What is shown, in one line.
  var header: Rect?
  /// The plot with its axes and scale.
  var chart: Rect
  /// The nearest films, one a line, headings included.
  var list: Rect?
  /// The session's decoded film, and where there is room the nearest film of the test split.
  var films: [PictureFrame] = []
  /// Beside the one film or below the two: their properties.
  var figures: Rect?
  /// How large the films are.
  var scale = LatticeScale.sampled(3)
  /// The line of the focused slider.
  var dock: Rect?

  /// Divides the frame; `lattice` is the films' size [sites].
  init(in frame: Rect, lattice: Size) {
    guard frame.height >= 18 else {
      chart = Rect(x: frame.x + 1, y: frame.y, width: frame.width - 2, height: frame.height)
      return
    }
    let isRoomy = frame.height >= 30
    let gap = isRoomy ? 1 : 0
    header = Rect(x: frame.x + 1, y: frame.y + gap, width: frame.width - 2, height: 1)
    dock = Rect(x: frame.x, y: frame.maxY - 1, width: frame.width, height: 1)
    let top = frame.y + 1 + 2 * gap
    let body = Rect(
      x: frame.x + 1, y: top, width: frame.width - 2, height: frame.maxY - 1 - gap - top)
    chart = body
    if frame.width >= 76 { placePanel(in: body, lattice) } else { placeList(in: body) }
  }

  /// Without room for a panel: a few films below the plot.
  private mutating func placeList(in body: Rect) {
    let rows = min(6, body.height / 4)
    guard rows >= 3, body.width >= Self.leastPanel else { return }
    chart.height -= rows + 1
    list = Rect(x: body.x, y: chart.maxY + 1, width: body.width, height: rows)
  }

  /// The narrowest list of films.
  static let leastPanel = 31

  private mutating func placePanel(in body: Rect, _ lattice: Size) {
    let width: Int
    switch body.width {
    case 250...: (width, scale) = (2 * lattice.width + 4, .enlarged(1))
    case 150...: (width, scale) = (54, .sampled(2))
    case 104...: (width, scale) = (40, .sampled(2))
    default: (width, scale) = (Self.leastPanel, .sampled(3))
    }
    let gap = body.width >= 104 ? 4 : 2
    chart.width -= width + gap
    let panel = Rect(x: chart.maxX + gap, y: body.y, width: width, height: body.height)
    let cells = scale.cells(width: lattice.width, height: lattice.height)
    placeFilms(in: panel, cells)
    let end = films.first.map { $0.title.y - 1 } ?? panel.maxY
    list = Rect(x: panel.x, y: panel.y, width: panel.width, height: min(end - panel.y, 30))
  }

  /// Films at the panel's lower end, one with its figures beside it, or two with theirs below.
  private mutating func placeFilms(in panel: Rect, _ cells: Size) {
    let figureRows = 5
    let isPair = 2 * cells.width + 4 <= panel.width
    let rows = 1 + cells.height + (isPair ? figureRows + 1 : 0)
    guard panel.height >= rows + 7, cells.width + 2 <= panel.width else { return }
    let y = panel.maxY - rows
    for number in 0..<(isPair ? 2 : 1) {
      let x = panel.x + number * (cells.width + 4)
      films.append(
        PictureFrame(
          title: Rect(x: x, y: y, width: isPair ? cells.width : panel.width, height: 1),
          picture: Rect(x: x, y: y + 1, width: cells.width, height: cells.height)))
    }
    let below = y + 2 + cells.height
    let beside = panel.x + cells.width + 2
    figures =
      isPair
      ? Rect(x: panel.x, y: below, width: panel.width, height: figureRows)
      : Rect(x: beside, y: y + 1, width: panel.maxX - beside, height: cells.height)
  }

  /// Films that the list has room for, below its two lines of headings and above the seed.
  var listed: Int { max(0, (list?.height ?? 0) - (listHasDetail ? 3 : 2)) }

  /// Whether the list ends with a line about the chosen film.
  var listHasDetail: Bool { (list?.height ?? 0) >= 6 }
}
