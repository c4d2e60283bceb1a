import Cells
import Interphase

/// Where everything is in the view Compare.
struct CompareLayout: Equatable {
  typealias Part = CompareSettings.Part

  /// The picture of differences with what belongs to it.
  struct Difference: Equatable {
    var title: Rect
    var legend: Rect
    var picture: SitePicture
  }

  /// Probability beside frequency.
  struct Maps: Equatable {
    /// The species to choose from, in one line.
    var species: Rect
    var probability: SitePicture
    var frequency: SitePicture
    /// The first column of the scale.
    var bar: Int
  }

  /// Parts that are on screen together, page by page.
  let pages: [[Part]]
  /// The page on screen.
  let page: [Part]
  /// Pages by name, and what is compared.
  let header: Rect
  /// The focused slider.
  let dock: Rect
  var difference: Difference?
  var maps: Maps?
  var profiles: Rect?
  var species: Rect?
  var agreement: Rect?
  var twin: Rect?
  var calibration: Rect?

  /// Columns of the scale beside the maps.
  static let barWidth = 9
  /// Columns that figures need.
  static let figuresWidth = 26
  /// Lines of the agreement and of the twin ratio.
  static let figuresHeight = 8

  /// Sites of the lattice.
  let sites: Size
  /// The highest row that holds something solid in either film.
  let filmTop: Int
  /// Whether cells show one site of the difference, and of the maps.
  let isTall: Bool
  let hasTallMaps: Bool

  init(_ state: ExplorerState, in frame: Rect) {
    let isEverything = frame.width >= 196 && frame.height >= 44
    let isMedium = frame.width >= 100 && frame.height >= 38
    let isTiny = frame.width < 80 || frame.height < 22
    pages =
      isEverything
      ? [[.difference, .figures, .profiles, .probability]]
      : isMedium
        ? [[.difference, .figures, .profiles], [.probability]]
        : isTiny
          ? Part.allCases.map { [$0] } : [[.difference, .figures], [.profiles], [.probability]]
    let chosen = state.session.compare.part
    page = pages.first { $0.contains(chosen) } ?? pages[0]
    header = Rect(x: frame.x + 1, y: frame.y, width: frame.width - 2, height: 1)
    dock = Rect(x: frame.x, y: frame.maxY - 1, width: frame.width, height: 1)
    sites = state.latticeSize
    filmTop = state.highestFilmRow
    let look = Look(state)
    isTall = look.drawsDifferencesAsLetters(state.session.compare)
    hasTallMaps = look.usesGlyphs
    let body = Rect(
      x: frame.x + 1, y: frame.y + 1, width: frame.width - 2, height: frame.height - 2)
    if isEverything {
      placeEverything(in: body)
    } else if isMedium {
      page.contains(.probability) ? placeMaps(in: body) : placeFilms(in: body)
    } else if isTiny {
      placeOnePart(in: body)
    } else {
      placeCompact(in: body)
    }
  }
}

extension ExplorerState {
  /// The highest row that holds something solid in either film.
  fileprivate var highestFilmRow: Int {
    [run.snapshot?.lattice, decoded?.result.lattice].compactMap { $0?.filmHeights.max() }.max() ?? 0
  }
}
