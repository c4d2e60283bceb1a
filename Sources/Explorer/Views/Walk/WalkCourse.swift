import Cells
import Interphase

/// A walk that can be gone: its steps from one end to the other.
struct WalkCourse: Equatable {
  /// What it goes along.
  enum Way: Equatable {
    case along(Control)
    case between(Bookmark, Bookmark, LatentPath)
  }

  /// Why there is nothing to walk, and what to do.
  struct Problem: Error, Equatable {
    var sentence: String
  }

  /// As the settings know it.
  let course: WalkSettings.Course
  let way: Way
  /// The slider's value at each step, or the share of the way, rising.
  let positions: [Double]
  /// The step of the mean or middle.
  let middle: Int

  /// Steps of every walk.
  static let count = 41
  /// Thumbnails of the longest strip; each side of the middle has steps enough for its half.
  static let mostThumbnails = 9

  var last: Int { positions.count - 1 }

  /// The slider that is walked, where it is one.
  var control: Control? { if case .along(let control) = way { control } else { nil } }

  /// A slider's whole range. The mean (an axis) or middle (a barrier) is a step of its own; the
  /// others are spread as evenly as that allows.
  init(along control: Control, range: ClosedRange<Double>, through mean: Double) {
    course = .along(control)
    way = .along(control)
    let (low, high) = (range.lowerBound, range.upperBound)
    let share = (mean - low) / (high - low)
    let margin = Self.mostThumbnails / 2
    let wanted = Int((share * Double(Self.count - 1)).rounded())
    middle = min(Self.count - 1 - margin, max(margin, wanted))
    let (below, above) = (middle, Self.count - 1 - middle)
    positions =
      (0..<below).map { low + (mean - low) * Double($0) / Double(below) }
      + (0..<above).map { mean + (high - mean) * Double($0) / Double(above) } + [high]
  }

  /// A path from one bookmark to another.
  init(from start: Bookmark, to end: Bookmark, path: LatentPath) {
    course = .between(start.name, end.name)
    way = .between(start, end, path)
    middle = Self.count / 2
    positions = (0..<Self.count).map { Double($0) / Double(Self.count - 1) }
  }

  /// The steps in the order in which they are decoded: the ends and the middle, then ever finer, so
  /// that strip and curve have their shape before all films have arrived.
  static func order(count: Int, middle: Int) -> [Int] {
    var order = [0, middle, count - 1]
    var isTaken = [Bool](repeating: false, count: count)
    for step in order { isTaken[step] = true }
    for stride in [16, 8, 4, 2, 1] {
      for step in Swift.stride(from: 0, to: count, by: stride) where !isTaken[step] {
        isTaken[step] = true
        order.append(step)
      }
    }
    return order
  }

  var order: [Int] { Self.order(count: positions.count, middle: middle) }

  /// The step nearest to a position.
  func step(nearest position: Double) -> Int {
    positions.indices.min {
      (positions[$0] - position).magnitude < (positions[$1] - position).magnitude
    } ?? middle
  }

  /// Steps of so many thumbnails, an odd number from 3: both ends, the middle, and the same number
  /// on either side.
  func thumbnails(_ count: Int) -> [Int] {
    let half = count / 2
    return (0..<count).map { index in
      index <= half
        ? middle * index / half : middle + (last - middle) * (index - half) / half
    }
  }
}

extension WalkCourse {
  /// What it is, in a few words.
  func title(_ state: ExplorerState) -> String {
    switch way {
    case .along(let control): "Along \(SliderView.label(of: control, state))"
    case .between(let start, let end, _): "From '\(start.name)' to '\(end.name)'"
    }
  }

  /// Where it begins and ends.
  func extent(_ state: ExplorerState) -> String {
    if case .between(_, _, let path) = way { return "\(path.rawValue) path" }
    return "\(text(of: positions[0])) to \(text(of: positions[last]))"
  }

  /// A position with its unit.
  func text(of position: Double) -> String {
    switch way {
    case .between: NumberText.fixed(100 * position, 0) + " %"
    case .along(.axis):
      NumberText.fixed(position, position.magnitude < 99.995 ? 2 : 0, signed: true)
    case .along(.barrier):
      (position < 100 ? NumberText.fixed(position, 3) : NumberText.scientific(position)) + " eV"
    }
  }

  /// The word for a step that has one: the ends of what the model has seen, and what is between.
  func word(for step: Int, _ state: ExplorerState) -> String? {
    guard let control else { return step == 0 ? "start" : step == last ? "end" : nil }
    let known = state.knownRange(of: control)
    if step == middle { return control.isBarrier ? "middle" : "mean" }
    if positions[step] == known.lowerBound { return "min" }
    return positions[step] == known.upperBound ? "max" : nil
  }
}
