import Explorer
import Foundation
import Testing

@testable import ExplorerRuntime

@Suite struct LatentPathTests {
  private func length(_ point: [Float]) -> Float {
    point.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private func cosine(_ a: [Float], _ b: [Float]) -> Float {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / length(a) / length(b)
  }

  @Test(arguments: LatentPath.allCases) func `a way ends at its ends, to the bit`(path: LatentPath)
  {
    let (start, end): ([Float], [Float]) = ([0.1, 0.7, -3], [2.3, 0.3, 0.9])
    #expect(path.point(from: start, to: end, share: 0) == start)
    #expect(path.point(from: start, to: end, share: 1) == end)
    #expect(path.point(from: start, to: start, share: 0.3) == start)
  }

  @Test func `the straight way changes each coordinate in proportion`() {
    #expect(LatentPath.linear.point(from: [0, 4], to: [8, 0], share: 0.25) == [2, 3])
  }

  @Test(arguments: [0.1, 0.25, 0.5, 0.9])
  func `the spherical way turns evenly while its length changes evenly`(share: Double) {
    let point = LatentPath.spherical.point(from: [2, 0, 0], to: [0, 6, 0], share: share)
    #expect(abs(length(point) - Float(2 + 4 * share)) < 1e-5)
    let angle = share * .pi / 2
    #expect(abs(cosine(point, [1, 0, 0]) - Float(cos(angle))) < 1e-5)
    #expect(point[2] == 0)
  }

  @Test func `there and back lie on the same points`() {
    let (start, end): ([Float], [Float]) = ([1, -2, 0.5], [-0.3, 1, 3])
    let there = LatentPath.spherical.point(from: start, to: end, share: 0.2)
    let back = LatentPath.spherical.point(from: end, to: start, share: 0.8)
    #expect(zip(there, back).allSatisfy { abs($0 - $1) < 1e-5 })
  }

  @Test func `in one direction the spherical way is the straight one`() {
    let point = LatentPath.spherical.point(from: [1, 2], to: [3, 6], share: 0.5)
    #expect(zip(point, [2, 4]).allSatisfy { abs($0 - $1) < 1e-5 })
  }

  @Test func `between opposite points the way goes round the origin, not through it`() {
    let start: [Float] = [1, 2, -2]
    let end = start.map { -2 * $0 }
    let middle = LatentPath.spherical.point(from: start, to: end, share: 0.5)
    #expect(abs(length(middle) - 4.5) < 1e-4)
    #expect(abs(cosine(middle, start)) < 1e-5)
  }

  @Test func `the origin has no direction to turn from`() {
    #expect(LatentPath.spherical.point(from: [0, 0], to: [4, 2], share: 0.5) == [2, 1])
    #expect(LatentPath.spherical.point(from: [4, 2], to: [0, 0], share: 0.5) == [2, 1])
  }
}
