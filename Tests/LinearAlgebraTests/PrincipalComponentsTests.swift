import Interphase
import LinearAlgebra
import Testing

struct SymmetricEigenTests {
  @Test func `a known matrix has its known spectrum`() throws {
    // [[2, 1], [1, 2]]: eigenvalues 1 and 3 along (1, −1) and (1, 1).
    let eigen = try #require(SymmetricEigen([2, 1, 1, 2], order: 2))
    #expect(abs(eigen.values[0] - 1) < 1e-14)
    #expect(abs(eigen.values[1] - 3) < 1e-14)
    #expect(abs(eigen.vectors[0][0] + eigen.vectors[0][1]) < 1e-14)
    #expect(abs(eigen.vectors[1][0] - eigen.vectors[1][1]) < 1e-14)
  }

  @Test func `a random matrix of order 50 is rebuilt from its parts`() throws {
    var source = RandomSource(seed: 5)
    let order = 50
    var matrix = [Double](repeating: 0, count: order * order)
    for row in 0..<order {
      for column in 0...row {
        matrix[row * order + column] = source.normal()
        matrix[column * order + row] = matrix[row * order + column]
      }
    }
    let eigen = try #require(SymmetricEigen(matrix, order: order))
    #expect(eigen.values == eigen.values.sorted())
    var worst = 0.0
    for row in 0..<order {
      for column in 0..<order {
        let rebuilt = (0..<order).reduce(0.0) {
          $0 + eigen.values[$1] * eigen.vectors[$1][row] * eigen.vectors[$1][column]
        }
        worst = max(worst, abs(rebuilt - matrix[row * order + column]))
      }
    }
    #expect(worst < 1e-12)
  }
}

struct PrincipalComponentsTests {
  @Test func `a cloud of known covariance has its axes and variances`() throws {
    // Points ± 3 along (0.6, 0.8), ± 1 along (−0.8, 0.6), around (10, −5).
    let points: [[Float]] = [
      [11.8, -2.6], [8.2, -7.4], [9.2, -4.4], [10.8, -5.6],
    ]
    let components = try #require(PrincipalComponents(points))
    #expect(zip(components.mean, [10, -5]).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(abs(components.variances[0] - 6) < 1e-5)
    #expect(abs(components.variances[1] - 2.0 / 3) < 1e-5)
    let first = components.axes[0]
    #expect(abs(abs(first[0] * 0.6 + first[1] * 0.8) - 1) < 1e-6)
  }

  @Test func `fewer than two points have no axes`() {
    #expect(PrincipalComponents([]) == nil)
    #expect(PrincipalComponents([[1, 2]]) == nil)
  }
}
