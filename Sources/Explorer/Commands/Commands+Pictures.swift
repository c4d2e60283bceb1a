extension Command {
  /// What the pictures show, in every view.
  static let pictures: [Command] = [
    Command("species", "show or hide species", .pictures, ["v"]) { $0.open(.species) }
  ]
}
