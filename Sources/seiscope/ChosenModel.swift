import Explorer
import ExplorerRuntime

/// The model that a session decodes with, or why there is none.
struct ChosenModel {
  /// How to open it.
  let source: ModelSource?
  /// What the explorer shows of it.
  let state: ModelState

  /// The models that a report sets beside the chosen one: the paper's two.
  private static let comparisons = ["vae", "prvae"]

  /// Takes the named model, which must be whole, or the bundled one, without which the explorer
  /// still runs.
  ///
  /// - Throws: What is wrong with a model that was named.
  init(named path: String?, session: Session) throws {
    do {
      let chosen = ResourceLocator.model(path)
      let others = Self.comparisons.compactMap(ResourceLocator.bundled).filter { $0 != chosen }
      let source = try ModelSource(
        bundle: chosen, session: session, checksAll: path != nil, comparisons: others)
      self.source = source
      state = .present(source.summary)
    } catch {
      if path != nil { throw error }
      source = nil
      state = .absent("\(error)")
    }
  }
}
