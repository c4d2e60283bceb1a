import Testing

@testable import Networks

@Suite struct StubTests {
  @Test func `a stub`() {}
}
