import Charts
import Testing

@Suite struct AxisTests {
  @Test func `an axis covers its values between round ends`() {
    let axis = Axis("thickness [nm]", covering: [1.2, 17.3, .nan, 9])
    #expect(axis.lower == 0)
    #expect(axis.upper == 20)
    #expect(axis.ticks(count: 4).map(\.text) == ["0", "5", "10", "15", "20"])
    #expect(Axis("", covering: [3, 3]).ticks(count: 3).map(\.text) == ["0", "1", "2", "3"])
    #expect(Axis("", covering: [0]).ticks(count: 2).map(\.text) == ["0.0", "0.5", "1.0"])
    let narrow = Axis("density [g/cm³]", covering: [1.52, 1.61])
    #expect(narrow.lower == 1.52)
    #expect(narrow.ticks(count: 5).map(\.text) == ["1.52", "1.54", "1.56", "1.58", "1.60", "1.62"])
  }

  @Test(
    arguments: [
      [], [.nan], [1, 1.0.nextUp], [-1e300, 1e300], [0], [3], [-2, -2], [1e300],
      [.leastNonzeroMagnitude],
    ] as [[Double]])
  func `whatever the values, there is an axis with ticks`(values: [Double]) {
    for scale in [Axis.Scale.linear, .logarithmic] {
      let axis = Axis("", covering: values, scale: scale)
      #expect(axis.lower < axis.upper)
      #expect(!axis.ticks(count: 3).isEmpty, "\(axis)")
    }
  }

  @Test func `a logarithmic axis marks decades, or less where there are few`() {
    let wide = Axis("time [s]", covering: [3e-9, 0.2], scale: .logarithmic)
    #expect(wide.lower == 1e-9)
    #expect(wide.upper == 1)
    #expect(wide.ticks(count: 5).map(\.text) == ["10⁻⁹", "10⁻⁷", "10⁻⁵", "0.001", "0.1"])
    #expect(wide.ticks(count: 3, unicode: false).map(\.text) == ["1e-9", "1e-5", "0.1"])
    let narrow = Axis("", from: 0.3, to: 4, scale: .logarithmic)
    #expect(narrow.ticks(count: 5).map(\.text) == ["0.5", "1", "2"])
  }

  @Test func `shares and values are each other's inverse`() throws {
    for scale in [Axis.Scale.linear, .logarithmic] {
      let axis = Axis("", from: 0.5, to: 40, scale: scale)
      #expect(axis.share(of: 0.5) == 0)
      #expect(axis.share(of: 40) == 1)
      for value in [0.7, 3, 39.0] {
        let share = try #require(axis.share(of: value))
        #expect(abs(axis.value(at: share) / value - 1) < 1e-12)
      }
    }
    #expect(Axis("", from: 1, to: 2, scale: .logarithmic).share(of: 0) == nil)
    #expect(Axis("", from: 1, to: 2).share(of: .nan) == nil)
  }
}
