import Cells
import Exporting
import Interphase
import Plotting
import Surrogate

extension FigureMaker {
  /// Fig. 8a: the latent point stays at the mean, barriers go from their least to their greatest.
  var barrierWalkFigure: FigureOutcome {
    guard readsBarriers else {
      return .skipped(.barrierWalk, reason: "the model's decoder reads no barriers")
    }
    let strip = barrierWalk
    let what = settings.varied.map(\.id) ?? "all fifteen barriers"
    var provenance = provenance(at: settings.varied == nil ? nil : fixedBarriers)
    if let varied = settings.varied { provenance = provenance.leavingOut(barriersOf: [varied]) }
    return .made(
      PaperFigure(
        number: .barrierWalk, title: "Barriers vary at a fixed latent point",
        caption: "Films decoded at the mean of the latent space while \(what) "
          + (settings.varied == nil ? "go together" : "goes alone")
          + " from the least to the greatest value in \(model.split.name)"
          + (settings.varied == nil ? "." : ", the others at fixed values. \(barrierSentence)"),
        figure: strip.figure(provenance), summary: strip.summary,
        findings: [Self.productFinding(strip, what), reachFinding]))
  }

  /// Fig. 8b: barriers stay, each latent dimension goes from its least to its greatest mean.
  var latentWalkFigure: PaperFigure {
    let strip = latentWalk
    let thickness = strip.values(of: .thickness)
    let texts = thickness.map { NumberText.fixed($0, 1) }
    return PaperFigure(
      number: .latentWalk, title: "The latent point varies at fixed barriers",
      caption: "Films decoded while all latent dimensions go together from their least to their "
        + "greatest mean in \(model.split.name). \(barrierSentence)",
      figure: strip.figure(provenance(at: readsBarriers ? fixedBarriers : nil)),
      summary: strip.summary,
      findings: [
        Finding(
          "measured thickness along the way: \(texts.joined(separator: ", ")) nm",
          paper: "the latent variables alone change the film; held to mean by at least 1 nm",
          agrees: strip.thicknessRange >= 1), distanceFinding,
      ])
  }

  /// Parts of the way from the least to the greatest values.
  private static let shares: [Float] = [0, 0.25, 0.5, 0.75, 1]

  private static func title(_ share: Float) -> String {
    switch share {
    case 0: "minimum"
    case 1: "maximum"
    default: "\(Int(100 * share)) %"
    }
  }

  private static func point(_ share: Float, between ends: [ClosedRange<Float>]) -> [Float] {
    // Both ends exactly, which a sum of the lower end and the way would miss by a rounding.
    ends.map { (1 - share) * $0.lowerBound + share * $0.upperBound }
  }

  private var barrierWalk: FilmStrip {
    FilmStrip(
      films: Self.shares.map { share in
        .init(
          Self.title(share),
          decoded: predictor.decode(latent: model.split.axes.mean, barriers: barriers(at: share)))
      })
  }

  private var latentWalk: FilmStrip {
    FilmStrip(
      films: Self.shares.map { share in
        .init(
          Self.title(share),
          decoded: predictor.decode(
            latent: Self.point(share, between: model.split.latentEnds), barriers: fixedBarriers))
      })
  }

  /// Barriers on the way from the least to the greatest; those that do not vary are fixed.
  func barriers(at share: Float) -> Barriers {
    let values = Self.point(share, between: model.split.barrierEnds)
    // Justified by the fact that they lie between those of simulations.
    guard let varied = settings.varied else { return try! Barriers(values) }
    return try! fixedBarriers.setting(varied, to: values[varied.rawValue - 1])
  }

  static func productFinding(_ strip: FilmStrip, _ what: String) -> Finding {
    func range(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }
    let films = strip.films.map(\.measured)
    // A film without product says nothing of their kind.
    let shares = films.filter { $0.inorganic + $0.organic > 0 }.map {
      $0.inorganic / ($0.inorganic + $0.organic)
    }
    func text(_ value: Double) -> String { NumberText.fixed(value, 2) }
    return Finding(
      "over \(what) inorganic's share of the products moves by \(text(range(shares))) "
        + "(inorganic by \(text(range(films.map(\.inorganic)))) nm, organic by "
        + "\(text(range(films.map(\.organic)))) nm)",
      paper: "barriers decide which products form; held to mean that the share moves by at least "
        + "0.25",
      agrees: range(shares) >= 0.25)
  }

  private var reachFinding: Finding {
    Finding(
      "thickness moves by \(NumberText.fixed(barrierWalk.thicknessRange, 1)) nm over the barriers, "
        + "by \(NumberText.fixed(latentWalk.thicknessRange, 1)) nm over the latent point (Fig. 8b)",
      paper: "shows both without a figure", agrees: nil)
  }

  private var distanceFinding: Finding {
    let mean = model.split.axes.mean
    func distance(_ point: [Float]) -> Double {
      zip(point, mean).reduce(0.0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }.squareRoot()
    }
    let ends = [Float(0), 1].map { distance(Self.point($0, between: model.split.latentEnds)) }
    let films = (0..<model.split.count).map { distance(model.split.films.mean(at: $0)) }
    let farthest = films.max() ?? 0
    let isBeyond = ends.allSatisfy { $0 > farthest }
    return Finding(
      "the ends lie \(ends.map { NumberText.fixed($0, 1) }.joined(separator: " and ")) from the "
        + "latent mean, the farthest film \(NumberText.fixed(farthest, 1))"
        + (isBeyond ? ": the ends are corners beyond all films" : ""),
      paper: "interpolates between minima and maxima of all dimensions", agrees: nil)
  }
}
