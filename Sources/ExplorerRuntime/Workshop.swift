import Explorer

/// The threads behind the explorer: one simulates, one decodes.
struct Workshop {
  private let simulator: Worker<SimulationRequest>
  private let decoder: Worker<DecodeRequest>?
  /// Where results arrive.
  let outbox: Outbox

  /// Starts the threads; the model is loaded on its own.
  ///
  /// - Parameter wake: Called after each result, from any thread.
  init(model: ModelSource?, wake: @escaping @Sendable () -> Void) {
    let outbox = Outbox(wake: wake)
    self.outbox = outbox
    simulator = Worker {
      { request, isWanted in
        var runner = SimulationRunner(request)
        runner.run(isWanted: isWanted) { outbox.put($0) }
      }
    }
    decoder = model.map { model in Worker { Self.decoding(with: model, outbox) } }
  }

  /// Hands work to the threads; effects for the terminal are not for it.
  func perform(_ effect: Effect) {
    switch effect {
    case .simulate(let request): simulator.submit(request)
    case .decode(let request): decoder?.submit(request)
    default: break
    }
  }

  private static func decoding(
    with model: ModelSource, _ outbox: Outbox
  ) -> Worker<DecodeRequest>.Work {
    do {
      var decoder = try model.open()
      return { request, isWanted in
        decoder.answer(request, isWanted: isWanted) { outbox.put($0) }
      }
    } catch {
      outbox.put(failure: "\(error)")
      return { _, _ in }
    }
  }
}
