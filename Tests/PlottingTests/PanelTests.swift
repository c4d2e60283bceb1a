import Cells
import Exporting
import Files
import Foundation
import Interphase
import Testing

@testable import Plotting

/// Scripts against the files in `Scripts`; `SEISCOPE_RECORD=1` writes them anew.
@Suite struct PanelTests {
  private static let provenance = Provenance(
    program: "seiscope 0.1.0", rulesVersion: 3,
    parameters: SimulationParameters(published: .middle), seed: 5
  ).leavingOut(barriersOf: Reaction.withBarrier)

  private func withScratchFolder(_ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "/seiscope-panels-\(UUID().uuidString)"
    try Folder.create(path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  /// A cloud of coloured dots beside a film of 3 × 3 sites.
  private static var cloudAndFilm: Figure {
    var table = CSVTable(columns: ["x [nm]", "y [nm]", "film", "value"])
    for site in 0..<9 {
      table.append([
        .integer(site % 3), .integer(site / 3), .integer([1, 4, 2][site / 3]),
        .number(Double(site) / 8),
      ])
    }
    var cloud = Panel(
      title: "cloud", xLabel: "x [nm]", yLabel: "y [nm]",
      layers: [.points(x: "x [nm]", y: "y [nm]", value: "value")])
    cloud.colors = .sequential(0...1)
    var film = Panel(
      title: "film", xLabel: "x [nm]", layers: [.film(x: "x [nm]", y: "y [nm]", code: "film")])
    (film.x, film.y) = (.range(-0.5...2.5), .range(-0.5...2.5))
    film.showsYNumbers = false
    film.notes = ["thickness 1.0 nm", "porosity 0.000"]
    return Figure(
      table: table, provenance: provenance, panels: [cloud, film],
      grid: PanelGrid(columns: 2, width: 200, height: 100, bottom: 100, columnGap: 64),
      legend: Array(LegendEntry.species.prefix(2)))
  }

  @Test func `the script of a cloud beside a film`() throws {
    let text = GnuplotScript(Self.cloudAndFilm, name: "f").text
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Scripts/cloud-and-film.gp")
    if ProcessInfo.processInfo.environment["SEISCOPE_RECORD"] != nil {
      try text.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try text == String(contentsOf: golden, encoding: .utf8))
  }

  @Test func `equal panels stand where the grid says`() {
    let grid = PanelGrid(
      columns: 2, width: 100, height: 50, left: 40, right: 20, top: 30, bottom: 10, columnGap: 15,
      rowGap: 25)
    #expect(grid.totalWidth == 40 + 2 * 100 + 15 + 20)
    #expect(grid.totalHeight(panels: 3) == 30 + 2 * 50 + 25 + 10)
    #expect(grid.origin(ofPanel: 0) == (40, 30))
    #expect(grid.origin(ofPanel: 3) == (155, 105))
  }

  @Test func `correlations have names, fixed colours and a number in each cell`() throws {
    let names = ["thickness", "porosity", "it's\nlong"]
    let figure = Figure(correlationsOf: names, title: "r", provenance: Self.provenance) {
      $0 == $1 ? 1 : $0 + $1 == 3 ? nil : -0.5
    }
    let script = GnuplotScript(figure, name: "f").text
    #expect(script.contains("set cbrange [-1.0:1.0]"))
    #expect(script.contains("set palette defined (0 '#2166ac'"))
    #expect(script.contains("set xtics norotate offset 0, 0 ('thickness' 1, 'porosity' 2, "))
    #expect(script.contains(#""it's\nlong" 3)"#))
    // The first row stands on top.
    #expect(script.contains("set yrange [3.5:0.5]"))
    let last = [CSVTable.Field.integer(2), .text("porosity"), .integer(3), .text("it's long")]
    #expect(figure.table.rows[7].prefix(4).elementsEqual(last))
    try withScratchFolder { folder in
      try FigureFiles(base: "\(folder)/f").write(figure, by: Gnuplot())
      let svg = String(decoding: try WholeFile.read("\(folder)/f.svg"), as: UTF8.self)
      #expect(svg.contains("porosity"))
      #expect(svg.contains("−0.50"))
    }
  }

  @Test func `many names are turned`() {
    let names = (1...20).map { "quantity \($0)" }
    let figure = Figure(correlationsOf: names, title: "r", provenance: Self.provenance) { _, _ in 0
    }
    #expect(GnuplotScript(figure, name: "f").text.contains("set xtics rotate by 90 right"))
  }

  @Test func `an SVG of very many dots draws every n-th, the PNG all`() throws {
    var table = CSVTable(columns: ["x", "y"])
    for row in 0..<40_000 { table.append([.integer(row), .integer(row % 97)]) }
    let panel = Panel(
      title: "dots", xLabel: "x", layers: [.diagonal, .points(x: "x", y: "y", value: nil)])
    let figure = Figure(table: table, provenance: Self.provenance, panels: [panel])
    #expect(GnuplotScript(figure, name: "f").text.contains("every_th = kind eq 'png' ? 1 : 4"))
    try withScratchFolder { folder in
      try FigureFiles(base: "\(folder)/f").write(figure, by: Gnuplot())
      #expect(try WholeFile.read("\(folder)/f.svg").count < 2_000_000)
    }
  }

  @Test func `the sites of a film are sharp in both kinds of picture`() throws {
    try withScratchFolder { folder in
      try FigureFiles(base: "\(folder)/f").write(Self.cloudAndFilm, by: Gnuplot())
      let svg = String(decoding: try WholeFile.read("\(folder)/f.svg"), as: UTF8.self)
      #expect(!svg.contains("<image"))
      // Three sites of each species but electrolyte, which has none here, and the legend's square.
      let inorganic = svg.split(separator: "\n").filter {
        $0.contains("<polygon") && $0.contains("rgb(214,  39,  40)")
      }
      #expect(inorganic.count == 3)
    }
  }

  @Test func `a legend that is too long for a line is spread evenly`() {
    var figure = Self.cloudAndFilm
    let short = GnuplotScript(figure, name: "f").legendHeight
    figure.legend = LegendEntry.species
    let script = GnuplotScript(figure, name: "f")
    #expect(script.legendHeight == 2 * short)
    #expect(script.legend.count == 2 * Species.allCases.count)
  }
}
