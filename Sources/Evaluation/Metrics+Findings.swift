import Interphase
package import Surrogate

extension Metrics {
  /// The figures that a bundle keeps of what was found over its test split.
  ///
  /// - Precondition: There is a film.
  package init(of findings: [FilmFinding]) {
    func value(_ measure: Measure) -> Double? { measure.value(over: findings, of: .model) }
    func scores(_ measure: (Property) -> Measure, where isSaid: Bool) -> PropertyScores? {
      // Films that are all alike leave nothing to explain: 0, as a prediction of the mean has.
      isSaid ? PropertyScores(Property.allCases.map { value(measure($0)) ?? 0 }) : nil
    }
    let isRead = value(.latentError(.thickness)) != nil
    let isPredicted = value(.barrierError(.thickness)) != nil
    let agreement = scores(Measure.decodedDifference, where: isRead).map {
      DecodedAgreement(
        thicknessError: $0.thickness, porosityError: $0.porosity, densityError: $0.density,
        volumeFractionError: $0.volumeFraction)
    }
    var fromBarriers: BarrierScores?
    if let determination = scores(Measure.barrierDetermination, where: isPredicted),
      let coverage = scores(Measure.coverage, where: isPredicted)
    {
      fromBarriers = BarrierScores(
        determination: determination, coverage: coverage,
        leadingDetermination: scores(Measure.leadingDetermination, where: isPredicted))
    }
    self.init(
      films: findings.count,
      reconstruction: Reconstruction(
        solidOverlap: value(.overlap(.solid)) ?? 0,
        inorganicOverlap: value(.overlap(.inorganic)) ?? 0,
        organicOverlap: value(.overlap(.organic)) ?? 0, twoPointError: value(.twoPoint) ?? 0),
      regression: scores(Measure.latentDetermination, where: isRead), decodedAgreement: agreement,
      fromBarriers: fromBarriers,
      activeDimensions: LatentSpace.activeDimensions(findings))
  }
}
