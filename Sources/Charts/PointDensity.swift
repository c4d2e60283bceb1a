/// How many points a cell stands for, where glyphs beyond ASCII cannot tell.
enum PointDensity {
  /// A glyph that is denser for more points, of one or more; each step stands for twice as many.
  static func glyph(_ count: Int) -> Unicode.Scalar {
    let ramp: [Unicode.Scalar] = [".", ":", "+", "*", "#", "@"]
    return ramp[min(ramp.count - 1, Int.bitWidth - 1 - count.leadingZeroBitCount)]
  }
}
