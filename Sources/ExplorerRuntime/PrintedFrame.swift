import Dispatch
public import Explorer

/// One frame without a terminal: everything computed, then drawn once.
public enum PrintedFrame {
  /// Plays the start of a session and waits for the film, the model's answer and what the view needs
  /// beside them.
  ///
  /// - Returns: The state as it would be on screen once nothing changes any more.
  public static func settled(_ state: ExplorerState, model: ModelSource?) -> ExplorerState {
    var state = state
    var waiting = state.update(.start)
    var bench = Bench(model)
    while !waiting.isEmpty {
      for event in bench.events(of: waiting.removeFirst()) { waiting += state.update(event) }
    }
    return state
  }

  /// Does what the threads of a live session do, one thing after the other.
  private struct Bench {
    private let model: ModelSource?
    private var decoder: (any FilmDecoder)?

    init(_ model: ModelSource?) { self.model = model }

    /// What comes out of an effect in the end, without the parts on the way.
    mutating func events(of effect: Effect) -> [ExplorerEvent] {
      switch effect {
      case .simulate(let request): return Self.grown(request)
      case .decode(let request): return withDecoder { Self.decoded(request, $0) }
      case .work(let order):
        if let replicas = ReplicaWork(order) { return Self.grown(replicas) }
        return withDecoder { [.delivered(Self.delivery(order, $0))] }
      default: return []
      }
    }

    private mutating func withDecoder(
      _ events: (any FilmDecoder) -> [ExplorerEvent]
    ) -> [ExplorerEvent] {
      guard let model else { return [] }
      do {
        let opened: any FilmDecoder
        if let decoder {
          opened = decoder
        } else {
          opened = try model.open()
          opened.learnSeenFilms()
          decoder = opened
        }
        return events(opened)
      } catch {
        return [.modelFailed("\(error)")]
      }
    }

    private static func grown(_ request: SimulationRequest) -> [ExplorerEvent] {
      var events: [ExplorerEvent] = []
      var runner = SimulationRunner(request)
      runner.run(isWanted: { true }) { events = [.simulated($0)] }
      return events
    }

    private static func grown(_ replicas: ReplicaWork) -> [ExplorerEvent] {
      let outbox = Outbox {}
      DispatchQueue.concurrentPerform(iterations: ReplicaWork.threads) { _ in
        replicas.run(isWanted: { true }) { outbox.put($0) }
      }
      return outbox.drain()
    }

    private static func decoded(
      _ request: DecodeRequest, _ decoder: any FilmDecoder
    ) -> [ExplorerEvent] {
      var events: [ExplorerEvent] = []
      decoder.answer(request, isWanted: { true }) { events = [.decoded($0)] }
      return events
    }

    private static func delivery(
      _ order: WorkOrder, _ decoder: any FilmDecoder
    ) -> WorkDelivery {
      guard var strip = StripWork(order) else {
        return WorkDelivery(surveyFor: order, decoder)
      }
      while true {
        if let delivery = strip.advance(with: decoder), strip.isOver { return delivery }
      }
    }
  }
}
