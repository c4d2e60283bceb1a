import Cells
public import Explorer
import Exporting
import Files
import Foundation
import Interphase
import KineticMonteCarlo
import NumpyArchives
import ScreenFiles
import SessionFiles
import Theming

/// What a person exports, as a file; docs/sessions.md has the formats.
public struct ExportFile: Sendable {
  /// What is written.
  let order: ExportOrder
  /// Name and version of the program.
  let program: String

  /// An export of a state.
  public init(_ order: ExportOrder, program: String) {
    self.order = order
    self.program = program
  }

  /// Writes the file, whole or not at all; one that is there is replaced.
  ///
  /// - Throws: A `UserError`: ``ExportError``, or why the file cannot be written.
  public func write(to path: String) throws {
    if order.format == .npz {
      try ExportArrays(self).write(to: path)
    } else {
      try WholeFile.write(bytes(), to: path)
    }
  }

  /// Writes the file under a new name in a folder.
  ///
  /// - Returns: The path.
  /// - Throws: As ``write(to:)``.
  func writeAnew(in folder: String, time: Int) throws -> String {
    try FreshName(format: order.format, time: time).paths(in: folder).first { path in
      guard order.format == .npz else { return try WholeFile.create(bytes(), at: path) }
      guard Folder.kind(of: path) == .missing else { return false }
      try ExportArrays(self).write(to: path)
      return true
    } ?? folder
  }

  private func bytes() throws -> [UInt8] {
    switch order.format {
    case .json: try ExportRecord(self).bytes()
    case .csv: Array(try ExportTable(self).table().text(provenance: provenance).utf8)
    case .npz: preconditionFailure("arrays are written piece by piece")
    case .png: try picture()
    case .svg: drawing()
    case .text: Array("\(order.screen.text)\n\(mark)\n".utf8)
    case .ansi: Array("\(order.screen.printedText(colors: .direct))\n\(mark)\n".utf8)
    }
  }

  /// The simulated film and the decoded one beside it, two sites apart.
  private func picture() throws -> [UInt8] {
    let films = try films
    var pair = Lattice(emptyWidth: films.count * (films[0].width + 2) - 2, height: films[0].height)
    for x in 0..<pair.width {
      let film = films[x / (films[0].width + 2)]
      let column = x % (films[0].width + 2)
      for y in 0..<pair.height {
        pair[x, y] = column < film.width ? film[column, y] : .electrolyte
      }
    }
    return try FilmPicture.png(of: pair, pixelsPerSite: 10, provenance: provenance)
  }

  private func drawing() -> [UInt8] {
    let (ink, paper) =
      order.theme.isDark
      ? (RGB(230, 230, 230), RGB(0, 0, 0))
      : (
        RGB(0, 0, 0), RGB(255, 255, 255)
      )
    let drawing = order.screen.svg(
      foreground: order.theme.text ?? ink, background: order.theme.background ?? paper,
      title: "seiscope")
    return PictureNotes.added(provenance, toSVG: Array(drawing.utf8))
  }
}

extension ExportFile {
  /// The films that are there, the simulated one first.
  var films: [Lattice] {
    get throws {
      let films = [order.run.snapshot?.lattice, order.decoded?.result.lattice].compactMap { $0 }
      guard !films.isEmpty else { throw ExportError.nothingYet }
      return films
    }
  }

  /// The state as a line, by which it can be had again.
  var stateLine: String { StateLine(order.saved).text }

  /// The last line of screens as text.
  private var mark: String { "\(program)  \(stateLine)" }

  /// What the exported things depend on.
  var provenance: Provenance {
    let knobs = order.saved.session.knobs
    var provenance = Provenance(
      program: program, rulesVersion: rulesVersion,
      parameters: SimulationParameters(published: knobs.barriers), seed: knobs.seed,
      eventLimit: knobs.eventLimit, events: order.run.snapshot?.events,
      modelHash: order.saved.modelHash)
    provenance.add("anchor", knobs.anchor.name)
    for (index, offset) in knobs.offsets.enumerated() where offset != 0 {
      provenance.add("offset-PC\(index + 1)", "\(offset)")
    }
    provenance.add("state", stateLine)
    return provenance
  }
}
