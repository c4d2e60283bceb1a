import Files
import Interphase
import Networks
import Tensors

/// Everything that is wrong with a model's folder, looked for in all of it.
///
/// Where opening a model stops at the first thing wrong, this goes on: a file that cannot be read
/// hides only what depends on it. Takes about a second for a map of a thousand films.
public struct ModelCheck: Sendable {
  /// One sentence a fault; none where the model is sound.
  public private(set) var faults: [String] = []
  /// What was checked and how much of it, a line each.
  public private(set) var findings: [String] = []
  /// Whether nothing is wrong.
  public var isSound: Bool { faults.isEmpty }

  /// Checks a folder.
  ///
  /// - Parameter path: The model's folder; where it is missing, that is the fault.
  public init(of path: String) { check(path) }

  private mutating func check(_ path: String) {
    guard Folder.kind(of: path) == .folder else { return record(BundleError.missing(path)) }
    let present = Set(Folder.names(in: path))
    for file in BundleFile.allNames where !present.contains(file) {
      record(BundleError.incomplete(folder: path, file: file))
    }
    let description = attempt(BundleFile.description, of: present) {
      try ModelDescription(json: WholeFile.read("\(path)/\(BundleFile.description)"))
    }
    guard let description else { return checkReadable(path, present) }
    checkChecksums(description)
    checkAxes(description.principalAxes)
    checkContents(path, present, description)
  }

  /// Without a description all that can be said of the other files is whether they are safetensors.
  private mutating func checkReadable(_ path: String, _ present: Set<String>) {
    for file in BundleFile.allNames.dropFirst() {
      _ = attempt(file, of: present) { try SafetensorsReader(opening: "\(path)/\(file)") }
    }
  }

  private mutating func checkContents(
    _ path: String, _ present: Set<String>, _ description: ModelDescription
  ) {
    let tensors = attempt(BundleFile.weights, of: present) {
      try ModelBundle.tensors(in: path, description)
    }
    let map = attempt(BundleFile.latentMap, of: present) {
      try ModelBundle.latentMap(in: path, description)
    }
    let picture = attempt(BundleFile.startPicture, of: present) {
      try ModelBundle.picture(in: path, description).picture
    }
    if let map { checkFilms(map, description) }
    guard let tensors else { return }
    checkVariances(tensors)
    let network = attempt(BundleFile.weights, of: present) {
      try InferenceNetwork(architecture: description.architecture, tensors: tensors)
    }
    guard let network else { return }
    let predictor = Predictor(network, scaling: description.scaling)
    if let map { checkMeans(map, predictor) }
    if let picture { checkPicture(picture, description.startState, predictor) }
  }

  /// What is read from a file that is present; an error becomes a fault.
  private mutating func attempt<Content>(
    _ file: String, of present: Set<String>, _ read: () throws -> Content
  ) -> Content? {
    guard present.contains(file) else { return nil }
    do { return try read() } catch {
      record(error)
      return nil
    }
  }

  private mutating func record(_ error: any Error) {
    faults.append("\(error)")
  }

  /// Notes a fault, in the file's name.
  mutating func fault(_ file: String, _ sentence: String) {
    record(BundleError.values(file: file, sentence))
  }

  /// Notes what was found in order.
  mutating func found(_ finding: String) { findings.append(finding) }
}
