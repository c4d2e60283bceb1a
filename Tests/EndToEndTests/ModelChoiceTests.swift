import Foundation
import Testing

/// Which model the explorer decodes with.
@Suite struct ModelChoiceTests {
  @Test func `a bundled model can be asked for by its name`() throws {
    let result = try Program.run(["explore", "--print-frame", "--model", "prvae"])
    #expect(result.status == 0)
    #expect(result.output.contains("prvae 50"))
  }

  @Test func `a model that is not there is refused with the list of those found`() throws {
    let result = try Program.run(["explore", "--print-frame", "--model", "nonesuch"])
    #expect(result.status == 66)
    #expect(result.errors.contains("nonesuch: there is no model folder"))
    #expect(result.errors.contains("models found: carbonate, prvae, vae"))
  }
}
