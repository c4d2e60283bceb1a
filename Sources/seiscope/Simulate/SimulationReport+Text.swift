import Cells
import CursesTerminal
import DataSets
import Explorer
import Growth
import Interphase
import KineticMonteCarlo
import SampleStatistics
import ScreenFiles
import Theming

extension SimulationReport {
  /// One run in full, for a person.
  static func text(
    of result: SimulationResult, limits: RunLimits, history: GrowthHistory?, withLattice: Bool
  ) -> String {
    var lines = [headline(of: result, limits: limits), ""]
    lines += measures(of: result)
    lines += ["", "sites"] + sites(of: result.lattice)
    lines += ["", "events"] + events(of: result)
    if let history { lines += ["", "growth"] + HistoryTable.lines(of: history) }
    if withLattice { lines += ["", drawing(of: result.lattice)] }
    return lines.joined(separator: "\n")
  }

  /// The spread of several runs, for a person.
  static func text(
    of results: [SimulationResult], limits: RunLimits, withLattice: Bool
  ) -> String {
    let summary = EnsembleSummary(of: results, limits: limits)
    let seeds = "seeds \(results[0].seed) to \(results[results.count - 1].seed)"
    let stops = StopReason.allCases.compactMap { reason in
      summary.stopped[reason].map { "\($0) \(reason.countable)" }
    }
    let outcomes = outcomes(of: results).map { "\($0.outcome.name) \($0.runs)" }
    var lines = ["\(seeds)   \(stops.joined(separator: ", "))", ""]
    lines += bands(of: summary)
    lines += ["", "outcomes   \(outcomes.joined(separator: ", "))"]
    if withLattice {
      for result in results { lines += ["", "seed \(result.seed)", drawing(of: result.lattice)] }
    }
    return lines.joined(separator: "\n")
  }

  private static func headline(of result: SimulationResult, limits: RunLimits) -> String {
    let state =
      switch StopReason(of: result, limits: limits) {
      case .finished: "finished: no event is possible"
      case .events: "unfinished: the event limit was reached"
      case .time: "unfinished: the time limit of \(NumberText.duration(limits.time)) was reached"
      }
    return "seed \(result.seed)   \(NumberText.grouped(result.events)) events   "
      + "\(NumberText.duration(result.time))   \(state)"
  }

  private static func measures(of result: SimulationResult) -> [String] {
    var table = TextTable([.left, .right, .left])
    table.minimumWidths = [22, 12]
    for measure in RunMeasure.allCases {
      guard let value = measure.value(of: result) else { continue }
      table.add(measure.name, measure.text(value), measure.shownUnit)
    }
    return table.lines
  }

  private static func sites(of film: Lattice) -> [String] {
    counted(Species.allCases.map { ($0.name, film.count(of: $0)) })
  }

  private static func events(of result: SimulationResult) -> [String] {
    counted(
      Reaction.allCases.map { ($0.id, result.reactionCounts[$0.rawValue - 1]) })
  }

  private static func counted(_ rows: [(name: String, count: Int)]) -> [String] {
    var table = TextTable([.left, .right])
    table.indent = 2
    table.minimumWidths = [30, 12]
    for row in rows { table.add(row.name, NumberText.grouped(row.count)) }
    return table.lines
  }

  private static func bands(of summary: EnsembleSummary) -> [String] {
    var table = TextTable([.left, .right, .right, .right, .left, .left])
    table.minimumWidths = [20, 10, 10, 10]
    table.add("", "median", "5 %", "95 %")
    for measure in RunMeasure.allCases {
      guard let spread = summary.spreads[measure] else { continue }
      let band = spread.band
      let notes =
        (spread.isBimodal == true ? ["bimodal"] : [])
        + (spread.runs < summary.runs ? ["of \(spread.runs) runs"] : [])
      table.add(
        measure.name, measure.text(band.median), measure.text(band.low), measure.text(band.high),
        measure.shownUnit, notes.joined(separator: ", "))
    }
    return table.lines
  }

  /// Half blocks in colour on a terminal that shows them; else a letter a site.
  private static func drawing(of film: Lattice) -> String {
    let capabilities = PrintedOutput.capabilities
    guard capabilities.colors > .monochrome, capabilities.unicode else { return letters(of: film) }
    return FilmDrawing.canvas(
      of: film, theme: .interphase, capabilities: capabilities,
      width: PrintedOutput.size?.width ?? film.width
    ).printedText(colors: capabilities.colors)
  }

  /// One letter a site, the sink on top; a dot for electrolyte.
  private static func letters(of film: Lattice) -> String {
    let letters: [Character] = [".", "#", "~", "P", "F", "O", "D", "C"]
    return (0..<film.height).reversed().map { y in
      String((0..<film.width).map { letters[Int(film[$0, y].rawValue)] })
    }.joined(separator: "\n")
  }
}

extension StopReason {
  /// What so many runs did.
  fileprivate var countable: String {
    switch self {
    case .finished: "finished"
    case .events: "at the event limit"
    case .time: "at the time limit"
    }
  }
}
