import Explorer
import Interphase
import Surrogate
import Testing

@testable import ExplorerRuntime

@Suite struct ReportTests {
  private func report(comparedWith others: [String] = []) throws -> ReportData {
    var found: ReportData?
    try withModel { path in
      let session = Session(barriers: .middle, seed: 1)
      let others = others.map { $0 == "itself" ? path : $0 }
      found = try ModelSource(bundle: path, session: session, comparisons: others).open().report()
    }
    return try #require(found)
  }

  @Test func `curves hold what training recorded, without terms that it had not`() throws {
    let curves = try report().curves
    #expect(
      curves.map(\.name) == [
        "total [nat]", "reconstruction [nat]", "KL divergence [nat]", "property",
      ])
    #expect(curves.first?.epochs == [1])
    #expect(curves.first?.training == [5.5])
  }

  @Test func `measured properties of a parity are the map's`() throws {
    let parity = try report().parity
    #expect(parity.map(\.property) == Property.allCases)
    #expect(parity.first?.actual == [1, 2, 3])
    #expect(parity.first?.regressed.count == 3)
  }

  @Test func `a property correlates with itself, and none with what never varies`() throws {
    let table = try report().propertyCorrelations
    #expect(table.rows == table.columns)
    #expect(table.values[0][0] == 1)
    #expect(table.values[0][2] == -1, "density falls where thickness rises")
    #expect(table.values[1].allSatisfy { $0.isNaN }, "porosity is the same everywhere")
    let axes = try report().axisCorrelations
    #expect(axes.columns.count == Session.sliderCount)
    #expect(axes.values[0][7] == 1)
  }

  @Test func `models stand beside each other by the same figures`() throws {
    let models = try report(comparedWith: ["itself", "/nowhere"]).models
    #expect(models.count == 2, "what is no model is left out")
    #expect(models[0] == models[1])
    #expect(models[0].figures.first?.value == 0.6)
    let names = models[0].figures.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(models[0].figures.contains { $0.name == "R² thickness" && $0.value == nil })
  }
}
