import DataSets
import Exporting
import Interphase
import Plotting
import SampleStatistics

/// A data set's figures as files.
struct DatasetShowFiles {
  private let dataSet: DataSet
  private let portrait: DatasetPortrait
  private static let pixelsPerSite = 4

  init(_ dataSet: DataSet, _ portrait: DatasetPortrait) {
    self.dataSet = dataSet
    self.portrait = portrait
  }

  /// One row a quantity: mean, deviation, and its correlation with each.
  var table: CSVTable {
    let names = portrait.quantities.map(\.column)
    var table = CSVTable(columns: ["quantity", "mean", "standard deviation"] + names)
    for (row, name) in names.enumerated() {
      let numbers = [portrait.moments.means[row], portrait.moments.deviation(row)]
      let correlations = names.indices.map { portrait.moments.correlation(row, $0) ?? .nan }
      table.append([.text(name)] + (numbers + correlations).map { .number($0) })
    }
    return table
  }

  /// The correlations as a map (paper, Fig. 4).
  var figure: Figure {
    Figure(
      correlationsOf: portrait.quantities.map(\.label), title: "correlation",
      provenance: provenance, portrait.moments.correlation)
  }

  /// The kept films side by side, one row a class, as one picture; `nil` where there are none.
  func picture() throws(PictureError) -> [UInt8]? {
    guard let sheet else { return nil }
    return try FilmPicture.png(
      of: sheet, pixelsPerSite: Self.pixelsPerSite, provenance: provenance)
  }

  private var sheet: Lattice? {
    let rows = Outcome.allCases.compactMap { portrait.films[$0] }.filter { !$0.isEmpty }
    guard let most = rows.map(\.count).max() else { return nil }
    let (width, height, gap) = (dataSet.width, dataSet.height, 2)
    let (sheetWidth, sheetHeight) = (
      most * (width + gap) - gap, rows.count * (height + gap) - gap
    )
    var codes = [UInt8](repeating: 0, count: sheetWidth * sheetHeight)
    for (place, films) in rows.reversed().enumerated() {
      for (column, film) in films.enumerated() {
        for y in 0..<height {
          let start = (place * (height + gap) + y) * sheetWidth + column * (width + gap)
          codes.replaceSubrange(
            start..<(start + width), with: film.lattice.codes[(y * width)..<((y + 1) * width)])
        }
      }
    }
    // Justified by the fact that the codes are those of lattices.
    return try! Lattice(width: sheetWidth, height: sheetHeight, codes: codes)
  }

  private var provenance: Provenance { dataSet.provenance }
}
