import Interphase
import KineticMonteCarlo
import ReferenceSimulator

/// The engine beside the reference of the tests, in turn, in one run: a ratio that means something on
/// any machine.
enum Comparison {
  private static let events = 1500
  private static let rounds = 5

  static func report() -> String {
    let parameters = SimulationParameters(published: .esmaeilpour)
    var ratios: [Double] = []
    var engine: [Double] = []
    var reference: [Double] = []
    for round in 0..<rounds {
      let seed = UInt64(round)
      // Both from the start of a run; the engine's repeats to last longer than a clock tick.
      let repeats = 200
      let fast = Cost.of {
        for index in 0..<repeats {
          _ = simulate(parameters, seed: seed * 1000 + UInt64(index), eventLimit: events)
        }
      }
      let slow = Cost.of {
        var run = ReferenceSimulation(parameters, seed: seed)
        run.advance(toEvents: events)
      }
      engine.append(fast.seconds / Double(repeats * events) * 1e9)
      reference.append(slow.seconds / Double(events) * 1e9)
      ratios.append(reference[round] / engine[round])
    }
    var table = Table(["the first \(events) events of a run", "ns/event"])
    table.add(["engine, set-up included", fixed(engine.median, 0)])
    table.add(["reference", fixed(reference.median, 0)])
    table.add(["ratio, pair by pair", fixed(ratios.median, 0)])
    return table.text
  }
}
