/// How a film came to be: snapshots at times that are evenly spaced on a logarithmic axis.
///
/// The first snapshot is the start, the last is the run as it stands or ended; those between are the
/// exact states at the times 10^(k / ``pointsPerDecade``) seconds, from the first such time that an
/// event precedes. The times are the same in every history of as many points, so that histories
/// of several seeds can be set against each other. A history depends on the trajectory alone:
/// whether a run was cut on its way, or saved and gone on with, does not show.
public struct GrowthHistory: Sendable, Equatable {
  /// Snapshots in a tenfold of time.
  public let pointsPerDecade: Int
  /// In the order of time: two or more, but for a run that has not begun.
  public let snapshots: [GrowthSnapshot]

  /// Snapshots in a tenfold of time, unless asked for otherwise.
  public static let defaultPointsPerDecade = 10

  /// The snapshot that shows the film at a time [s]: the last that is not later.
  ///
  /// - Complexity: O(log n).
  public func snapshot(at time: Double) -> GrowthSnapshot? {
    var (low, high) = (0, snapshots.count)
    while low < high {
      let middle = (low + high) / 2
      if snapshots[middle].time <= time { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? snapshots[low - 1] : nil
  }
}
