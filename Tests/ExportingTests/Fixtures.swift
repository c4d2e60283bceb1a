import Exporting
import Interphase

/// Four columns and five rows with every species.
///
///     ~ ~ ~ ~
///     . . P .
///     O D D .
///     F C C C
///     # # # #
func everySpecies() throws -> Lattice {
  try Lattice(
    width: 4, height: 5,
    codes: [
      1, 1, 1, 1,
      4, 7, 7, 7,
      5, 6, 6, 0,
      0, 0, 3, 0,
      2, 2, 2, 2,
    ])
}

func provenance(events: Int? = 12, modelHash: String? = nil) throws -> Provenance {
  Provenance(
    program: "seiscope 0.1.0", rulesVersion: 2,
    parameters: try SimulationParameters(
      barriers: .esmaeilpour, width: 4, height: 5, temperatureKelvin: 298.15),
    seed: .max, events: events, modelHash: modelHash)
}
