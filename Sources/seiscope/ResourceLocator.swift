import Files
import Foundation
import Interphase

/// Where the files that come with the program are found, wherever it was built or installed.
enum ResourceLocator {
  /// The bundled model, relative to a folder of models.
  private static let bundledModel = "carbonate"
  /// The folder of models, relative to the package or to a prefix's share folder.
  private static let models = "SampleModels"

  /// The folder of the model to use: the one asked for, else the bundled one.
  ///
  /// The bundled model is looked for below `SEISCOPE_MODELS`, beside or above the program
  /// (`SampleModels` of the package, `share/seiscope/SampleModels` of a prefix) and in the working
  /// directory. Where there is none, the path that a person would look at first.
  ///
  /// What is asked for by a name alone, and is no folder here, is the bundled model of that name.
  static func model(_ asked: String?) -> String {
    guard let asked else { return bundled(bundledModel) ?? "\(models)/\(bundledModel)" }
    guard !asked.contains("/"), !FileManager.default.fileExists(atPath: asked) else { return asked }
    return bundled(asked) ?? asked
  }

  /// The names of all bundled models that are found, each of which ``model(_:)`` takes.
  static var bundledNames: [String] {
    let names = modelFolders.flatMap { folder in
      (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
    return Set(names).filter { bundled($0) != nil }.sorted()
  }

  /// The folder of the bundled model of this name, looked for in the same places; `nil` where there
  /// is none.
  static func bundled(_ name: String) -> String? {
    modelFolders.map { "\($0)/\(name)" }.first(where: isModel)
  }

  /// The folders of all models in those places; of several of one name the one that is taken.
  static var bundledModels: [String] {
    var names: Set<String> = []
    return modelFolders.flatMap { folder in
      Folder.names(in: folder).filter { isModel("\(folder)/\($0)") && names.insert($0).inserted }
        .map { "\(folder)/\($0)" }
    }
  }

  private static var modelFolders: [String] {
    let named = ProcessInfo.processInfo.environment["SEISCOPE_MODELS"].map { [$0] } ?? []
    let above = foldersAboveProgram.flatMap {
      ["\($0)/\(models)", "\($0)/share/seiscope/\(models)"]
    }
    return named + above + [models]
  }

  private static func isModel(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/model.json")
  }

  /// The program's folder and all folders above it, links resolved.
  private static var foldersAboveProgram: [String] {
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return [] }
    var folders: [String] = []
    var folder = program.deletingLastPathComponent()
    while folder.path != "/", !folder.path.isEmpty {
      folders.append(folder.path)
      folder.deleteLastPathComponent()
    }
    return folders
  }
}
