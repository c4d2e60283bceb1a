import ArgumentParser
import Console
import Growth
import Interphase

/// What `sweep` prints and writes.
struct SweepOutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      What to show; may be repeated, 'all' for everything. [default: thickness, porosity] \
      One of \(RunMeasure.allCases.map(\.key).joined(separator: ", ")).
      """, valueName: "name"))
  var observable: [String] = []

  @Option(help: ArgumentHelp("Write the table with all measures.", valueName: "file"))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      "Draw the chart with gnuplot into base.png and base.svg, beside base.csv and base.gp.",
      valueName: "base"))
  var plot: String?

  @Flag(help: "Print one JSON object with all measures instead of table and chart.")
  var json = false

  /// The measures to show, in the order in which they were asked for.
  func measures() throws -> [RunMeasure] {
    guard !observable.isEmpty else { return [.thickness, .porosity] }
    if observable.contains("all") { return RunMeasure.allCases }
    var measures: [RunMeasure] = []
    for name in observable {
      let measure = try Self.measure(named: name)
      if !measures.contains(measure) { measures.append(measure) }
    }
    return measures
  }

  private static func measure(named name: String) throws -> RunMeasure {
    if let measure = RunMeasure(rawValue: name) { return measure }
    let keys = RunMeasure.allCases.map(\.key)
    let remedy =
      nearest(to: name, among: keys + ["all"]).map { "did you mean '\($0)'?" }
      ?? "use one of \(keys.joined(separator: ", "))"
    throw OptionError("unknown observable '\(name)': \(remedy)")
  }
}
