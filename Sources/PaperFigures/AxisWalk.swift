import Cells
import Interphase
import SampleStatistics
import Surrogate

/// Films along a principal axis: at its minimum over the test split, at the mean, at its maximum.
struct AxisWalk {
  /// From 0.
  let axis: Int
  /// Where the films are on the axis.
  let coordinates: [Float]
  /// The latent points.
  let points: [[Float]]
  /// The films.
  let strip: FilmStrip

  init(along axis: Int, of axes: PrincipalAxes, at barriers: Barriers, by predictor: Predictor) {
    let ends = [axes.minimum[axis], 0, axes.maximum[axis]]
    let points = ends.map { coordinate in
      axes.point(at: [Float](repeating: 0, count: axis) + [coordinate])
    }
    let names = ["minimum", "mean", "maximum"]
    self.axis = axis
    coordinates = ends
    self.points = points
    strip = FilmStrip(
      films: names.indices.map { index in
        let place = index == 1 ? "" : ", PC\(axis + 1) = \(Self.text(ends[index]))"
        return .init(
          names[index], title: names[index] + place,
          decoded: predictor.decode(latent: points[index], barriers: barriers))
      })
  }

  private static func text(_ coordinate: Float) -> String {
    NumberText.fixed(Double(coordinate), 1).replacing("-", with: "−")
  }

  /// Spearman's correlation of the films' coordinates on an axis with their thickness.
  static func thicknessCorrelation(_ coordinates: [Double], _ split: EncodedSplit) -> Double {
    Statistics.rankCorrelation(coordinates, split.values(of: .thickness))
  }
}
