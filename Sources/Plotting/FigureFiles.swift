import Exporting
public import Files
import Foundation

/// The four files of a figure: `NAME.csv`, `NAME.gp`, `NAME.png`, `NAME.svg`.
public struct FigureFiles: Sendable {
  /// The endings, in the order in which the files appear.
  public static let endings = ["csv", "gp", "png", "svg"]

  private let stem: String
  /// The last part of the stem.
  private let name: String

  /// Files beside each other.
  ///
  /// - Parameter base: Folder and name; one of the four endings is dropped.
  /// - Throws: ``PlottingError/name(_:)`` for an empty name or one with control characters.
  public init(base: String) throws(PlottingError) {
    let ending = Self.endings.first { base.hasSuffix(".\($0)") }
    stem = String(base.dropLast(ending.map { $0.count + 1 } ?? 0))
    name = stem.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let isPrintable = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard !name.isEmpty, name != ".", name != "..", isPrintable else { throw .name(base) }
  }

  /// The paths of the files.
  public var paths: [String] { Self.endings.map { "\(stem).\($0)" } }

  /// Makes sure that all four could be written, before what they show is computed.
  public func checkWritable() throws(FileError) {
    for path in paths { try WholeFile.checkWritable(path) }
  }

  /// Draws a figure and puts its files into place, once all are whole.
  ///
  /// - Throws: ``PlottingError``, ``PictureError`` or ``FileError``; what was there before is then
  ///   left as it was.
  public func write(_ figure: Figure, by gnuplot: Gnuplot) throws {
    let drawn = try Self.drawn(figure, name: name, by: gnuplot)
    try WholeFile.write(zip(paths, drawn).map { (path: $0.0, bytes: $0.1.bytes) })
  }

  /// Draws a figure in a folder of its own.
  ///
  /// - Parameter name: The files' name without ending.
  /// - Returns: The four files, in the order of ``endings``.
  /// - Throws: ``PlottingError``, ``PictureError`` or ``FileError``.
  public static func drawn(
    _ figure: Figure, name: String, by gnuplot: Gnuplot
  ) throws -> [(name: String, bytes: [UInt8])] {
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "seiscope-figure-\(UUID().uuidString)").path
    try Folder.create(scratch)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let table = Array(figure.table.text(provenance: figure.provenance).utf8)
    let script = Array(GnuplotScript(figure, name: name).text.utf8)
    try WholeFile.write(table, to: "\(scratch)/\(name).csv")
    try WholeFile.write(script, to: "\(scratch)/\(name).gp")
    try gnuplot.run(script: "\(name).gp", in: scratch)
    let png = try PictureNotes.added(
      figure.provenance, toPNG: try WholeFile.read("\(scratch)/\(name).png"))
    let svg = PictureNotes.added(
      figure.provenance, toSVG: try WholeFile.read("\(scratch)/\(name).svg"))
    return zip(endings, [table, script, png, svg]).map { ("\(name).\($0)", $1) }
  }
}
