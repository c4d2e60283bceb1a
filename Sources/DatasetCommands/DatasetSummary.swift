package import DataSets
import Foundation
import Interphase

/// What a data set holds, in a few lines.
package struct DatasetSummary {
  private let dataSet: DataSet
  private let quantiles: [[Float]]
  private static let shares = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// Above this number of samples, quantiles are those of every second, third, … sample.
  private static let mostValues = 200_000

  /// Reads the whole set once; keeps four floats each of at most 200,000 samples while it does.
  package init(of dataSet: DataSet) throws {
    self.dataSet = dataSet
    let stride = (dataSet.count + Self.mostValues - 1) / Self.mostValues
    var columns = [[Float]](repeating: [], count: Property.allCases.count)
    var reader = dataSet.samples()
    while let sample = try reader.next() {
      guard sample.index.isMultiple(of: stride) else { continue }
      for (column, value) in sample.properties.enumerated() { columns[column].append(value) }
    }
    quantiles = columns.map { column in
      let sorted = column.sorted()
      return Self.shares.map { sorted[Int(($0 * Double(sorted.count - 1)).rounded())] }
    }
  }

  /// The lines.
  package var text: String {
    ([heading] + outcomes + [""] + table).joined(separator: "\n")
  }

  private var heading: String {
    let manifest = dataSet.manifest
    let splits = Split.allCases.map { "\(dataSet.count(in: $0)) \($0.rawValue)" }
    return """
      \(dataSet.path): \(dataSet.count) samples in \(manifest.shards.count) files, \
      \(splits.joined(separator: ", "))
      \(percent(manifest.finished)) finished, \(manifest.events) events
      """
  }

  private var outcomes: [String] {
    Outcome.allCases.map { outcome in
      let count = dataSet.manifest.outcomes[outcome.id] ?? 0
      return "  " + padded(outcome.name, 20) + padded(left: "\(count)", 9) + "  " + percent(count)
    }
  }

  private var table: [String] {
    let head = Self.shares.map { padded(left: "\(Int($0 * 100 + 0.5)) %", 9) }.joined()
    let rows = Property.allCases.map { property in
      let name = property.heading
      let cells = quantiles[property.rawValue].map {
        padded(left: String(format: "%.3f", Double($0)), 9)
      }
      return "  " + padded(name, 20) + cells.joined()
    }
    return ["  " + padded("quantiles", 20) + head] + rows
  }

  private func percent(_ count: Int) -> String {
    String(format: "%.1f %%", 100 * Double(count) / Double(dataSet.count))
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func padded(left text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
