import Console
import Interphase
import Surrogate

extension DecodeCommand {
  /// Where a latent point starts from.
  enum Anchor: Equatable {
    case prior
    case mean
    case test(Int)

    init(_ text: String, films: Int) throws {
      switch text {
      case "prior": self = .prior
      case "mean": self = .mean
      default:
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "test", let index = Int(parts[1]) else {
          throw OptionError("--anchor '\(text)': give prior, mean or test:I, like test:0")
        }
        guard (0..<films).contains(index) else {
          throw OptionError(
            "--anchor \(text): the test split has films 0 to \(films - 1)")
        }
        self = .test(index)
      }
    }

    /// The barriers that apply where none are given.
    func barriers(in bundle: ModelBundle) throws -> Barriers {
      guard case .test(let index) = self else { return bundle.description.startState.barriers }
      return try bundle.latentMap.barriers(at: index)
    }

    /// The latent point.
    func point(in bundle: ModelBundle, _ predictor: Predictor, _ barriers: Barriers) -> [Float] {
      switch self {
      case .prior: predictor.prior(at: barriers).mean
      case .mean: bundle.description.principalAxes.mean
      case .test(let index): bundle.latentMap.mean(at: index)
      }
    }
  }

  /// A coordinate to take on one principal axis.
  struct AxisMove: Equatable {
    /// From 0.
    let axis: Int
    let coordinate: Float

    init(_ text: String, axes: Int) throws {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let number = Int(parts[0]), let value = Float(parts[1]),
        value.isFinite
      else { throw OptionError("--pc \(text): expected K=V, like 1=2.5") }
      guard (1...axes).contains(number) else {
        throw OptionError("--pc \(text): the model has axes 1 to \(axes)")
      }
      axis = number - 1
      coordinate = value
    }

    /// Moves a point along the named axes alone: (z − mean) · v takes the given value, whatever is
    /// across the axis stays as it is.
    static func apply(_ moves: [AxisMove], to point: [Float], _ axes: PrincipalAxes) -> [Float] {
      let anchor = axes.coordinates(of: point)
      var result = point
      // Where an axis is named twice, the last word counts.
      let targets = Dictionary(
        moves.map { ($0.axis, $0.coordinate) }, uniquingKeysWith: { $1 })
      for (axis, coordinate) in targets.sorted(by: { $0.key < $1.key }) {
        let step = coordinate - anchor[axis]
        for index in result.indices { result[index] += step * axes.axes[axis][index] }
      }
      return result
    }
  }
}
