import Cells
import Exporting
import Interphase
import Networks
import Plotting
import Surrogate

extension FigureMaker {
  /// Figs. 5 to 7: films along a principal axis, from 0, at fixed barriers.
  func axisFigure(_ axis: Int, _ number: FigureNumber) -> FigureOutcome {
    let axes = model.split.axes
    guard axis < axes.axes.count else {
      return .skipped(number, reason: "the latent space has \(axes.axes.count) dimensions")
    }
    let walk = walk(along: axis)
    let share = NumberText.fixed(100 * Double(axes.explainedVariance[axis]), 1)
    return .made(
      PaperFigure(
        number: number, title: "Along principal axis \(axis + 1)",
        caption: "Films decoded at the least, the mean and the greatest coordinate of the whole "
          + "test split on principal axis \(axis + 1), which holds \(share) % of the latent variance. "
          + barrierSentence,
        figure: walk.strip.figure(provenance(at: readsBarriers ? fixedBarriers : nil)),
        summary: walk.strip.summary,
        findings: axis == 0 ? firstAxisFindings(walk) : otherAxisFindings(walk)))
  }

  func walk(along axis: Int) -> AxisWalk {
    AxisWalk(along: axis, of: model.split.axes, at: fixedBarriers, by: predictor)
  }

  var readsBarriers: Bool { model.description.architecture.variant.readsBarriers }

  /// What the decoder reads.
  var barrierSentence: String {
    guard readsBarriers else { return "The decoder reads no barriers." }
    return "Barriers are fixed at "
      + (settings.barriers == nil ? "the mean of \(model.split.name)." : "those given.")
  }

  /// Spearman's correlation with thickness, of the first three axes.
  private var correlations: [Double] {
    model.split.coordinates().prefix(3).map {
      AxisWalk.thicknessCorrelation($0, model.split)
    }
  }

  private func firstAxisFindings(_ walk: AxisWalk) -> [Finding] {
    let rho = correlations
    let share = LatentMerit.determination(
      model.split.values(of: .thickness), on: [model.split.coordinates()[0]])
    let thickness = walk.strip.values(of: .thickness)
    return [
      Finding(
        "Spearman's ρ with thickness: "
          + rho.enumerated().map {
            "PC\($0.offset + 1) \(NumberText.fixed($0.element, 2, signed: true))"
          }.joined(separator: ", ") + "; R² on PC1 \(NumberText.fixed(share, 2))",
        paper: "PC1 holds most of what varies in thickness; held to mean the greatest |ρ| and "
          + "R² of at least 0.5",
        agrees: Self.holdsThickness(rho, share)), Self.orderFinding(thickness),
      layerFinding(walk, rises: thickness[2] - thickness[0]),
    ]
  }

  /// Whether the first axis goes with thickness better than the others, and explains half of it.
  static func holdsThickness(_ rho: [Double], _ share: Double) -> Bool {
    rho.allSatisfy { abs($0) <= abs(rho[0]) } && share >= 0.5
  }

  /// Thicknesses at minimum, mean and maximum [nm].
  static func orderFinding(_ thickness: [Double]) -> Finding {
    let texts = thickness.map { NumberText.fixed($0, 1) }
    return Finding(
      "measured thickness at minimum, mean, maximum: \(texts.joined(separator: ", ")) nm",
      paper: "films are in order of thickness",
      agrees: thickness[0] < thickness[1] && thickness[1] < thickness[2]
        || thickness[0] > thickness[1] && thickness[1] > thickness[2])
  }

  private func layerFinding(_ walk: AxisWalk, rises: Double) -> Finding {
    let ends = [walk.strip.films[0].measured, walk.strip.films[2].measured]
    let changes = [
      ends[1].inorganic - ends[0].inorganic, ends[1].organic - ends[0].organic,
    ]
    return Finding(
      "from minimum to maximum thickness changes by \(NumberText.fixed(rises, 1, signed: true)) nm, "
        + "inorganic by \(NumberText.fixed(changes[0], 2, signed: true)) nm, organic by "
        + "\(NumberText.fixed(changes[1], 2, signed: true)) nm",
      paper: "inorganic and organic layers both grow with the thickness",
      agrees: rises != 0 && changes.allSatisfy { $0 * rises > 0 })
  }

  private func otherAxisFindings(_ walk: AxisWalk) -> [Finding] {
    let (name, rho) = ("PC\(walk.axis + 1)", correlations)
    let (range, first) = (walk.strip.thicknessRange, self.walk(along: 0).strip.thicknessRange)
    return [
      Self.rangeFinding(range, along: name, first: first),
      Finding(
        "Spearman's ρ with thickness is \(NumberText.fixed(rho[walk.axis], 2, signed: true)), "
          + "of PC1 \(NumberText.fixed(rho[0], 2, signed: true))",
        paper: "\(name) says little of thickness beside PC1; held to mean at most half its |ρ|",
        agrees: abs(rho[walk.axis]) <= abs(rho[0]) / 2),
    ]
  }

  /// How far thickness moves along an axis, beside the first [nm].
  static func rangeFinding(_ range: Double, along name: String, first: Double) -> Finding {
    let share = first > 0 ? range / first : .infinity
    let part =
      first > 0
      ? "\(NumberText.fixed(share, 2)) of PC1's range (\(NumberText.fixed(first, 1)) nm)"
      : "along PC1 not at all"
    return Finding(
      "thickness moves by \(NumberText.fixed(range, 1)) nm along \(name), " + part,
      paper: "almost constant; held to mean at most a quarter of PC1's range",
      agrees: share <= 0.25)
  }
}
