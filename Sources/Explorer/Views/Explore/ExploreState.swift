import Interphase

/// What passes in the view Explore: neither undone nor saved.
struct ExploreState: Equatable, Sendable {
  /// The growth being played or scrubbed; `nil` shows the newest film.
  var playback: Playback?
  /// The site that is looked at.
  var inspected: Site?
  /// Which film is shown alone and larger.
  var zoom: Side?
  /// Whether the mouse holds the timeline's knob.
  var holdsTimeline = false
  /// First visible slider of each column.
  var scroll = [0, 0, 0]

  /// One of the two films.
  enum Side: Equatable, Sendable {
    case simulated, decoded
  }

  /// A site of both lattices.
  struct Site: Equatable, Sendable {
    /// Column, from 0.
    var x: Int
    /// Row, 0 at the electrode.
    var y: Int
  }
}

extension ExplorerState {
  /// The simulated film on screen: a moment of its growth while that is played, else the newest.
  var shownFilm: Lattice? { explore.playback?.frame.lattice ?? run.snapshot?.lattice }

  /// What was measured on the simulated film on screen.
  var shownObservables: Observables? { explore.playback?.observables ?? run.observables }

  /// Share of its organic sites that hang on nothing.
  var shownFloatingShare: Double { explore.playback?.floatingShare ?? run.floatingShare }
}
