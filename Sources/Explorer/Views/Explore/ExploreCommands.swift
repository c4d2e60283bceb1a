extension Command {
  /// What only the view Explore has.
  static let explore: [Command] = [
    Command("play", "play the growth, or pause", .view, ["Space"]) { $0.togglePlayback() },
    Command("frame-back", "the growth's film before", .view, [","]) { $0.stepPlayback(by: -1) },
    Command("frame-forward", "the growth's next film", .view, ["."]) { $0.stepPlayback(by: 1) },
    Command("slower", "play slower", .view, ["<"]) { $0.changePlaybackSpeed(by: -1) },
    Command("faster", "play faster", .view, [">"]) { $0.changePlaybackSpeed(by: 1) },
    Command("newest", "back to the newest film", .view, ["0", "Esc"]) { $0.showNewest() },
    Command("inspect", "look at single sites", .view, ["i"]) { $0.toggleInspection() },
    Command("zoom", "one film alone and larger, then the other", .view, ["z"]) {
      $0.cycleZoom()
    },
  ]
}

extension ExplorerState {
  /// Both films as they are now: no growth played, none alone.
  mutating func showNewest() {
    explore.playback = nil
    explore.zoom = nil
  }

  mutating func cycleZoom() {
    switch explore.zoom {
    case nil: explore.zoom = .simulated
    case .simulated: explore.zoom = model.summary == nil ? nil : .decoded
    case .decoded: explore.zoom = nil
    }
  }
}
