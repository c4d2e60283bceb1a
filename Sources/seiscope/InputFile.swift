import Console
import Files
import Foundation
import Interphase

/// JSON that a person hands to a command: a bare array, or an object that has it under a key, as
/// this program's own output has.
enum InputFile {
  /// A film: rows of species codes, row 0 the electrode.
  ///
  /// - Throws: A ``UserError`` that names the file and what is wrong with it.
  static func lattice(_ path: String, width: Int, height: Int) throws -> Lattice {
    let rows = try array(path, keys: ["lattice"], of: [Int].self, expected: "rows of species codes")
    guard rows.count == height else {
      throw OptionError(
        "\(path): lattice: found \(rows.count) rows, expected \(height)", status: .data)
    }
    for (number, row) in rows.enumerated() {
      guard row.count == width else {
        throw OptionError(
          "\(path): lattice: row \(number): found \(row.count) codes, expected \(width)",
          status: .data)
      }
      if let code = row.first(where: { !Species.allCases.indices.contains($0) }) {
        throw OptionError(
          "\(path): lattice: row \(number): species code \(code) is unknown: use 0 to 7",
          status: .data)
      }
    }
    guard rows[0].allSatisfy({ $0 == Species.electrode.rawValue }),
      rows[height - 1].allSatisfy({ $0 == Species.sink.rawValue })
    else {
      throw OptionError(
        "\(path): lattice: expected electrode (1) in the first row and sink (2) in the last: "
          + "is it upside down?", status: .data)
    }
    return try Lattice(width: width, height: height, codes: rows.joined().map { UInt8($0) })
  }

  /// A latent point, under `z`, or under `mean` as `encode` prints it.
  ///
  /// - Throws: A ``UserError`` that names the file and what is wrong with it.
  static func latentPoint(_ path: String, count: Int) throws -> [Float] {
    let values = try array(path, keys: ["z", "mean"], of: Double.self, expected: "numbers")
      .map { Float($0) }
    guard values.count == count else {
      throw OptionError(
        "\(path): z: found \(values.count) numbers, expected \(count)", status: .data)
    }
    if let place = values.firstIndex(where: { !$0.isFinite }) {
      throw OptionError("\(path): z: number \(place + 1) is not finite", status: .data)
    }
    return values
  }

  private static func array<Element: Decodable>(
    _ path: String, keys: [String], of element: Element.Type, expected: String
  ) throws -> [Element] {
    let data = Data(try WholeFile.read(path))
    let decoder = JSONDecoder()
    if let bare = try? decoder.decode([Element].self, from: data) { return bare }
    if let object = try? decoder.decode(Keyed<Element>.self, from: data) {
      for key in keys {
        if let values = object.values[key] { return values }
      }
    }
    throw OptionError(
      "\(path): expected JSON: an array of \(expected), or an object with it as '\(keys[0])'",
      status: .data)
  }

  /// The members of an object that are arrays of one kind; others are of no interest.
  private struct Keyed<Element: Decodable>: Decodable {
    var values: [String: [Element]] = [:]

    private struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      for key in container.allKeys {
        values[key.stringValue] = try? container.decode([Element].self, forKey: key)
      }
    }
  }
}
