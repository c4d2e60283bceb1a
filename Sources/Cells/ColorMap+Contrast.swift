extension ColorMap {
  /// The part of the scale that stands out from a background, spread over the whole of it.
  ///
  /// Viridis ends in a violet that sinks into dark backgrounds and a yellow that sinks into white
  /// ones. Where nothing stands out enough the scale stays as it is.
  /// - Parameters:
  ///   - background: The colour behind.
  ///   - limit: The least contrast ratio (WCAG 2); 2 is enough for dots that need not be read.
  public func readable(on background: RGB, contrast limit: Double = 2) -> ColorMap {
    let shares = (0...100).map { Double($0) / 100 }
    let runs = shares.split { self[$0].contrast(with: background) < limit }
    guard let longest = runs.max(by: { $0.count < $1.count }), longest.count < shares.count,
      let first = longest.first, let last = longest.last, first < last
    else { return self }
    return ColorMap(
      anchors: (0...10).map { self[first + Double($0) / 10 * (last - first)] })
  }
}
