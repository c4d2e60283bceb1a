import Explorer

extension WorkDelivery {
  /// The whole answer to an order of map or report.
  ///
  /// - Precondition: It is one of these.
  init(surveyFor order: WorkOrder, _ decoder: any FilmDecoder) {
    let outcome: Outcome
    switch order.task {
    case .map: outcome = .map(decoder.map())
    case .report: outcome = .report(decoder.report())
    case .films, .replicas: preconditionFailure("\(order.kind) is no survey")
    }
    self.init(kind: order.kind, generation: order.generation, outcome: outcome)
  }

  /// Says why there is no answer.
  init(refusing order: WorkOrder, _ reason: String) {
    self.init(kind: order.kind, generation: order.generation, outcome: .failure(reason))
  }
}
