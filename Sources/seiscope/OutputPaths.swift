import Console
import Files

/// The files that a command reads and writes, by their options.
struct OutputPaths {
  /// Files that are read.
  var inputs: [(flag: String, path: String?)] = []
  /// Files that are written.
  var outputs: [(flag: String, path: String?)]
  /// Pairs of options that may name one file.
  var mayMeet: [(String, String)] = []

  /// Makes sure that no two are one file and that all outputs can be written, before any work.
  func check() throws {
    var flags: [String: String] = [:]
    for (flag, path) in inputs {
      if let path { flags[WholeFile.identity(of: path)] = flag }
    }
    for (flag, path) in outputs {
      guard let path else { continue }
      if let other = flags.updateValue(flag, forKey: WholeFile.identity(of: path)),
        !mayMeet.contains(where: { $0 == (other, flag) })
      {
        throw OptionError("\(other) and \(flag) name the same file, \(path): give two names")
      }
      try WholeFile.checkWritable(path)
    }
  }
}
