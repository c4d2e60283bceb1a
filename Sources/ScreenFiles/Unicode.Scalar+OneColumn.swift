import Cells

extension Unicode.Scalar {
  /// The glyph itself where every program shows it in one column, else `?`, as on the terminal.
  var inOneColumn: Unicode.Scalar {
    if (" "..."~").contains(self) || ("─"..."▟").contains(self) { return self }
    guard isPrintable, !isWide else { return "?" }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .unassigned: return "?"
    default: return self
    }
  }

  /// East Asian wide and fullwidth by blocks (Unicode Standard Annex 11), and emoji.
  private var isWide: Bool {
    switch value {
    case ..<0x1100: false
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}
