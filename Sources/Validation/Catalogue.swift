/// All checks.
extension Check {
  /// In the order of the table.
  public static let all: [Check] =
    [
      WaitingTimes.check(), WaitingTimes.rates(), Diffusion.check(), Escapes.check(),
      Kinetics.check(),
      Branching.check(), DimerRooms.check(),
    ] + WholeMechanism.checks
}
