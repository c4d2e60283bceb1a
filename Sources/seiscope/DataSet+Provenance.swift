import Console
import DataSets
import Exporting
import Interphase

extension DataSet {
  /// What the films were simulated with, at any barriers.
  var parameters: SimulationParameters {
    let plan = manifest.parameters
    // Justified by the fact that the set was opened, which tries the same numbers.
    return try! SimulationParameters(
      barriers: .middle, width: plan.width, height: plan.height,
      temperatureKelvin: plan.temperature, tunnellingDepth: plan.tunnellingDepth)
  }

  /// What a file made from the set's films depends on; barriers differ from film to film.
  var provenance: Provenance {
    let plan = manifest.parameters
    var provenance = Provenance(
      program: Version.program, rulesVersion: manifest.rulesVersion, parameters: parameters,
      seed: plan.seed, eventLimit: plan.eventLimit
    ).leavingOut(barriersOf: Reaction.withBarrier)
    provenance.add("samples", "\(plan.samples)")
    provenance.add("dataSet", manifest.hash)
    provenance.add("importedFrom", manifest.imported?.file)
    return provenance
  }
}
