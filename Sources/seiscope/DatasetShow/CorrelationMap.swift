import Cells
import Foundation
import SampleStatistics

/// Correlations as a heat map: a row and a column for each quantity, the lower half.
///
/// Numbers are in hundredths. Colours run from blue (−1) over the terminal's own ground (0) to red
/// (+1), so that what is strong stands out on dark and light terminals alike.
struct CorrelationMap {
  private let portrait: DatasetPortrait
  private let capabilities: Capabilities
  private let cellWidth: Int
  private static let labelWidth = 20

  /// - Parameter columns: Width of the terminal; cells without numbers where it is narrow.
  init(_ portrait: DatasetPortrait, capabilities: Capabilities, columns: Int) {
    self.portrait = portrait
    self.capabilities = capabilities
    let isRoomy = columns >= Self.labelWidth + 4 * portrait.quantities.count
    cellWidth = isRoomy || capabilities.colors == .monochrome ? 4 : 2
  }

  /// The map with its labels.
  var canvas: Canvas {
    let count = portrait.quantities.count
    var canvas = Canvas(
      size: Size(width: Self.labelWidth + cellWidth * count, height: count + 2))
    canvas.write(
      "correlations" + (cellWidth == 4 ? " in hundredths" : ", blue −1 to red +1"), x: 0, y: 0,
      style: Style(attributes: .bold))
    for row in 0..<count {
      let number = "\(row + 1)"
      canvas.write(number, endingAt: 4, y: row + 1)
      canvas.write(portrait.quantities[row].label, x: 5, y: row + 1, width: Self.labelWidth - 5)
      for column in 0...row { draw(row, column, on: &canvas) }
      let place = Self.labelWidth + cellWidth * (row + 1)
      canvas.write(number, endingAt: place, y: count + 1, style: Style(attributes: .dim))
    }
    return canvas
  }

  private func draw(_ row: Int, _ column: Int, on canvas: inout Canvas) {
    let value = portrait.moments.correlation(row, column)
    let style = value.map(style) ?? .plain
    let x = Self.labelWidth + cellWidth * column
    for offset in 0..<cellWidth { canvas[x + offset, row + 1] = Cell(" ", style) }
    guard cellWidth == 4 else { return }
    let text = value.map { String(Int((100 * $0).rounded())) } ?? "–"
    canvas.write(text, endingAt: x + 4, y: row + 1, style: style)
  }

  private func style(_ value: Double) -> Style {
    guard capabilities.colors > .monochrome, abs(value) >= 0.02 else { return .plain }
    let strong = value > 0 ? RGB(0xB4, 0x1F, 0x2B) : RGB(0x1F, 0x55, 0xA5)
    // Half of the scale is passed at |ρ| = 0.25: most correlations are small.
    let share = abs(value).squareRoot()
    func mix(_ channel: UInt8) -> UInt8 { UInt8(0x30 + share * (Double(channel) - 0x30)) }
    let ground = RGB(mix(strong.red), mix(strong.green), mix(strong.blue))
    return Style(foreground: RGB(0xFF, 0xFF, 0xFF), background: ground)
  }
}
