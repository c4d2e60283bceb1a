import Cells
import Evaluation
import Exporting
import Interphase
import Plotting
import SampleStatistics
import Surrogate

extension FigureMaker {
  /// Fig. 1b, c: a film of the test split and its decoding.
  var filmsFigure: PaperFigure {
    let index = chosenFilm
    let films = model.split.films
    let simulated = films.lattice(at: index)
    // Justified by the fact that a bundle's barriers are those of simulations.
    let barriers = (try? films.barriers(at: index)) ?? fixedBarriers
    let decoded = predictor.decode(latent: films.mean(at: index), barriers: barriers)
    let strip = FilmStrip(films: [
      .init("simulated", title: "(b) simulated", simulated: simulated),
      .init("decoded", title: "(c) decoded", decoded: decoded),
    ])
    let split = model.split
    let place = split.isWhole ? "\(split.count) in the test split" : split.name
    var overlap = Overlap()
    overlap.add(decoded: decoded.lattice, simulated: simulated)
    return PaperFigure(
      number: .films, title: "A film of the test split, simulated and decoded",
      caption: "Film \(index) of \(place) (index "
        + "\(films.indices[index]) of the data set, seed \(films.seeds[index])), and what the "
        + "model decodes from its latent mean.",
      figure: strip.figure(provenance(ofFilm: index, barriers: barriers)),
      summary: strip.summary, findings: [accuracy(of: overlap, strip)])
  }

  /// Given, or drawn from all films alike.
  private var chosenFilm: Int {
    if let film = settings.film { return film }
    var source = RandomSource(seed: settings.seed)
    return Int.random(in: 0..<model.split.count, using: &source)
  }

  private func accuracy(of overlap: Overlap, _ strip: FilmStrip) -> Finding {
    let pooled = model.description.metrics.reconstruction
    func ratios(_ values: Double?...) -> String {
      values.map { $0.map { NumberText.fixed($0, 2) } ?? "–" }.joined(separator: " / ")
    }
    return Finding(
      "solid / inorganic / organic sites overlap (intersection over union) by "
        + ratios(overlap.solid, overlap.inorganic, overlap.organic)
        + ", over the model's whole test split by "
        + ratios(pooled.solidOverlap, pooled.inorganicOverlap, pooled.organicOverlap)
        + "; thickness is off by \(NumberText.fixed(strip.thicknessRange, 1)) nm",
      paper: "films of the test split are predicted accurately; no figure given", agrees: nil)
  }
}
