import Interphase
import KineticMonteCarlo

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a history is to hold.
public struct HistorySettings: Hashable, Sendable {
  /// Snapshots in a tenfold of time.
  public var pointsPerDecade: Int
  /// Whether each snapshot keeps its film: a byte a site.
  public var keepsFilms: Bool

  /// - Precondition: `pointsPerDecade` is 1 to 1,000.
  public init(
    pointsPerDecade: Int = GrowthHistory.defaultPointsPerDecade, keepsFilms: Bool = false
  ) {
    precondition((1...1000).contains(pointsPerDecade), "\(pointsPerDecade) points a decade")
    self.pointsPerDecade = pointsPerDecade
    self.keepsFilms = keepsFilms
  }
}

/// Collects the snapshots of a run at the times of the grid.
struct HistoryRecorder: Sendable {
  let settings: HistorySettings
  /// The start, and the snapshots at times of the grid.
  private(set) var snapshots: [GrowthSnapshot]
  /// Place on the grid of the next snapshot; `nil` before the first event.
  private(set) var next: Int?

  init(_ settings: HistorySettings, start: Simulation) {
    self.settings = settings
    snapshots = [GrowthSnapshot(of: start, at: 0, withFilm: settings.keepsFilms)]
  }

  init(_ settings: HistorySettings, snapshots: [GrowthSnapshot], next: Int?) {
    self.settings = settings
    self.snapshots = snapshots
    self.next = next
  }

  /// When the next snapshot is due [s]; `nil` before the first event.
  var nextTime: Double? { next.map(time(at:)) }

  /// Begins the grid at the first of its times that is not before the first event [s].
  mutating func begin(at time: Double) {
    var place = Int((log10(time) * Double(settings.pointsPerDecade)).rounded(.up))
    // The logarithm may have been rounded past a time of the grid.
    while self.time(at: place) < time { place += 1 }
    while self.time(at: place - 1) >= time { place -= 1 }
    next = place
  }

  /// Takes the snapshot that is due.
  mutating func record(_ simulation: Simulation) {
    guard let place = next else { return }
    snapshots.append(snapshot(of: simulation, at: time(at: place)))
    next = place + 1
  }

  /// The history up to a run as it stands at a time [s].
  func history(endingWith simulation: Simulation, at time: Double) -> GrowthHistory {
    let isRecorded = (snapshots.last?.time ?? -1) >= time
    let end = snapshot(of: simulation, at: time)
    return GrowthHistory(
      pointsPerDecade: settings.pointsPerDecade, snapshots: snapshots + (isRecorded ? [] : [end]))
  }

  /// A run at a time; where nothing happened since the last snapshot, that one again.
  private func snapshot(of simulation: Simulation, at time: Double) -> GrowthSnapshot {
    if let last = snapshots.last, last.events == simulation.events {
      return GrowthSnapshot(last, at: time)
    }
    return GrowthSnapshot(of: simulation, at: time, withFilm: settings.keepsFilms)
  }

  private func time(at place: Int) -> Double {
    pow(10, Double(place) / Double(settings.pointsPerDecade))
  }
}
