import Interphase
import Testing

@Suite struct ChargeBalanceTests {
  private func counts(_ events: [Reaction: Int]) -> [Int] {
    Reaction.allCases.map { events[$0] ?? 0 }
  }

  @Test func `one electron for each nm² is 16.02 µC for each cm²`() {
    let balance = ChargeBalance(reactionCounts: counts([.ecReductionElectrode: 50]), width: 50)
    #expect(balance.electrons == 50)
    #expect(balance.ethylene == 0)
    #expect(abs(balance.charge - 16.02176634) < 1e-9)
  }

  @Test func `events 1, 2, 3 and 7 take an electron, 3, 4 and 7 give ethylene off`() {
    let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67]
    let balance = ChargeBalance(reactionCounts: primes, width: 10)
    #expect(balance.electrons == 2 + 3 + 5 + 17)
    #expect(balance.ethylene == 5 + 7 + 17)
  }

  @Test func `a mole of ethylene from each electron's charge is Faraday's constant`() {
    // Li₂CO₃ at the electrode: two electrons and one molecule for each.
    let balance = ChargeBalance(
      reactionCounts: counts([.ecReductionElectrode: 40, .precursorReductionElectrode: 40]),
      width: 7)
    let coulombPerMole = balance.charge * 1e-6 / (balance.ethyleneAmount * 1e-9)
    #expect(abs(coulombPerMole / 2 - 96_485.33212) < 1e-3)
  }
}
