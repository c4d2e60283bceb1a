import Cells
import Foundation
import Interphase
import KineticMonteCarlo
import OneDNN
import Surrogate

/// What the machine has, and how fast the two halves of the explorer are on it.
struct MachineFindings {
  private let here: Surroundings
  private let model: ModelBundle?

  /// - Parameter model: What decoding is timed with.
  init(_ here: Surroundings, model: ModelBundle?) {
    self.here = here
    self.model = model
  }

  var all: [Symptom] {
    [cores, memory, .fine("oneDNN", "\(Device.version), \(Device.instructions)"), simulating]
      + (model.map { [Self.decoding(with: $0)] } ?? [])
  }

  private var cores: Symptom {
    let count = ProcessInfo.processInfo.activeProcessorCount
    guard count > 1 else {
      return .caution("cores", "1", "simulating and decoding take turns")
    }
    return .fine("cores", "\(count)")
  }

  /// Memory that can be had without swapping [bytes]; the explorer takes some 150 MB.
  private static let leastMemory = 400.0 * 1024 * 1024

  var memory: Symptom {
    let text = (try? String(contentsOfFile: "\(here.root)/proc/meminfo", encoding: .utf8)) ?? ""
    func bytes(_ name: String) -> Double? {
      let line = text.split(separator: "\n").first { $0.hasPrefix("\(name):") }
      return line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }.map { $0 * 1024 }
    }
    guard let total = bytes("MemTotal"), let free = bytes("MemAvailable") else {
      return .fine("memory", "unknown")
    }
    let value =
      "\(NumberText.fixed(free / 1e9, 1)) of \(NumberText.fixed(total / 1e9, 1)) GB available"
    guard free >= Self.leastMemory else {
      return .caution("memory", value, "the explorer takes some 150 MB: end other programs")
    }
    return .fine("memory", value)
  }

  private var simulating: Symptom {
    let rate = Self.simulatedEvents(within: .milliseconds(300))
    return .fine("simulating", "\(NumberText.compact(rate)) events/s on one core")
  }

  /// Events a second on one core, over films of the start state's barriers [1/s].
  static func simulatedEvents(within limit: Duration) -> Double {
    let clock = ContinuousClock()
    let began = clock.now
    let parameters = SimulationParameters(published: StartState.standard.barriers)
    var (events, seed) = (0, UInt64(1))
    repeat {
      var simulation = Simulation(parameters, seed: seed)
      repeat {
        simulation.advance(toEvents: simulation.events + 10_000)
      } while !simulation.isFinished && clock.now - began < limit
      events += simulation.events
      seed += 1
    } while clock.now - began < limit
    return Double(events) / ((clock.now - began) / .seconds(1))
  }

  private static func decoding(with bundle: ModelBundle) -> Symptom {
    do {
      let seconds = try decodingTime(with: bundle)
      return .fine("decoding", "\(NumberText.duration(seconds)) a film")
    } catch {
      return .caution("decoding", "impossible", "\(error)")
    }
  }

  /// The time of decoding a film with the network built and warm, the least of five [s].
  static func decodingTime(with bundle: ModelBundle) throws -> Double {
    let predictor = try Predictor(bundle)
    let start = bundle.description.startState.barriers
    let point = bundle.description.principalAxes.mean
    let clock = ContinuousClock()
    _ = predictor.decode(latent: point, barriers: start)
    let times = (0..<5).map { _ in
      clock.measure { _ = predictor.decode(latent: point, barriers: start) }
    }
    return (times.min() ?? .zero) / .seconds(1)
  }
}
