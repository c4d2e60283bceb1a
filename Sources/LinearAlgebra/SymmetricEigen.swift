import COpenBLAS

/// The spectral decomposition of a real symmetric matrix, by LAPACK's `dsyevd`.
public struct SymmetricEigen: Sendable {
  /// Eigenvalues, rising.
  public let values: [Double]
  /// Unit eigenvectors, `vectors[k]` belonging to `values[k]`; their signs are arbitrary.
  public let vectors: [[Double]]

  /// Decomposes a matrix; `nil` where LAPACK does not converge, which no finite input should cause.
  ///
  /// - Parameters:
  ///   - matrix: `order * order` finite numbers; the lower triangle (row ≥ column) is read.
  ///   - order: Rows, at least 1.
  public init?(_ matrix: [Double], order: Int) {
    precondition(order >= 1 && matrix.count == order * order, "\(matrix.count) is not \(order)²")
    // One thread: the matrices are small, and sums in one order keep results the same anywhere.
    openblas_set_num_threads(1)
    var storage = matrix
    var values = [Double](repeating: 0, count: order)
    guard Self.decompose(&storage, &values, order: Int32(order)) else { return nil }
    self.values = values
    vectors = (0..<order).map { Array(storage[($0 * order)..<(($0 + 1) * order)]) }
  }

  /// In place: `storage` becomes the eigenvectors, one after the other.
  private static func decompose(
    _ storage: inout [Double], _ values: inout [Double], order: Int32
  ) -> Bool {
    let n = Int(order)
    var workSize = Int32(1 + 6 * n + 2 * n * n)
    var integerWorkSize = Int32(3 + 5 * n)
    var work = [Double](repeating: 0, count: Int(workSize))
    var integerWork = [Int32](repeating: 0, count: Int(integerWorkSize))
    var (order, leading, info) = (order, order, Int32(0))
    // LAPACK is column-major: its upper triangle is our lower one.
    dsyevd_(
      "V", "U", &order, &storage, &leading, &values, &work, &workSize, &integerWork,
      &integerWorkSize, &info)
    return info == 0
  }
}
