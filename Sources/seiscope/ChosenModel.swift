import Explorer
import ExplorerRuntime

/// The model that a session decodes with, or why there is none.
struct ChosenModel {
  /// How to open it.
  let source: ModelSource?
  /// What the explorer shows of it.
  let state: ModelState

  /// Takes the named model, which must be whole, or the bundled one, without which the explorer
  /// still runs.
  ///
  /// - Throws: What is wrong with a model that was named.
  init(named path: String?, session: Session) throws {
    do {
      let source = try ModelSource(bundle: ResourceLocator.model(path), session: session)
      self.source = source
      state = .present(source.summary)
    } catch {
      if path != nil { throw error }
      source = nil
      state = .absent("\(error)")
    }
  }
}
