import Interphase
import KineticMonteCarlo
import Testing

@testable import Validation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the simulator is compared with, itself compared with closed forms.
@Suite struct MasterEquationTests {
  private func chain(_ setup: Setup) throws -> MarkovChain {
    try MarkovChain(StateSpace(setup), rates: setup.rates, start: setup.configuration)
  }

  @Test func `a lone particle at the sink decays exponentially`() throws {
    let setup = Setup("~~~\n.O.\n###", [:])
    let chain = try chain(setup)
    let rate = setup.rate(of: .monomerEscape)
    #expect(chain.totals == [rate, 0])
    for time in [0.1, 1, 5] {
      let chances = chain.chances(at: time / rate)
      #expect(abs(chances[0] - exp(-time)) < 1e-12)
      #expect(abs(chances[1] - -expm1(-time)) < 1e-12)
    }
    let end = chain.end()
    #expect(end.chances == [0, 1])
    #expect(end.events == 1)
    #expect(abs(end.time * rate - 1) < 1e-12)
    #expect(end.reactions[Reaction.monomerEscape.rawValue - 1] == 1)
  }

  @Test func `a diffusing walker's chain has the mean and the distribution of a walk of rows`()
    throws
  {
    let (setup, rows) = (Setup("~~~\n...\n...\n.P.\n###", [.precursorDiffusion: 0.02]), 3)
    let chain = try chain(setup)
    let (hop, leave) = (setup.rate(of: .precursorDiffusion), setup.rate(of: .precursorEscape))
    let mean = Double(rows * (rows - 1)) / (2 * hop) + Double(rows) / leave
    #expect(abs(chain.end(residual: 1e-13).time / mean - 1) < 1e-10)
    let walk = RowWalk(rows: rows, hop: hop, escape: leave, until: 10 * mean)
    let gone = try #require(chain.totals.firstIndex(of: 0))
    for share in [0.1, 0.5, 1, 3] {
      let time = share * mean
      #expect(abs(chain.chances(at: time)[gone] - walk.escaped(by: time)) < 1e-10)
    }
  }

  @Test func `independent deaths are binomial`() {
    let process = PureDeath(start: 5, step: 1) { 2 * Double($0) }
    let left = exp(-0.6)
    let chances = process.chances(at: 0.3)
    let ways = [1.0, 5, 10, 10, 5, 1]
    for n in 0...5 {
      let expected = ways[n] * pow(left, Double(n)) * pow(1 - left, Double(5 - n))
      #expect(abs(chances[n] - expected) < 1e-12)
    }
  }

  @Test func `what mixing lacks at a thousandfold hop is less than half a percent`() throws {
    // Two precursors in a box of 5 x 5: exactly, and as if well mixed.
    let ratio = 1000.0
    let fast = Float(0.45 - 8.617333262e-5 * 300 * log(ratio))
    let rows = ["~~~~~", "FFFFF", "P....", ".....", ".....", ".....", "....P", "#####"]
    let setup = Setup(
      rows.joined(separator: "\n"), [.dimerisation: 0.45, .precursorDiffusion: fast],
      tunnellingDepth: 0)
    let exact = try chain(setup).end(residual: 1e-6).time
    let sites = 25.0
    let mixed = sites * (sites - 1) / (2 * 40 * 2) / setup.rate(of: .dimerisation)
    #expect(exact > mixed)
    #expect(exact < 1.005 * mixed, "\(exact / mixed)")
  }

  @Test func `keys tell clusters that touch from one, and know no numbers`() throws {
    func key(_ picture: String) throws -> StateKey { StateKey(try Configuration(picture: picture)) }
    let two = "~~~~~~\naaabbb\n......\n######"
    #expect(try key(two) == key("~~~~~~\nbbbaaa\n......\n######"))
    #expect(try key(two) != key("~~~~~~\naaaaaa\n......\n######"))
    #expect(
      try key("~~~~\n.^^.\n.vv.\n....\n####") != key("~~~~\n.<>.\n.<>.\n....\n####"))
  }

  /// Every rate constant matters to some start of the whole mechanism.
  @Test func `each of the nineteen rate constants, a third too high, is noticed`() throws {
    let cases = [WholeMechanism.whole, WholeMechanism.dimers, WholeMechanism.clusters]
    var noticed = Set<Reaction>()
    for example in cases {
      let space = try StateSpace(example.setups[0].setup)
      for (name, setup) in example.setups {
        let trial = Trial(seed: 1, name: name, share: 0.1, isStopped: { false })
        let sample = try WholeMechanism.sample(example, setup, space, trial)
        for reaction in Reaction.allCases where !noticed.contains(reaction) {
          var rates = setup.rates
          rates[reaction.rawValue - 1] *= 4.0 / 3
          let chain = MarkovChain(space, rates: rates, start: setup.configuration)
          let findings = WholeMechanism.findings("", example, chain, sample.values)
          if findings.contains(where: { $0.probability < 1e-5 }) { noticed.insert(reaction) }
        }
      }
    }
    #expect(Set(Reaction.allCases).subtracting(noticed) == [])
  }
}
