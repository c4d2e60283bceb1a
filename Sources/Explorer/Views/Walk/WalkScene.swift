import Interphase

/// A walk with the films that have arrived: what drawing, playing and the mouse go by.
struct WalkScene {
  let course: WalkCourse
  /// The film of each step, `nil` until it has arrived.
  let films: [StripFilm?]
  /// Whether the films answer the newest order.
  let isCurrent: Bool
  /// Why no films can be asked for; `nil` where they have been.
  let obstacle: String?
  /// The step on screen.
  let cursor: Int

  /// Reads the state; throws what there is to say where nothing can be walked.
  init(_ state: ExplorerState) throws(WalkCourse.Problem) {
    course = try state.walkCourse()
    let strip = state.evidence.walk
    do {
      let order = state.orders[.walk]
      isCurrent =
        order?.task == (try state.walkTask(of: course)) && order?.generation == strip.generation
      obstacle = state.evidence.failures[.walk]
    } catch {
      isCurrent = false
      obstacle = error.sentence
    }
    films = Self.sorted(strip.films, along: course, isCurrent: isCurrent)
    cursor = Self.cursor(on: course, state)
  }

  /// The film on screen.
  var film: StripFilm? { films[cursor] }

  /// Films that have arrived.
  var arrived: Int { films.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

  /// Films by step. Those of an older order stay until the first of a newer one arrives, where all
  /// of them lie at their steps of the slider still: what moved is elsewhere.
  private static func sorted(
    _ delivered: [StripFilm], along course: WalkCourse, isCurrent: Bool
  ) -> [StripFilm?] {
    var films = [StripFilm?](repeating: nil, count: course.positions.count)
    let slack = (course.positions[course.last] - course.positions[0]) / 1000
    let arrived = Array(zip(course.order, delivered))
    let isInPlace = { (step: Int, film: StripFilm) in
      guard let position = course.control.flatMap(film.position) else { return false }
      return (position - course.positions[step]).magnitude <= slack
    }
    guard isCurrent || arrived.allSatisfy(isInPlace) else { return films }
    for (step, film) in arrived { films[step] = film }
    return films
  }

  private static func cursor(on course: WalkCourse, _ state: ExplorerState) -> Int {
    if let cursor = state.walk.cursor, cursor.course == course.course {
      return min(max(0, cursor.step), course.last)
    }
    guard let control = course.control else { return 0 }
    return course.step(nearest: state.value(of: control))
  }

  /// The nearest step in a direction that has a film; `nil` where none has.
  func step(from step: Int, by direction: Int, where isWanted: (StripFilm) -> Bool = { _ in true })
    -> Int?
  {
    var next = step + direction
    while films.indices.contains(next) {
      if let film = films[next], isWanted(film) { return next }
      next += direction
    }
    return nil
  }
}

extension StripFilm {
  /// Where it lies on a slider.
  func position(on control: Control) -> Double? {
    switch control {
    case .axis(let axis): coordinates.indices.contains(axis) ? coordinates[axis] : nil
    case .barrier(let reaction): Double(barriers[reaction])
    }
  }
}
