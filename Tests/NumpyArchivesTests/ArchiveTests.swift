import Files
import Foundation
import Interphase
import Testing

@testable import NumpyArchives

struct ArchiveTests {
  private let path = NSTemporaryDirectory() + "/seiscope-\(UUID().uuidString).npz"

  private func write(_ arrays: [(String, ArrayHeader, [UInt8])]) throws {
    var writer = try ArchiveWriter(path, arrays: arrays.map { ($0.0, $0.1) })
    for (number, array) in arrays.enumerated() { try writer.append(array.2, to: number) }
    try writer.finish()
  }

  @Test func `what is written is read`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let halves: [Float] = [0.5, -1.5, 1e30, .nan]
    try write([
      ("codes", ArrayHeader(.uint8, [2, 3]), [1, 2, 3, 4, 5, 6]),
      ("empty", ArrayHeader(.int64, [0]), []),
      ("halves", ArrayHeader(.float32, [4]), halves.withUnsafeBytes { Array($0) }),
      ("whole", ArrayHeader(.int64, [1]), [0xFE] + [UInt8](repeating: 0xFF, count: 7)),
      ("huge", ArrayHeader(.uint64, [1]), [UInt8](repeating: 0xFF, count: 8)),
    ])
    let archive = try ArchiveReader(path)
    #expect(archive.names == ["codes", "empty", "halves", "whole", "huge"])
    let codes = try #require(try archive.array("codes"))
    let numbers = try #require(try archive.array("halves"))
    #expect(try codes.nextIntegers() == [1, 2, 3])
    #expect(try numbers.nextFloats() == [0.5])
    #expect(try codes.nextIntegers() == [4, 5, 6])
    #expect(try numbers.nextFloats() == [-1.5])
    #expect(try numbers.nextFloats() == [Double(Float(1e30))])
    #expect(try numbers.nextFloats()[0].isNaN)
    #expect(try archive.array("whole")?.nextIntegers() == [-2])
    #expect(try archive.array("huge")?.nextIntegers() == [nil])
    #expect(try archive.array("empty")?.rows == 0)
    #expect(try archive.array("other") == nil)
  }

  @Test func `equal arrays give equal bytes, and nothing is left beside them`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write([("a", ArrayHeader(.uint8, [2]), [1, 2])])
    let first = try WholeFile.read(path)
    try write([("a", ArrayHeader(.uint8, [2]), [1, 2])])
    #expect(try WholeFile.read(path) == first)
    #expect(!FileManager.default.fileExists(atPath: "\(path).partial-\(getpid())"))
  }

  @Test func `damage of the data is told by the checksum`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write([("a", ArrayHeader(.uint8, [64, 4]), [UInt8](repeating: 7, count: 256))])
    var bytes = try WholeFile.read(path)
    let place = try #require(bytes.firstIndex(of: 7))
    bytes[place + 9] = 8
    try WholeFile.write(bytes, to: path)
    let array = try #require(try ArchiveReader(path).array("a"))
    let error = #expect(throws: NumpyError.self) {
      for _ in 0..<64 { _ = try array.nextIntegers() }
    }
    #expect(error?.description.contains("CRC error") == true)
    #expect(error?.exitStatus == .data)
  }

  @Test func `what is no archive is said to be none`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: NumpyError.self) { try ArchiveReader(path) }
    try WholeFile.write(Array("lattices".utf8), to: path)
    let error = #expect(throws: NumpyError.self) { try ArchiveReader(path) }
    #expect(error?.description.contains("not a zip archive") == true)
  }

  @Test func `a size that the shape does not give is refused before anything is read`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write([("a", ArrayHeader(.uint8, [2, 30]), [UInt8](repeating: 7, count: 60))])
    let bytes = try WholeFile.read(path)
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    let start = try #require(text.range(of: "(2, 30)")).lowerBound
    let place = text.unicodeScalars.distance(from: text.startIndex, to: start)
    for shape in ["(9, 30)", "(-1, 3)", "(2, 30,"] {
      var changed = bytes
      changed.replaceSubrange(place..<(place + 7), with: Array(shape.utf8))
      try WholeFile.write(changed, to: path)
      #expect(throws: NumpyError.self, "\(shape)") { try ArchiveReader(path).array("a") }
    }
  }
}
