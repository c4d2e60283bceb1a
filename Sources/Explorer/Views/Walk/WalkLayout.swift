import Cells

/// Where everything of the view Walk is: what the mouse hits is what was drawn.
struct WalkLayout {
  /// One film of the strip with the line below it.
  struct Thumbnail: Equatable {
    var step: Int
    var picture: Rect
    var label: Rect

    /// What a press on it reaches.
    var hit: Rect {
      Rect(x: picture.x, y: picture.y, width: picture.width, height: picture.height + 1)
    }
  }

  /// What is walked, how far it is decoded, what breaks the physics.
  var title = Rect(x: 0, y: 0, width: 0, height: 0)
  /// Where the step on screen lies and what is wrong with its film.
  var caption = Rect(x: 0, y: 0, width: 0, height: 0)
  /// The film of the step on screen.
  var film = Rect(x: 0, y: 0, width: 0, height: 0)
  var filmScale = LatticeScale.sampled(1)
  var thumbnails: [Thumbnail] = []
  var stripScale = LatticeScale.sampled(1)
  var curve: Rect?
  var figures: Rect?
  /// The focused slider.
  var dock = Rect(x: 0, y: 0, width: 0, height: 0)

  /// The sides of films on screen: models decode films of one size only.
  private static let side = 50

  static func cells(_ scale: LatticeScale) -> Size { scale.cells(width: side, height: side) }

  /// The dock alone, for what has to be known while nothing can be walked.
  static func dock(in frame: Rect) -> Rect {
    Rect(x: 0, y: frame.maxY - 1, width: frame.width, height: 1)
  }

  /// The line at the top.
  static func title(in frame: Rect) -> Rect {
    Rect(x: 1, y: frame.y, width: frame.width - 2, height: 1)
  }

  /// Arranges a walk: the strip across with the film of the cursor below, or where there is no
  /// height for that the film on the left.
  init(_ course: WalkCourse, in frame: Rect) {
    title = Self.title(in: frame)
    dock = Self.dock(in: frame)
    if !stack(course, in: frame) { putBeside(course, in: frame) }
  }

  // MARK: Strip across, film below

  /// Scales of the film and of the strip, the largest first.
  private static let stacked: [(LatticeScale, LatticeScale)] = [
    (.enlarged(2), .enlarged(1)), (.enlarged(2), .sampled(2)), (.enlarged(2), .sampled(3)),
    (.enlarged(1), .enlarged(1)), (.enlarged(1), .sampled(2)), (.enlarged(1), .sampled(3)),
    (.enlarged(1), .sampled(4)),
  ]

  private mutating func stack(_ course: WalkCourse, in frame: Rect) -> Bool {
    for (large, small) in Self.stacked {
      let (film, thumbnail) = (Self.cells(large), Self.cells(small))
      // Title, gap, strip, labels, gap, caption, film, slider.
      let rows = 2 + thumbnail.height + 1 + 2 + film.height + 1
      let across = Rect(x: 1, y: frame.y + 2, width: frame.width - 2, height: thumbnail.height)
      guard rows <= frame.height, frame.width - film.width - 5 >= 36,
        placeStrip(course, small, in: across, gap: 3, most: WalkCourse.mostThumbnails)
      else { continue }
      caption = Rect(
        x: 1, y: across.maxY + 2, width: frame.width - 2, height: 1)
      filmScale = large
      self.film = Rect(x: 1, y: caption.maxY, width: film.width, height: film.height)
      arrangeSide(
        Rect(
          x: self.film.maxX + 3, y: self.film.y, width: frame.width - self.film.maxX - 4,
          height: dock.y - self.film.y))
      return true
    }
    return false
  }

  // MARK: Film on the left, strip beside

