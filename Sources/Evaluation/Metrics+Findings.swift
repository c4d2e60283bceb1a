import Interphase
package import Surrogate

extension Metrics {
  /// The figures that a bundle keeps of what was found over its test split.
  ///
  /// - Precondition: There is a film.
  package init(of findings: [FilmFinding]) {
    func value(_ measure: Measure) -> Double? { measure.value(over: findings, of: .model) }
    func scores(_ measure: (Property) -> Measure, where isSaid: Bool) -> PropertyScores? {
      isSaid ? PropertyScores(Property.allCases.map { value(measure($0)) }) : nil
    }
    let isRead = value(.latentError(.thickness)) != nil
    let isPredicted = value(.barrierError(.thickness)) != nil
    var agreement: DecodedAgreement?
    if let differences = scores(Measure.decodedDifference, where: isRead),
      let thickness = differences.thickness, let porosity = differences.porosity
    {
      agreement = DecodedAgreement(
        thicknessError: thickness, porosityError: porosity, densityError: differences.density,
        volumeFractionError: differences.volumeFraction)
    }
    var fromBarriers: BarrierScores?
    if let determination = scores(Measure.barrierDetermination, where: isPredicted),
      let coverage = scores(Measure.coverage, where: isPredicted)
    {
      fromBarriers = BarrierScores(
        determination: determination, coverage: coverage,
        priorMeanDetermination: scores(Measure.priorMeanDetermination, where: isPredicted))
    }
    self.init(
      films: findings.count,
      reconstruction: Reconstruction(
        solidOverlap: value(.overlap(.solid)),
        inorganicOverlap: value(.overlap(.inorganic)),
        organicOverlap: value(.overlap(.organic)), twoPointError: value(.twoPoint)),
      regression: scores(Measure.latentDetermination, where: isRead), decodedAgreement: agreement,
      fromBarriers: fromBarriers,
      activeDimensions: LatentSpace.activeDimensions(findings))
  }
}
