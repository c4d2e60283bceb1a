import Dispatch
import Explorer
import Synchronization

/// The thread that owns the model.
///
/// It answers the newest decode request first; between two answers it decodes film by film for strips
/// and sheets, so that a slider never waits for more than one of their films. What takes longer and
/// needs no network, it hands on to threads in the background.
final class ModelThread: Sendable {
  private struct Waiting {
    var request: DecodeRequest?
    var orders: [WorkKind: WorkOrder] = [:]
    /// Whether the last request is to be answered again, since more is known.
    var isAgain = false
  }

  private let waiting = Mutex(Waiting())
  private let hasNewer = Atomic<Bool>(false)
  private let arrival = DispatchSemaphore(value: 0)
  private let outbox: Outbox

  /// Starts the thread; the model is built on it when something is first asked of it, since reading
  /// one takes from the first frame what memory and processor it has.
  init(_ source: ModelSource, outbox: Outbox) {
    self.outbox = outbox
    startThread {
      self.arrival.wait()
      do {
        self.serve(try source.open())
      } catch {
        outbox.put(failure: "\(error)")
        self.refuse("\(error)")
      }
    }
  }

  /// Asks for a film instead of one that waits.
  func submit(_ request: DecodeRequest) {
    waiting.withLock { waiting in
      waiting.request = request
      hasNewer.store(true, ordering: .relaxed)
    }
    arrival.signal()
  }

  /// Asks for work instead of older work of its kind.
  func submit(_ order: WorkOrder) {
    waiting.withLock { $0.orders[order.kind] = order }
    arrival.signal()
  }

  private func serve(_ decoder: any FilmDecoder) {
    let surveys = Surveys(decoder, outbox)
    var strips: [WorkKind: StripWork] = [:]
    var last: DecodeRequest?
    while true {
      if let request = takeRequest(again: last) {
        decoder.answer(request, isWanted: isWanted) { outbox.put($0) }
        if last == nil { learnSeenFilms(decoder) }
        last = request
        continue
      }
      for (kind, order) in takeOrders() {
        strips[kind] = StripWork(order)
        if strips[kind] == nil { surveys.submit(order) }
      }
      // The walk before the sheet: two strips side by side would both come late.
      guard let kind = WorkKind.allCases.first(where: { strips[$0] != nil }) else {
        arrival.wait()
        continue
      }
      if let delivery = strips[kind]?.advance(with: decoder) { outbox.put(delivery) }
      if strips[kind]?.isOver == true { strips[kind] = nil }
    }
  }

  /// Whether no newer request waits.
  private func isWanted() -> Bool { !hasNewer.load(ordering: .relaxed) }

  private func takeRequest(again last: DecodeRequest?) -> DecodeRequest? {
    waiting.withLock { waiting in
      hasNewer.store(false, ordering: .relaxed)
      let request = waiting.request ?? (waiting.isAgain ? last : nil)
      waiting.request = nil
      waiting.isAgain = false
      return request
    }
  }

  private func takeOrders() -> [WorkKind: WorkOrder] {
    waiting.withLock { waiting in
      let orders = waiting.orders
      waiting.orders = [:]
      return orders
    }
  }

  /// Learns beside the answers what is far, then says it of the point on screen.
  private func learnSeenFilms(_ decoder: any FilmDecoder) {
    startThread {
      lowerPriority()
      decoder.learnSeenFilms()
      self.waiting.withLock { $0.isAgain = true }
      self.arrival.signal()
    }
  }

  private func refuse(_ reason: String) {
    while true {
      for order in takeOrders().values { outbox.put(WorkDelivery(refusing: order, reason)) }
      arrival.wait()
    }
  }
}

/// The threads that look through the model's films and records.
private struct Surveys {
  private let workers: [WorkKind: Worker<WorkOrder>]

  init(_ decoder: any FilmDecoder, _ outbox: Outbox) {
    let kinds: [WorkKind] = [.map, .report]
    workers = Dictionary(
      uniqueKeysWithValues: kinds.map { kind in
        (
          kind,
          Worker {
            lowerPriority()
            return { order, _ in
              outbox.put(WorkDelivery(surveyFor: order, decoder))
            }
          }
        )
      })
  }

  func submit(_ order: WorkOrder) { workers[order.kind]?.submit(order) }
}
