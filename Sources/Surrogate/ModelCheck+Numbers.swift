import Interphase
import Networks
import Tensors

extension ModelCheck {
  /// Every file has a hash, and no other name has.
  mutating func checkChecksums(_ description: ModelDescription) {
    for name in description.checksums.keys.sorted() where !BundleFile.allNames.contains(name) {
      fault(
        BundleFile.description,
        "checksums: '\(name)' is no file of a model: copy the whole folder again")
    }
    let sealed = description.checksums[BundleFile.description] != nil
    found(
      "hashes of \(description.checksums.count) files"
        + (sealed ? "" : "; model.json, from an older program, records none of itself"))
  }

  /// Batch normalisation divides by the root of these.
  mutating func checkVariances(_ tensors: [String: Tensor]) {
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key })
    where name.hasSuffix(".running_var") {
      guard let channel = tensor.values.firstIndex(where: { $0 <= 0 }) else { continue }
      fault(
        BundleFile.weights,
        "\(name): channel \(channel): expected a positive variance, found "
          + "\(tensor.values[channel]): retrain or copy the file again")
    }
    let values = tensors.values.reduce(0) { $0 + $1.values.count }
    found("\(tensors.count) tensors of \(values) numbers: shapes, finite, variances positive")
  }

  /// The axes are a rotation of latent space, and what is said of them is possible.
  mutating func checkAxes(_ principal: PrincipalAxes) {
    let remedy = "copy the folder again or retrain"
    if let (first, second, product) = principal.leastOrthonormalPair {
      fault(
        BundleFile.description,
        "principalAxes.axes[\(first)] and [\(second)]: expected the scalar product "
          + "\(first == second ? 1 : 0), found \(product): \(remedy)")
    }
    let shares = principal.explainedVariance
    let sum = shares.reduce(0, +)
    if !shares.allSatisfy({ $0 > -1e-6 }) || abs(sum - 1) > 1e-3
      || zip(shares, shares.dropFirst()).contains(where: { $0 < $1 - 1e-6 })
    {
      fault(
        BundleFile.description,
        "principalAxes.explainedVariance: expected falling shares that sum to 1, found the sum "
          + "\(sum): \(remedy)")
    }
    for axis in shares.indices where principal.minimum[axis] > principal.maximum[axis] {
      fault(
        BundleFile.description,
        "principalAxes.minimum[\(axis)]: expected at most the maximum "
          + "\(principal.maximum[axis]), found \(principal.minimum[axis]): \(remedy)")
    }
    found("\(principal.axes.count) principal axes: orthonormal, shares of variance, ranges")
  }
}

extension PrincipalAxes {
  /// What rounding to single precision, and summing in it, may leave of a scalar product.
  private static let tolerance: Float = 1e-4

  /// The pair of axes whose scalar product is furthest from what it should be; none where all are
  /// within rounding.
  fileprivate var leastOrthonormalPair: (Int, Int, Float)? {
    var worst: (Int, Int, Float)?
    var largest = Self.tolerance
    for first in axes.indices {
      for second in first..<axes.count {
        let product = zip(axes[first], axes[second]).reduce(0) { $0 + $1.0 * $1.1 }
        let error = abs(product - (first == second ? 1 : 0))
        if error > largest { (worst, largest) = ((first, second, product), error) }
      }
    }
    return worst
  }
}
