import Testing

@testable import Networks

@Suite struct ProfileLossTests {
  private let architecture = Fixtures.architecture(.vae)

  /// Channels-last logits that are sure of these codes.
  private func logits(_ codes: [UInt8]) -> [Float] {
    var logits = [Float](repeating: 0, count: codes.count * architecture.alphabet + 16)
    for (site, code) in codes.enumerated() {
      logits[site * architecture.alphabet + Int(code)] = 40
    }
    return logits
  }

  private func loss(of decoded: [UInt8], beside simulated: [UInt8]) -> Double {
    let bias = [Float](repeating: 0, count: 16)
    return ProfileLoss(architecture).value(logits(decoded), bias: bias, simulated)
  }

  /// A film of organic columns of these heights.
  private func film(_ heights: [Int]) -> [UInt8] {
    (0..<architecture.height).flatMap { y in heights.map { y >= 1 && y <= $0 ? 7 : 0 } }
  }

  @Test func `a film that is right has no loss`() {
    let truth = film([3, 1, 0, 5, 2, 2, 7])
    #expect(loss(of: truth, beside: truth) < 1e-9)
  }

  @Test func `one column one site higher`() {
    // Row 6 has one site more: 1 / 7. One column is 1 nm higher: 1 / 7. The new site, alone in its
    // row, has pairs down its own column 1 to 5 nm away: 5 · (1 / 7)².
    let (low, high) = (film([0, 0, 0, 5, 0, 0, 0]), film([0, 0, 0, 6, 0, 0, 0]))
    #expect(abs(loss(of: high, beside: low) - (2.0 / 7 + 5.0 / 49)) < 1e-5)
  }

  @Test func `compact and porous films of the same rows differ in pairs alone`() {
    // Seven sites a row would be full: three side by side, or every other one.
    let (compact, porous) = (film([2, 2, 2, 0, 0, 0, 0]), film([2, 0, 2, 0, 2, 0, 0]))
    // Along rows: 2 pairs 1 nm and 1 pair 2 nm apart against 2 at 2 nm and 1 at 4 nm, in both of two
    // rows. Heights: the second column and the fifth are 2 nm off.
    let pairs = (16.0 + 4 + 4) / 49
    let heights = (4.0 + 4) / 7
    #expect(abs(loss(of: compact, beside: porous) - (pairs + heights)) < 1e-5)
  }

  @Test func `what is not solid does not count`() {
    var mobile = film([2, 2, 2, 2, 2, 2, 2])
    let truth = mobile
    for site in mobile.indices.suffix(7) { mobile[site] = 3 }
    #expect(loss(of: mobile, beside: truth) < 1e-9)
  }
}
