import Foundation
import Interphase
import Surrogate
import Testing

struct SiteProbabilitiesTests {
  /// Sites: fewer than a vector holds, whole vectors, and both.
  @Test(arguments: [1, 7, 8, 16, 20, 2500])
  func `probabilities are the softmax of the logits at each site`(_ sites: Int) {
    var source = RandomSource(seed: UInt64(sites))
    let alphabet = 23
    let logits = (0..<(alphabet * sites)).map { _ in Float(20 * source.normal()) }
    let probabilities = SiteProbabilities(logits: logits, alphabet: alphabet)
    for site in 0..<sites {
      let row = (0..<alphabet).map { logits[$0 * sites + site] }
      let largest = row.max()!
      // The difference is rounded to single precision here too.
      let powers = row.map { exp(Double($0 - largest)) }
      let sum = powers.reduce(0, +)
      for code in 0..<alphabet {
        let expected = powers[code] / sum
        let found = Double(probabilities.values[code * sites + site])
        #expect(abs(found - expected) <= 1e-6 * expected + 1e-30, "site \(site), code \(code)")
      }
      #expect(Int(probabilities.codes[site]) == row.firstIndex(of: largest))
    }
  }

  @Test func `equal logits are equally probable, and the lowest code is taken`() {
    let probabilities = SiteProbabilities(logits: [Float](repeating: -3, count: 40), alphabet: 4)
    #expect(probabilities.codes == [UInt8](repeating: 0, count: 10))
    for value in probabilities.values { #expect(abs(value - 0.25) < 1e-7) }
  }
}
