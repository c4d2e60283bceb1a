/// A scale of colours from low to high.
public struct ColorMap: Hashable, Sendable {
  /// Colours at equal distances, two or more; between them each channel is interpolated.
  public let anchors: [RGB]

  /// - Precondition: Two anchors or more.
  public init(anchors: [RGB]) {
    precondition(anchors.count >= 2, "a scale of \(anchors.count) colours")
    self.anchors = anchors
  }

  /// Viridis (van der Walt & Smith 2015, CC0): lightness rises evenly, so that it reads the same in
  /// grey and to colour-blind eyes.
  public static let viridis = ColorMap(anchors: [
    RGB(0x44, 0x01, 0x54), RGB(0x48, 0x24, 0x75), RGB(0x41, 0x44, 0x87), RGB(0x35, 0x5F, 0x8D),
    RGB(0x2A, 0x78, 0x8E), RGB(0x21, 0x91, 0x8C), RGB(0x22, 0xA8, 0x84), RGB(0x44, 0xBF, 0x70),
    RGB(0x7A, 0xD1, 0x51), RGB(0xBD, 0xDF, 0x26), RGB(0xFD, 0xE7, 0x25),
  ])

  /// Blue over white to red (ColorBrewer's RdBu, Brewer & Harrower 2003): for values on both sides of
  /// zero, told apart by colour-blind eyes too.
  public static let blueRed = ColorMap(anchors: [
    RGB(0x21, 0x66, 0xAC), RGB(0x67, 0xA9, 0xCF), RGB(0xD1, 0xE5, 0xF0), RGB(0xF7, 0xF7, 0xF7),
    RGB(0xFD, 0xDB, 0xC7), RGB(0xEF, 0x8A, 0x62), RGB(0xB2, 0x18, 0x2B),
  ])

  /// The colour at a share of the scale; beyond 0 to 1, and for NaN, that of the nearest end.
  public subscript(share: Double) -> RGB {
    let position = (share > 0 ? min(share, 1) : 0) * Double(anchors.count - 1)
    let below = min(Int(position), anchors.count - 2)
    let part = position - Double(below)
    let (low, high) = (anchors[below], anchors[below + 1])
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) + part * (Double(b) - Double(a))).rounded())
    }
    return RGB(mix(low.red, high.red), mix(low.green, high.green), mix(low.blue, high.blue))
  }
}
