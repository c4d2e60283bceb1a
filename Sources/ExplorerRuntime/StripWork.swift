import Explorer

/// The films of a strip or a sheet, decoded one by one so that a slider's film can come between.
struct StripWork {
  private let order: WorkOrder
  private let steps: [LatentStep]
  private var films: [StripFilm] = []
  private var pace = DeliveryPace()
  /// Whether nothing is left to do.
  private(set) var isOver = false

  /// Begins an order; `nil` for one of other work.
  init?(_ order: WorkOrder) {
    guard case .films(let steps) = order.task else { return nil }
    self.order = order
    self.steps = steps
  }

  /// Decodes the next film.
  ///
  /// - Returns: All films so far, where a part is due or the strip is complete.
  mutating func advance(with decoder: any FilmDecoder) -> WorkDelivery? {
    guard films.count < steps.count else { return finish(.films(films, of: steps.count)) }
    guard let film = decoder.film(at: steps[films.count]) else {
      return finish(.failure("the simulated film has not grown yet: wait for it"))
    }
    films.append(film)
    if films.count == steps.count { return finish(.films(films, of: steps.count)) }
    return pace.isDue() ? delivery(.films(films, of: steps.count)) : nil
  }

  private mutating func finish(_ outcome: WorkDelivery.Outcome) -> WorkDelivery {
    isOver = true
    return delivery(outcome)
  }

  private func delivery(_ outcome: WorkDelivery.Outcome) -> WorkDelivery {
    WorkDelivery(kind: order.kind, generation: order.generation, outcome: outcome)
  }
}
