import Explorer

/// The threads behind the explorer: one simulates, one decodes, the rest work in the background.
struct Workshop {
  private let simulator: Worker<SimulationRequest>
  private let model: ModelThread?
  private let growers: [Worker<ReplicaWork>]
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
    self.model = model.map { ModelThread($0, outbox: outbox) }
    growers = (0..<ReplicaWork.threads).map { _ in
      Worker {
        lowerPriority()
        return { work, isWanted in work.run(isWanted: isWanted) { outbox.put($0) } }
      }
    }
  }

  /// Hands work to the threads; effects for the terminal are not for it.
  func perform(_ effect: Effect) {
    switch effect {
    case .simulate(let request): simulator.submit(request)
    case .decode(let request): model?.submit(request)
    case .work(let order): perform(order)
    default: break
    }
  }

  private func perform(_ order: WorkOrder) {
    if let replicas = ReplicaWork(order) {
      for grower in growers { grower.submit(replicas) }
    } else if let model {
      model.submit(order)
    } else {
      outbox.put(WorkDelivery(refusing: order, "there is no model: give one with --model"))
    }
  }
}
