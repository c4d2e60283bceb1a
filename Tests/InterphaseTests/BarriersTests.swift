import Interphase
import Testing

@Suite struct BarriersTests {
  @Test func `a mistyped barrier names the nearest one`() {
    #expect(throws: BarrierError.unknown("dimerization", suggestion: "dimerisation")) {
      try Reaction.named("dimerization")
    }
    #expect(throws: BarrierError.unknown("banana", suggestion: nil)) {
      try Reaction.named("banana")
    }
  }

  @Test func `an escape has no barrier to set`() {
    #expect(throws: BarrierError.self) { try Reaction.named("dimer-escape") }
  }

  @Test(arguments: [-0.1, .nan, .infinity] as [Float])
  func `a value outside physics is refused`(value: Float) {
    #expect(throws: BarrierError.self) { try Barriers.middle.setting(.pairing, to: value) }
  }

  @Test func `only the fifteenth of the published example lies outside the design`() {
    #expect(Barriers.esmaeilpour.outsideDesign == [.clusterDiffusion])
    #expect(Barriers.middle.outsideDesign.isEmpty)
  }

  @Test func `rates follow Eyring at 300 K`() {
    let law = RateLaw(temperatureKelvin: 300)
    #expect(abs(law.rate(barrier: 0) / 6.2509e12 - 1) < 1e-4)
    // One k_B T more is a factor e less.
    let thermal = RateLaw.boltzmann * 300
    #expect(abs(law.rate(barrier: 0.4) / law.rate(barrier: 0.4 + thermal) - 2.718281828) < 1e-8)
  }

  @Test func `the dimer's hop diffuses ten thirds faster than its rate`() throws {
    let law = RateLaw()
    let monomer = try #require(law.diffusionCoefficient(of: .monomerDiffusion, barrier: 0.5))
    let dimer = try #require(law.diffusionCoefficient(of: .dimerDiffusion, barrier: 0.5))
    #expect(abs(dimer / monomer - 10.0 / 3) < 1e-12)
    #expect(law.diffusionCoefficient(of: .pairing, barrier: 0.5) == nil)
  }
}
