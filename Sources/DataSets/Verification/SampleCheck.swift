package import Interphase

/// What every sample of a set has to be, beyond what reading it checks.
struct SampleCheck: Sendable {
  /// The design that the sample belongs to, `nil` for an imported set.
  let design: LatinHypercube?
  /// Whether the properties are those measured on the lattice rather than given by an import.
  let measuresProperties: Bool
  /// Events after which runs were cut; `nil` for an imported set.
  let eventLimit: Int?

  init(_ manifest: DataSetManifest) {
    let isImported = manifest.imported != nil
    design = isImported ? nil : manifest.parameters.design
    eventLimit = isImported ? nil : manifest.parameters.eventLimit
    measuresProperties = !(manifest.imported?.given.contains("properties") ?? false)
  }

  /// Of a set that is simulated.
  init(_ plan: DataSetPlan) {
    design = plan.design
    eventLimit = plan.eventLimit
    measuresProperties = true
  }

  /// The first thing that is wrong with a sample, `nil` where all is well.
  func fault(of sample: Sample) -> RecordFault? {
    sample.lattice.borderFault.map { .content("feature 'lattice': \($0)") } ?? design?.fault(
      of: sample) ?? range(of: sample)
      ?? measured(sample) ?? run(sample)
  }

  private func range(of sample: Sample) -> RecordFault? {
    guard design != nil, let reaction = sample.barriers.outsideDesign.first else { return nil }
    let range = reaction.barrierRange
    return .content(
      "feature 'barriers': \(reaction.id) is \(sample.barriers[reaction]) eV, expected "
        + "\(range.lowerBound) to \(range.upperBound) eV")
  }

  private func measured(_ sample: Sample) -> RecordFault? {
    let observables = Observables(of: sample.lattice)
    if measuresProperties {
      for (property, expected) in zip(Property.allCases, observables.regressed)
      where sample.properties[property.rawValue] != expected {
        return .content(
          "feature 'properties': \(property.name) is \(sample.properties[property.rawValue]), "
            + "expected \(expected) as measured on its lattice")
      }
    }
    let outcome = Outcome(sample.lattice, observables)
    guard sample.outcome == outcome else {
      return .content(
        "feature 'outcome' is \(sample.outcome.id), expected \(outcome.id) by its lattice")
    }
    return nil
  }

  private func run(_ sample: Sample) -> RecordFault? {
    guard sample.time >= 0 else {
      return .content("feature 'time' is \(sample.time), expected 0 s or more")
    }
    guard let eventLimit else { return nil }
    let isRight = sample.finished ? sample.events <= eventLimit : sample.events == eventLimit
    return isRight
      ? nil
      : .content(
        "feature 'events' is \(sample.events) of a run that "
          + (sample.finished ? "finished" : "did not finish") + ", expected "
          + (sample.finished ? "at most " : "") + "\(eventLimit)")
  }
}

extension Lattice {
  /// What is wrong with the border, `nil` where all is well: the electrode is row 0, the sink the
  /// last row, and neither is anywhere else.
  package var borderFault: String? {
    for row in 0..<height {
      for column in 0..<width {
        let found = self[column, row]
        let expected: Species? = row == 0 ? .electrode : row == height - 1 ? .sink : nil
        let isWrong = expected.map { $0 != found } ?? (found == .electrode || found == .sink)
        guard isWrong else { continue }
        return "found \(found.name) (\(found.rawValue)) at [\(row), \(column)], expected "
          + (expected.map { "\($0.name) (\($0.rawValue)): is it upside down?" }
            ?? "neither electrode nor sink there")
      }
    }
    return nil
  }
}
