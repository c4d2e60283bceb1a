import ArgumentParser
import Console
import Interphase
import Networks
import PaperFigures
import Surrogate

/// `seiscope figures`: the figures of the paper, of a model.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Draw the figures of the paper with a model.",
    discussion: """
      Draws Figs. 1b to 8b of Rajagopal et al. (2023) with gnuplot and prints their numbers, and \
      beside each what agrees with the paper and what does not. The folder then holds for each \
      figure the picture (PNG, SVG), its table and summary (CSV) and the script, and figures.md \
      with all of them; it is replaced whole. The films are those of the test split that the \
      model's folder holds (of a large split the first), or all of --data's.

      seiscope figures --out figures --only 2,5
      """)

  @Option(help: ArgumentHelp("Folder of the model. [default: the bundled one]", valueName: "dir"))
  var model: String?

  @Option(
    help: ArgumentHelp(
      "Data set whose test split is encoded anew. [default: what the model holds]",
      valueName: "dir"))
  var data: String?

  @Option(help: ArgumentHelp("Folder of the figures.", valueName: "dir"))
  var out: String

  @Option(
    help: ArgumentHelp(
      "Vanilla model for Fig. 2. [default: the bundled 'vae', if there is one]", valueName: "dir"))
  var vae: String?

  @Option(
    help: ArgumentHelp(
      "Property-regressor model for Fig. 2. [default: the bundled 'prvae', if there is one]",
      valueName: "dir"))
  var prvae: String?

  @Option(
    help: ArgumentHelp(
      "Figures to draw, like 2,5,8a: \(FigureNumber.allCases.map(\.rawValue).joined(separator: ", "))."
        + " [default: all]", valueName: "list"))
  var only: String?

  @Option(help: ArgumentHelp("Film for Fig. 1, from 0.", valueName: "i"))
  var film: Int?

  @Option(help: "Seed that draws the film of Fig. 1 where --film does not name one.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Barrier that varies in Fig. 8a. [default: all fifteen together]", valueName: "id"))
  var vary: String?

  @OptionGroup(title: "Fixed barriers of Figs. 5 to 8 [default: the mean of the films]")
  var barrierOptions: BarrierOptions

  @Flag(help: "Print one JSON object, and write it as figures.json.")
  var json = false

  func run() throws {
    let numbers = try only.map { try FigureNumber.parse($0) } ?? FigureNumber.allCases
    let varied = try vary.map { try Reaction.named($0) }
    let parameters = try barrierOptions.readFile()
    let writer = try FiguresWriter(folder: out)
    Interruption.install()
    let line = ProgressLine()
    defer { line.end() }
    let input = try FiguresInput(self, needsOthers: numbers.contains(.latentSpace), line)
    let settings = FigureMaker.Settings(
      film: film, seed: seed, barriers: try barriers(for: input, parameters), varied: varied)
    let maker = try FigureMaker(
      input.model, predictor: input.predictor, others: input.others, settings: settings,
      program: Version.program)
    let report = FiguresReport(
      numbers.map(maker.make), path: input.path, model: input.model, maker: maker)
    try writer.write(report, json: json, line)
    line.end()
    for note in notes(report) { StandardError.write("seiscope: \(note)\n") }
    settings.barriers?.warnOfExtrapolation()
    print(json ? try JSONText.of(FiguresRecord(report)) : report.text)
  }

  /// Options that change nothing, since the figure that they are for is not drawn.
  private func notes(_ report: FiguresReport) -> [String] {
    let drawn = Set(report.figures.map(\.number))
    let options: [(String, String?, FigureNumber)] = [
      ("--vary", vary, .barrierWalk), ("--vae", vae, .latentSpace),
      ("--prvae", prvae, .latentSpace),
    ]
    return options.compactMap { name, value, number in
      guard value != nil, !drawn.contains(number) else { return nil }
      return "\(name) changes nothing: Fig. \(number.rawValue) is not drawn"
    }
  }

  /// The barriers that options name; `nil` where none does.
  private func barriers(for input: FiguresInput, _ file: ParameterFile?) throws -> Barriers? {
    let options = barrierOptions
    let isGiven =
      options.preset != nil || options.barriers != nil || file != nil || !options.set.isEmpty
    guard isGiven else { return nil }
    guard input.model.description.architecture.variant.readsBarriers else {
      throw OptionError(
        "\(input.path): the decoder reads no barriers: leave out the options that give some")
    }
    return try options.resolved(base: input.model.split.meanBarriers, file: file)
  }
}
