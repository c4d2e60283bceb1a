import Exporting
import Files
import Foundation
import Interphase
import Testing

@testable import Plotting

@Suite struct FigureTests {
  private static func figure() throws -> Figure {
    var table = CSVTable(columns: ["pairing [eV]", "low [nm]", "median [nm]", "high [nm]"])
    for (x, y) in [(0.5, 3.0), (0.6, 8), (0.7, 4)] {
      table.append([.number(x), .number(y - 1), .number(y), .number(y + 2)])
    }
    let provenance = Provenance(
      program: "seiscope 0.1.0", rulesVersion: 2,
      parameters: SimulationParameters(published: .middle), seed: 5)
    let panel = Panel(
      title: "it's wide", xLabel: "pairing [eV]", yLabel: "thickness [nm]",
      layers: [
        .band(x: "pairing [eV]", low: "low [nm]", high: "high [nm]", name: "5–95 %"),
        .line(x: "pairing [eV]", y: "median [nm]", name: "median"),
      ])
    return Figure(table: table, provenance: provenance, panels: [panel])
  }

  private func withScratchFolder(_ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "/seiscope-plotting-\(UUID().uuidString)"
    try Folder.create(path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test func `gnuplot draws what the script says, and the files tell their making`() throws {
    try withScratchFolder { folder in
      let files = try FigureFiles(base: "\(folder)/it's")
      try files.checkWritable()
      try files.write(Self.figure(), by: Gnuplot())
      #expect(Folder.names(in: folder) == ["it's.csv", "it's.gp", "it's.png", "it's.svg"])
      let png = try WholeFile.read("\(folder)/it's.png")
      #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
      // IHDR's width: two pixels to each of 640 points.
      #expect(png[16..<20].elementsEqual([0, 0, 5, 0]))
      #expect(png.count > 10_000)
      #expect(String(decoding: png, as: UTF8.self).contains("tEXtbarrier-pairing\0"))
      let svg = String(decoding: try WholeFile.read("\(folder)/it's.svg"), as: UTF8.self)
      #expect(svg.contains("<metadata>\nprogram: seiscope 0.1.0\nrulesVersion: 2\nseed: 5\n"))
      #expect(svg.contains("thickness [nm]"))
      #expect(svg.contains("5–95 %"))
      #expect(svg.hasSuffix("</svg>\n\n") || svg.hasSuffix("</svg>\n"))
      let table = String(decoding: try WholeFile.read("\(folder)/it's.csv"), as: UTF8.self)
      #expect(table.hasPrefix("# program: seiscope 0.1.0\n"))
    }
  }

  @Test(arguments: ["|touch ran", "<touch ran", "-p"])
  func `a name is never a command or an option`(name: String) throws {
    try withScratchFolder { folder in
      try FigureFiles(base: "\(folder)/\(name)").write(Self.figure(), by: try Gnuplot())
      #expect(Folder.names(in: folder) == FigureFiles.endings.map { "\(name).\($0)" })
    }
  }

  @Test func `the same figure gives the same bytes`() throws {
    try withScratchFolder { folder in
      let gnuplot = try Gnuplot()
      for name in ["a", "b"] {
        try Folder.create("\(folder)/\(name)")
        try FigureFiles(base: "\(folder)/\(name)/f").write(Self.figure(), by: gnuplot)
      }
      for ending in FigureFiles.endings {
        let first = try WholeFile.read("\(folder)/a/f.\(ending)")
        #expect(try WholeFile.read("\(folder)/b/f.\(ending)") == first, "\(ending)")
      }
    }
  }

  @Test func `the script runs where its files are`() throws {
    try withScratchFolder { folder in
      try FigureFiles(base: "\(folder)/f").write(Self.figure(), by: Gnuplot())
      try FileManager.default.removeItem(atPath: "\(folder)/f.svg")
      try Gnuplot().run(script: "f.gp", in: folder)
      #expect(Folder.names(in: folder) == ["f.csv", "f.gp", "f.png", "f.svg"])
    }
  }

  @Test func `a map takes viridis and a frame of its own`() throws {
    var figure = try Self.figure()
    figure.panels[0].layers = [.map(x: "pairing [eV]", y: "low [nm]", value: "high [nm]")]
    let script = GnuplotScript(figure, name: "f").text
    #expect(script.contains("set palette defined (0 '#440154', 1 '#482475'"))
    #expect(
      script.contains("plot data using 'pairing [eV]':'low [nm]':'high [nm]' with image pixels"))
    #expect(script.contains("set label 1 'it''s wide' at"))
    // It fills its frame.
    #expect(script.contains("set autoscale xfix\n  set autoscale yfix\n"))
  }

  @Test func `an axis keeps its range where values are missing`() throws {
    var figure = try Self.figure()
    figure.table.append([.number(0.9), .missing, .missing, .missing])
    #expect(GnuplotScript(figure, name: "f").text.contains("set xrange [0.5:0.9]"))
  }

  @Test func `a failure of gnuplot leaves the old files`() throws {
    try withScratchFolder { folder in
      let program = "#!/bin/sh\necho 'plot data' >&2\necho 'line 3: out of ink' >&2\nexit 1\n"
      try WholeFile.write(Array(program.utf8), to: "\(folder)/gnuplot")
      #expect(chmod("\(folder)/gnuplot", 0o755) == 0)
      try WholeFile.write([1], to: "\(folder)/f.png")
      #expect(throws: PlottingError.failed("line 3: out of ink")) {
        try FigureFiles(base: "\(folder)/f").write(Self.figure(), by: Gnuplot(path: folder))
      }
      #expect(try WholeFile.read("\(folder)/f.png") == [1])
      #expect(Folder.names(in: folder) == ["f.png", "gnuplot"])
    }
  }

  @Test func `without gnuplot the remedy is named`() {
    let error = #expect(throws: PlottingError.missing) { try Gnuplot(path: "/nowhere:/dev") }
    #expect(error?.exitStatus == .unavailable)
    #expect(error?.description.contains("gnuplot-nox") == true)
    #expect(throws: PlottingError.missing) { try Gnuplot(path: "") }
  }

  @Test(arguments: [
    ("plots/f", "plots/f.csv"), ("f.png", "f.csv"), ("a.b/f.v2", "a.b/f.v2.csv"),
    ("/f.svg", "/f.csv"),
  ])
  func `a figure's files are named after their base`(base: String, first: String) throws {
    #expect(try FigureFiles(base: base).paths.first == first)
  }

  @Test(arguments: ["", "plots/", "..", "a\nb", "plots/.png"])
  func `a base without a name is refused`(base: String) {
    #expect(throws: PlottingError.name(base)) { try FigureFiles(base: base) }
  }
}
