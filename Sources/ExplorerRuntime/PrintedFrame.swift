public import Explorer

/// One frame without a terminal: everything computed, then drawn once.
public enum PrintedFrame {
  /// Plays the start of a session and waits for the film and the model's answer.
  ///
  /// - Returns: The state as it would be on screen once nothing changes any more.
  public static func settled(_ state: ExplorerState, model: ModelSource?) -> ExplorerState {
    var state = state
    var waiting = state.update(.start)
    var decoder: (any FilmDecoder)?
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      var events: [ExplorerEvent] = []
      switch effect {
      case .simulate(let request):
        var runner = SimulationRunner(request)
        runner.run(isWanted: { true }) { events = [.simulated($0)] }
      case .decode(let request):
        guard let model else { continue }
        do {
          var opened = try decoder ?? model.open()
          opened.answer(request, isWanted: { true }) { events = [.decoded($0)] }
          decoder = opened
        } catch {
          events = [.modelFailed("\(error)")]
        }
      default: continue
      }
      for event in events { waiting += state.update(event) }
    }
    return state
  }
}
