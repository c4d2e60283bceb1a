import Files
import Foundation
import Networks
import Plotting
import Surrogate
import Theming

/// The files that the program comes with, and those that it keeps.
struct ResourceFindings {
  private let here: Surroundings
  private let library: ThemeLibrary
  private let models: [(path: String, bundle: Result<ModelBundle, any Error>)]

  /// Looks at themes and models.
  ///
  /// - Parameter models: Folders, each opened and checked whole.
  init(_ here: Surroundings, library: ThemeLibrary, models: [String]) {
    self.here = here
    self.library = library
    self.models = models.map { path in (path, Result { try ModelBundle(opening: path) }) }
  }

  /// The first model that opens.
  var usableModel: ModelBundle? { models.lazy.compactMap { try? $0.bundle.get() }.first }

  var all: [Symptom] { themes + modelFindings + folders + [gnuplot] }

  private var themes: [Symptom] {
    let names = library.themes.map(\.name).joined(separator: ", ")
    let found: Symptom =
      library.themes.count > 1
      ? .fine("themes", "\(library.themes.count)", names)
      : .caution(
        "themes", "the built-in one", "no theme files near the program: run Scripts/install again")
    return [found]
      + library.problems.map { .caution("theme file", "unusable", $0.description) }
  }

  private var modelFindings: [Symptom] {
    guard !models.isEmpty else {
      return [
        .caution(
          "models", "none found",
          "the explorer only simulates: set SEISCOPE_MODELS to a folder of models, or give --model")
      ]
    }
    return models.map { path, bundle in
      let what = "model"
      switch bundle {
      case .success(let bundle):
        return .fine(
          what, Folder.name(of: path),
          "\(bundle.description.architecture.variant.rawValue), \(path)")
      case .failure(let error):
        return .caution(what, "\(Folder.name(of: path)): damaged", "\(error)")
      }
    }
  }

  private var folders: [Symptom] {
    let own = UserFolders(environment: here.environment)
    return [
      Self.folder("settings", own.configuration), Self.folder("state", own.state),
    ]
  }

  private static func folder(_ what: String, _ path: String?) -> Symptom {
    guard let path else {
      return .caution(what, "no folder", "set HOME, so that there is a place for them")
    }
    do {
      // A file inside is what would be written.
      try Folder.checkWritable("\(path)/probe")
      return .fine(what, path, Folder.kind(of: path) == .missing ? "made when needed" : nil)
    } catch {
      return .caution(what, path, error.description.replacing("\(path)/probe: ", with: ""))
    }
  }

  private var gnuplot: Symptom {
    do {
      return .fine("gnuplot", try Gnuplot().path)
    } catch {
      return .caution("gnuplot", "missing", "'figures' and --plot need it: install gnuplot-nox")
    }
  }
}
