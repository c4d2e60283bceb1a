#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A colour in Oklab, where distances follow the eye (Ottosson 2020, bottosson.github.io/posts/oklab).
public struct Oklab: Hashable, Sendable {
  /// From 0, black, to 1, white.
  public var lightness: Double
  /// From green to red, about -0.25 to 0.28.
  public var a: Double
  /// From blue to yellow, about -0.31 to 0.2.
  public var b: Double

  /// A colour of its three coordinates.
  public init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// How colourful: 0 for greys, up to about 0.32.
  public var chroma: Double { (a * a + b * b).squareRoot() }

  /// Euclidean distance: 0.02 is just noticeable side by side, black to white is 1.
  public func distance(to other: Oklab) -> Double {
    let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
    return (dl * dl + da * da + db * db).squareRoot()
  }
}

extension RGB {
  /// The colour in Oklab.
  public var oklab: Oklab {
    let (r, g, b) = linear
    let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return Oklab(
      lightness: 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      a: 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      b: 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s)
  }

  /// Relative luminance as WCAG 2 defines it, 0 to 1.
  public var relativeLuminance: Double {
    let (r, g, b) = linear
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }

  /// Contrast ratio as WCAG 2 defines it: 1 for equal colours, 21 for black and white.
  public func contrast(with other: RGB) -> Double {
    let (x, y) = (relativeLuminance, other.relativeLuminance)
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  /// The channels without sRGB's gamma, 0 to 1.
  private var linear: (Double, Double, Double) {
    func decode(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return (decode(red), decode(green), decode(blue))
  }
}
