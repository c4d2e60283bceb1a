import COpenBLAS

/// The linear function of some predictors that lies nearest to a response, in the least-squares
/// sense, by LAPACK's `dgelsd`.
///
/// Of several that lie equally near, as where a predictor never varies, the one with the shortest
/// vector of coefficients.
public struct LinearFit: Sendable {
  /// The value where all predictors are 0.
  public let intercept: Double
  /// The change of the response with each predictor.
  public let slopes: [Double]
  /// The function's value at each observation.
  public let fitted: [Double]

  /// Fits; `nil` where LAPACK does not converge, which no finite input should cause.
  ///
  /// - Parameters:
  ///   - response: One finite number an observation.
  ///   - predictors: For each predictor one finite number an observation.
  /// - Precondition: At least one observation, and all are whole.
  /// - Complexity: O(n d²), in double precision.
  public init?(of response: [Double], on predictors: [[Double]]) {
    let count = response.count
    precondition(
      count >= 1 && predictors.allSatisfy { $0.count == count },
      "\(predictors.map(\.count)) observations for \(count)")
    // One thread: sums in one order keep results the same anywhere.
    openblas_set_num_threads(1)
    let columns = predictors.count + 1
    var matrix = [Double](repeating: 1, count: count) + predictors.joined()
    var solution =
      response + [Double](repeating: 0, count: max(0, columns - count))
    guard Self.solve(&matrix, &solution, rows: count, columns: columns) else { return nil }
    intercept = solution[0]
    slopes = Array(solution[1..<columns])
    fitted = (0..<count).map { [intercept, slopes] row in
      zip(slopes, predictors).reduce(intercept) { $0 + $1.0 * $1.1[row] }
    }
  }

  /// In place: `solution` begins with the coefficients then. The matrix is column-major.
  private static func solve(
    _ matrix: inout [Double], _ solution: inout [Double], rows: Int, columns: Int
  ) -> Bool {
    var (m, n, one) = (Int32(rows), Int32(columns), Int32(1))
    var (leading, leadingSolution) = (m, Int32(solution.count))
    var singular = [Double](repeating: 0, count: min(rows, columns))
    // Singular values below this part of the greatest count as 0.
    var (threshold, rank, info) = (1e-12, Int32(0), Int32(0))
    var (size, integerSize) = ([0.0], [Int32(0)])
    var query = Int32(-1)
    dgelsd_(
      &m, &n, &one, &matrix, &leading, &solution, &leadingSolution, &singular, &threshold, &rank,
      &size, &query, &integerSize, &info)
    guard info == 0 else { return false }
    var workSize = Int32(size[0])
    var work = [Double](repeating: 0, count: max(1, Int(workSize)))
    var integerWork = [Int32](repeating: 0, count: max(1, Int(integerSize[0])))
    dgelsd_(
      &m, &n, &one, &matrix, &leading, &solution, &leadingSolution, &singular, &threshold, &rank,
      &work, &workSize, &integerWork, &info)
    return info == 0
  }
}
