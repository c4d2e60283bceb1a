public import Interphase

/// A colour in sRGB, as pictures hold it.
public struct FilmColor: Hashable, Sendable {
  /// Red, 0 to 255.
  public let red: UInt8
  /// Green, 0 to 255.
  public let green: UInt8
  /// Blue, 0 to 255.
  public let blue: UInt8

  /// A colour of three channels.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }
}

extension Species {
  /// The colour in exported pictures: the papers' white, black, grey, green, red, orange, blue and
  /// purple (Esmaeilpour et al. 2023; Rajagopal et al. 2023), in the shades of the theme `paper`.
  public var filmColor: FilmColor {
    switch self {
    case .electrolyte: FilmColor(red: 0xFF, green: 0xFF, blue: 0xFF)
    case .electrode: FilmColor(red: 0x00, green: 0x00, blue: 0x00)
    case .sink: FilmColor(red: 0xA0, green: 0xA0, blue: 0xA0)
    case .precursor: FilmColor(red: 0x2C, green: 0xA0, blue: 0x2C)
    case .inorganic: FilmColor(red: 0xD6, green: 0x27, blue: 0x28)
    case .monomer: FilmColor(red: 0xFF, green: 0x8C, blue: 0x1A)
    case .dimer: FilmColor(red: 0x1F, green: 0x77, blue: 0xD4)
    case .organic: FilmColor(red: 0x80, green: 0x40, blue: 0xB0)
    }
  }
}
