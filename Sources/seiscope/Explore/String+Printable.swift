import Cells

extension String {
  /// Without what a terminal would obey: names in files are shown, never sent.
  var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0 == "\n" || $0.isPrintable }))
  }
}
