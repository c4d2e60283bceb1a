import CPNGReader
import Exporting
import Foundation
import Interphase
import Testing

@Suite struct FilmPictureTests {
  @Test func `each site is a square of its colour, the electrode at the bottom`() throws {
    let film = try everySpecies()
    let picture = try Decoded(
      FilmPicture.png(of: film, pixelsPerSite: 3, provenance: provenance()))
    #expect(picture.width == 12)
    #expect(picture.height == 15)
    for y in 0..<15 {
      for x in 0..<12 {
        let species = film[x / 3, 4 - y / 3]
        #expect(picture[x, y] == species.filmColor, "pixel \(x), \(y)")
      }
    }
  }

  @Test func `the file is small and carries its provenance`() throws {
    let film = Lattice(emptyWidth: 50, height: 50)
    let provenance = try provenance(modelHash: "µ")
    let bytes = try FilmPicture.png(of: film, pixelsPerSite: 8, provenance: provenance)
    #expect(bytes.count < 3000)
    #expect(bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    let chunks = Self.chunks(of: bytes)
    // Width and height, 4 bits a pixel, colour type 3 (palette).
    #expect(chunks.first?.type == "IHDR")
    #expect(chunks.first?.data == [0, 0, 1, 144, 0, 0, 1, 144, 4, 3, 0, 0, 0])
    let texts = chunks.filter { ["tEXt", "iTXt"].contains($0.type) }.map { chunk in
      chunk.data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(texts.first == ["Software", "seiscope 0.1.0"])
    #expect(texts.contains(["seed", "18446744073709551615"]))
    #expect(texts.contains(["barrier-pairing", "0.63"]))
    #expect(texts.last == ["model", "µ"])
    #expect(texts.count == provenance.entries.count)
  }

  @Test(arguments: [0, -1, 100_000, .max])
  func `a picture that no viewer opens is refused`(pixels: Int) throws {
    let error = PictureError.size(width: 4, height: 5, pixelsPerSite: pixels)
    #expect(throws: error) {
      try FilmPicture.png(of: everySpecies(), pixelsPerSite: pixels, provenance: provenance())
    }
    #expect(error.exitStatus == .usage)
  }

  @Test func `the colours are those of the theme 'paper'`() throws {
    let root = URL(fileURLWithPath: #filePath + "/../../..").standardized
    let theme = try String(contentsOf: root.appending(path: "Themes/paper.yaml"), encoding: .utf8)
    for species in Species.allCases {
      let color = species.filmColor
      let hex = String(format: "#%02x%02x%02x", color.red, color.green, color.blue)
      #expect(theme.contains("  \(species.name): \"\(hex)\""))
    }
  }

  private static func chunks(of bytes: [UInt8]) -> [(type: String, data: [UInt8])] {
    var chunks: [(type: String, data: [UInt8])] = []
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
      let data = place + 8
      chunks.append(
        (
          String(decoding: bytes[(place + 4)..<data], as: UTF8.self),
          Array(bytes[data..<(data + length)])
        ))
      place = data + length + 4
    }
    return chunks
  }
}

/// What libpng's reader sees.
private struct Decoded {
  let width: Int
  let height: Int
  private let pixels: [UInt8]

  init(_ bytes: [UInt8]) throws {
    var (width, height): (UInt32, UInt32) = (0, 0)
    let pixels = try #require(png_reader_rgb(bytes, bytes.count, &width, &height))
    defer { free(pixels) }
    self.width = Int(width)
    self.height = Int(height)
    self.pixels = Array(UnsafeBufferPointer(start: pixels, count: 3 * self.width * self.height))
  }

  subscript(x: Int, y: Int) -> FilmColor {
    let place = 3 * (y * width + x)
    return FilmColor(red: pixels[place], green: pixels[place + 1], blue: pixels[place + 2])
  }
}
