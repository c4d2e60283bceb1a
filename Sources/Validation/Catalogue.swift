/// All checks.
extension Check {
  /// In the order of the table.
  public static let all: [Check] =
    [
      WaitingTimes.check(), Diffusion.check(), Escapes.check(), Kinetics.check(),
      Branching.check(), DimerRooms.check(),
    ] + WholeMechanism.checks
}
