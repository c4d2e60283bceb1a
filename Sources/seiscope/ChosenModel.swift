import Explorer
import ExplorerRuntime
import Interphase

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
      let unusable = UnusableModel(error, found: ResourceLocator.bundledNames)
      if path != nil { throw unusable }
      source = nil
      state = .absent(unusable.description)
    }
  }
}

/// Why a model cannot be used, and which ones can be had instead.
struct UnusableModel: UserError {
  let description: String
  let exitStatus: ExitStatus

  /// - Parameter found: Names of bundled models.
  init(_ reason: any Error, found: [String]) {
    let list = found.joined(separator: ", ")
    description =
      "\(reason)" + (found.isEmpty ? "" : "; models found: \(list) (--model \(found[0]))")
    exitStatus = (reason as? any UserError)?.exitStatus ?? .data
  }
}
