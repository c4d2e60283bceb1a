public import Interphase
public import KineticMonteCarlo

extension SimulationResult {
  /// The time to passivation [s]: of the last electron transfer (reactions 1, 2, 3 and 7) of a run
  /// that finished, after which no electron passes for ever.
  ///
  /// `nil` for a run that was cut, by its event limit or its time limit: what it would have done
  /// later is not known. That goes also for a film through which no electron can pass any more but in
  /// which Li₂EDC still moves. Events after the last transfer (Li₂EDC that comes together) belong
  /// to the run's ``time`` but not to this one.
  public var passivationTime: Double? {
    finished && chargeBalance.electrons > 0 ? lastReductionTime : nil
  }

  /// Electrons passed and ethylene given off.
  public var chargeBalance: ChargeBalance {
    ChargeBalance(reactionCounts: reactionCounts, width: parameters.width)
  }
}
