import Cells
import Interphase

/// The view Compare: where the two films differ, by how much, and whether by more than two films of
/// different seeds do.
enum CompareView: ExplorerView {
  static func sliders(_ state: ExplorerState, in frame: Rect) -> [SliderFrame] {
    [SliderDock.frame(state, in: CompareLayout(state, in: frame).dock)]
  }

  static func work(_ state: ExplorerState) -> [WorkKind: WorkTask] {
    let session = state.session
    return [
      .replicas: .replicas(
        barriers: session.barriers, eventLimit: session.eventLimit,
        seeds: Ensemble.seeds(after: session.seed))
    ]
  }

  static func press(_ point: Point, in frame: Rect, _ state: inout ExplorerState) -> [Effect]? {
    let layout = CompareLayout(state, in: frame)
    if let tab = layout.tabs.first(where: { $0.frame.contains(point) }) {
      state.edit { $0.compare.part = tab.value }
    } else if let choice = layout.speciesChoices.first(where: { $0.frame.contains(point) }) {
      state.compareProbability(of: choice.value)
    } else if let site = layout.site(at: point) {
      state.compare.site = site
    } else {
      return nil
    }
    return []
  }

  static func drag(to point: Point, in frame: Rect, _ state: inout ExplorerState) {
    guard let site = CompareLayout(state, in: frame).site(at: point) else { return }
    state.compare.site = site
  }

  static func status(_ state: ExplorerState) -> String? { SiteText.text(state) }

  static func draw(_ state: ExplorerState, in frame: Rect, on canvas: inout Canvas) {
    let layout = CompareLayout(state, in: frame)
    let ensemble = Ensemble(state)
    let difference = state.difference
    CompareHeader.draw(layout, state, on: &canvas)
    if let place = layout.difference {
      DifferenceView.draw(place, difference, state, on: &canvas)
    }
    if let frame = layout.profiles { ProfilesView.draw(in: frame, state, on: &canvas) }
    if let frame = layout.species { SpeciesView.draw(in: frame, state, on: &canvas) }
    if let maps = layout.maps {
      ProbabilityView.draw(maps, ensemble, layout.speciesChoices, state, on: &canvas)
    }
    FiguresView.draw(layout, ensemble, state, on: &canvas)
    SliderView.draw(SliderDock.frame(state, in: layout.dock), state, on: &canvas)
  }

  /// Why there is nothing to compare.
  static func missing(_ state: ExplorerState) -> String {
    if case .absent(let reason) = state.model { return reason }
    guard let decoded = state.decoded?.result.lattice, state.decoded?.result.isStored == false
    else { return "the model is being loaded" }
    guard let simulated = state.run.snapshot?.lattice else { return "the simulation is starting" }
    return "the films differ in size: \(simulated.width)×\(simulated.height) sites simulated, "
      + "\(decoded.width)×\(decoded.height) decoded"
  }
}

extension CompareLayout {
  /// The site under a cell of any picture.
  func site(at point: Point) -> Point? {
    pictures.lazy.compactMap { $0.site(at: point) }.first
  }
}

extension ExplorerState {
  /// The two films, where there are both and of one size.
  var comparedFilms: (simulated: Lattice, decoded: Lattice)? {
    guard let simulated = run.snapshot?.lattice, let decoded = decoded?.result.lattice,
      simulated.width == decoded.width, simulated.height == decoded.height
    else { return nil }
    return (simulated, decoded)
  }

  /// Where the two films differ.
  fileprivate var difference: FilmDifference? {
    comparedFilms.flatMap { FilmDifference(simulated: $0.simulated, decoded: $0.decoded) }
  }
}
