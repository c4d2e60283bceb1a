import ArgumentParser

@main
struct Seiscope: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seiscope", abstract: "Explore the solid electrolyte interphase.")
}