  private mutating func putBeside(_ course: WalkCourse, in frame: Rect) {
    caption = Rect(x: 1, y: frame.y + 1, width: frame.width - 2, height: 1)
    let room = frame.height - 3
    let scales: [LatticeScale] = [.enlarged(2), .enlarged(1)] + (2...8).map { .sampled($0) }
    filmScale =
      scales.first {
        let size = Self.cells($0)
        return size.height <= room && frame.width - size.width - 4 >= 20
      } ?? .sampled(9)
    let size = Self.cells(filmScale)
    film = Rect(x: 1, y: caption.maxY, width: size.width, height: size.height)
    let below = Rect(
      x: 1, y: film.maxY + 1, width: film.width, height: dock.y - film.maxY - 1)
    let side = Rect(
      x: film.maxX + 2, y: film.y, width: frame.width - film.maxX - 3, height: dock.y - film.y)
    let strip = placeSmallStrip(course, in: side)
    let rest = Rect(
      x: side.x, y: side.y + strip, width: side.width, height: side.height - strip)
    if below.height >= 5, below.width >= FiguresForm.leastWidth {
      figures = below
      curve = rest
    } else {
      arrangeSide(rest)
    }
  }

  /// The largest strip of three that leaves room for a curve; returns the rows it takes.
  private mutating func placeSmallStrip(_ course: WalkCourse, in side: Rect) -> Int {
    for factor in 2...6 {
      let height = Self.cells(.sampled(factor)).height
      let across = Rect(x: side.x, y: side.y, width: side.width, height: height)
      if side.height - height - 1 >= 9,
        placeStrip(course, .sampled(factor), in: across, gap: 1, most: 5)
      {
        return height + 1
      }
    }
    return 0
  }

  /// A curve, and below it as many figures as leave it room.
  private mutating func arrangeSide(_ side: Rect) {
    let rows = WalkQuantity.allCases.count + 2
    guard side.height >= 10 + rows else {
      curve = side
      return
    }
    curve = Rect(x: side.x, y: side.y, width: side.width, height: side.height - rows)
    figures = Rect(x: side.x, y: side.maxY - rows + 1, width: min(64, side.width), height: rows - 1)
  }

  /// Spreads as many thumbnails as fit, at least three; says whether they do.
  private mutating func placeStrip(
    _ course: WalkCourse, _ scale: LatticeScale, in across: Rect, gap: Int, most: Int
  ) -> Bool {
    let size = Self.cells(scale)
    let fitting = min(most, (across.width + gap) / (size.width + gap))
    let count = fitting.isMultiple(of: 2) ? fitting - 1 : fitting
    guard count >= 3 else { return false }
    stripScale = scale
    thumbnails = course.thumbnails(count).enumerated().map { index, step in
      let x = across.x + (across.width - size.width) * index / (count - 1)
      let picture = Rect(x: x, y: across.y, width: size.width, height: size.height)
      let label = Rect(x: x, y: picture.maxY, width: size.width, height: 1)
      return Thumbnail(step: step, picture: picture, label: label)
    }
    return true
  }
}

/// What the table of figures takes.
enum FiguresForm {
  /// A mark, the name, and two columns of numbers.
  static let leastWidth = 25
}

extension WalkLayout {
  /// The step that a column of the strip stands for, between the thumbnails' middles.
  func step(atStripColumn x: Int) -> Int? {
    guard let first = thumbnails.first, let last = thumbnails.last else { return nil }
    func middle(_ thumbnail: Thumbnail) -> Int { thumbnail.picture.x + thumbnail.picture.width / 2 }
    if x <= middle(first) { return first.step }
    for (left, right) in zip(thumbnails, thumbnails.dropFirst()) where x <= middle(right) {
      let share = Double(x - middle(left)) / Double(middle(right) - middle(left))
      return left.step + Int((share * Double(right.step - left.step)).rounded())
    }
    return last.step
  }

  /// The thumbnail nearest to a step.
  func thumbnail(nearest step: Int) -> Thumbnail? {
    thumbnails.min { ($0.step - step).magnitude < ($1.step - step).magnitude }
  }
}
