import Cells
import Interphase

extension CompareLayout {
  /// All parts: pictures and figures above, profiles below; doubled where there is room.
  mutating func placeEverything(in body: Rect) {
    let isDoubled = body.width >= 243 && body.height >= 68
    let factor = isDoubled ? 2 : 1
    let room = Size(width: factor * 50, height: factor * 25)
    placeDifference(x: body.x, y: body.y, room: room, largest: factor)
    let picture = difference?.picture.frame ?? Rect(x: body.x, y: body.y, width: 0, height: 0)
    let right = Rect(
      x: picture.maxX + 3, y: body.y, width: 2 * 50 + 2 + Self.barWidth, height: 27)
    placeMapPictures(in: right)
    let figures = Rect(
      x: right.maxX + 2, y: body.y, width: body.maxX - right.maxX - 2, height: right.height)
    placeFigures(in: figures)
    let y = picture.maxY + 1
    if isDoubled {
      species = Rect(x: right.x, y: right.maxY + 2, width: right.width, height: 6)
      profiles = Rect(x: body.x, y: y, width: body.width, height: body.maxY - y)
    } else {
      let width = body.width * 5 / 8
      profiles = Rect(x: body.x, y: y, width: width, height: body.maxY - y)
      species = Rect(
        x: body.x + width + 4, y: y, width: body.width - width - 4, height: 6)
    }
  }

  /// Difference and profiles above, figures in three columns below.
  mutating func placeFilms(in body: Rect) {
    let room = Size(width: 50, height: min(25, body.height - 3 - Self.figuresHeight))
    placeDifference(x: body.x, y: body.y, room: room, largest: 1)
    let picture = difference?.picture.frame ?? body
    profiles = Rect(
      x: picture.maxX + 3, y: body.y, width: body.maxX - picture.maxX - 3,
      height: picture.maxY - body.y)
    let y = picture.maxY + 1
    let width = (body.width - 40) / 2
    agreement = Rect(x: body.x, y: y, width: width, height: Self.figuresHeight)
    twin = Rect(x: body.x + width + 3, y: y, width: width, height: Self.figuresHeight)
    species = Rect(
      x: body.x + 2 * width + 6, y: y, width: body.width - 2 * width - 6, height: 6)
  }

  /// Two maps above, what they say in numbers below.
  mutating func placeMaps(in body: Rect) {
    // Two lines above a picture that is sampled two to one, one below it.
    let below = min(Self.figuresHeight, max(0, body.height - 16))
    placeMapPictures(
      in: Rect(x: body.x, y: body.y, width: body.width, height: body.height - below - 1))
    let y = (maps?.frequency.frame.maxY ?? body.y) + 1
    let rest = body.maxY - y
    guard rest >= 3 else { return }
    let isWide = body.width >= 2 * Self.figuresWidth + 3
    let width = isWide ? (body.width - 3) / 2 : body.width
    calibration = Rect(x: body.x, y: y, width: width, height: rest)
    guard isWide else { return }
    twin = Rect(x: body.x + width + 3, y: y, width: width, height: rest)
  }

  /// 80×24 and somewhat more: a picture with its figures, or one of the other parts.
  mutating func placeCompact(in body: Rect) {
    switch page[0] {
    case .difference, .figures:
      let room = Size(
        width: body.width - Self.figuresWidth - 2, height: body.height)
      let picture = SitePicture(
        of: sites, x: body.x, y: body.y, room: room, filmTop: filmTop, largest: 1, isTall: isTall)
      let side = Rect(
        x: picture.frame.maxX + 2, y: body.y, width: body.maxX - picture.frame.maxX - 2,
        height: body.height)
      difference = Difference(
        title: Rect(x: side.x, y: side.y, width: 0, height: 0),
        legend: Rect(x: side.x, y: side.y, width: side.width, height: 4), picture: picture)
      placeFigures(
        in: Rect(x: side.x, y: side.y + 5, width: side.width, height: side.height - 5))
    case .profiles: placeProfiles(in: body)
    case .probability: placeMaps(in: body)
    }
  }

  /// Below 80×24: one part at a time.
  mutating func placeOnePart(in body: Rect) {
    switch page[0] {
    case .difference:
      let hasSide = body.width >= 36
      let room = Size(
        width: body.width - (hasSide ? 22 : 0), height: body.height - (hasSide ? 0 : 4))
      let picture = SitePicture(
        of: sites, x: body.x, y: body.y, room: room, filmTop: filmTop, largest: 1, isTall: isTall)
      let frame = picture.frame
      let legend =
        hasSide
        ? Rect(x: frame.maxX + 2, y: body.y, width: body.maxX - frame.maxX - 2, height: 4)
        : Rect(x: body.x, y: frame.maxY, width: body.width, height: 4)
      difference = Difference(
        title: Rect(x: legend.x, y: legend.y, width: 0, height: 0), legend: legend,
        picture: picture)
    case .figures: placeFigures(in: body)
    case .profiles: placeProfiles(in: body)
    case .probability: placeMaps(in: body)
    }
  }

  mutating func placeProfiles(in body: Rect) {
    guard body.height >= 13 else {
      profiles = body
      return
    }
    profiles = Rect(x: body.x, y: body.y, width: body.width, height: body.height - 7)
    species = Rect(x: body.x, y: body.maxY - 6, width: body.width, height: 6)
  }

  /// Agreement, twin ratio and calibration below each other, or beside each other where they are low.
  mutating func placeFigures(in frame: Rect) {
    let isLow = frame.height < 2 * Self.figuresHeight - 2
    if isLow, frame.width >= 2 * Self.figuresWidth + 2 {
      let width = (frame.width - 2) / 2
      agreement = Rect(x: frame.x, y: frame.y, width: width, height: frame.height)
      twin = Rect(x: frame.x + width + 2, y: frame.y, width: width, height: frame.height)
      return
    }
    agreement = Rect(
      x: frame.x, y: frame.y, width: frame.width, height: min(Self.figuresHeight, frame.height))
    var y = frame.y + Self.figuresHeight + 1
    guard frame.maxY - y >= 3 else { return }
    twin = Rect(
      x: frame.x, y: y, width: frame.width, height: min(Self.figuresHeight, frame.maxY - y))
    y += Self.figuresHeight + 1
    guard page.contains(.probability), frame.maxY - y >= 4 else { return }
    calibration = Rect(x: frame.x, y: y, width: frame.width, height: frame.maxY - y)
  }

  mutating func placeDifference(x: Int, y: Int, room: Size, largest: Int) {
    let picture = SitePicture(
      of: sites, x: x, y: y + 2, room: room, filmTop: filmTop, largest: largest, isTall: isTall)
    difference = Difference(
      title: Rect(x: x, y: y, width: picture.frame.width, height: 1),
      legend: Rect(x: x, y: y + 1, width: picture.frame.width, height: 1), picture: picture)
  }

  /// A line of species, a line of titles, two pictures, the scale.
  mutating func placeMapPictures(in frame: Rect) {
    let gap = 2
    let room = Size(width: (frame.width - gap - Self.barWidth) / 2, height: frame.height - 2)
    func picture(x: Int) -> SitePicture {
      SitePicture(
        of: sites, x: x, y: frame.y + 2, room: room, filmTop: filmTop, largest: 1,
        isTall: hasTallMaps)
    }
    let first = picture(x: frame.x)
    let second = picture(x: first.frame.maxX + gap)
    maps = Maps(
      species: Rect(x: frame.x, y: frame.y, width: frame.width, height: 1), probability: first,
      frequency: second, bar: second.frame.maxX)
  }
}
