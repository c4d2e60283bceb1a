extension Cell {
  /// Two colours in one cell, one above the other, on a ground where there is none; a ground of `nil`
  /// is the terminal's own.
  ///
  /// One colour alone is a blank on it, which a terminal draws without seams.
  public init(upper: RGB?, lower: RGB?, on ground: RGB? = nil) {
    if upper == lower {
      self.init(" ", Style(background: lower ?? ground))
    } else if let upper {
      self.init("▀", Style(foreground: upper, background: lower ?? ground))
    } else {
      self.init("▄", Style(foreground: lower, background: ground))
    }
  }
}
