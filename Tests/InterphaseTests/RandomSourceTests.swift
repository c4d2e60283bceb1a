import Interphase
import Testing

@Suite struct RandomSourceTests {
  @Test func `SplitMix64 gives its published sequence`() {
    // Reference values of the public-domain C implementation for seed 1234567.
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    #expect(generator.next() == 9_817_491_932_198_370_423)
  }

  @Test func `equal seeds give equal sequences and others do not`() {
    var one = RandomSource(seed: 7)
    var twin = RandomSource(seed: 7)
    var other = RandomSource(seed: 8)
    let first = (0..<100).map { _ in one.next() }
    #expect(first == (0..<100).map { _ in twin.next() })
    #expect(first != (0..<100).map { _ in other.next() })
  }

  @Test func `uniform and normal numbers have their mean and variance`() {
    var generator = RandomSource(seed: 3)
    let count = 100_000
    let uniform = (0..<count).map { _ in generator.unit() }
    let normal = (0..<count).map { _ in generator.normal() }
    let scale = 1 / Double(count).squareRoot()
    #expect(abs(mean(uniform) - 0.5) < 4 * scale * 0.2887)
    #expect(abs(mean(normal)) < 4 * scale)
    #expect(abs(mean(normal.map { $0 * $0 }) - 1) < 4 * scale * 1.4142)
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}
