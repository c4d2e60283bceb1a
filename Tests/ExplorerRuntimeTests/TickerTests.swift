import Testing

@testable import ExplorerRuntime

@Suite struct TickerTests {
  private let start = ContinuousClock.now

  private func time(_ milliseconds: Int) -> ContinuousClock.Instant {
    start + .milliseconds(milliseconds)
  }

  @Test func `nothing is waited for while nothing moves`() {
    var ticker = Ticker()
    #expect(ticker.wait(for: nil, now: start) == nil)
    #expect(ticker.tick(now: time(1000)) == nil)
  }

  @Test func `ticks carry the time that passed and keep to their grid`() {
    var ticker = Ticker()
    let interval = Duration.milliseconds(100)
    #expect(ticker.wait(for: interval, now: start) == interval)
    #expect(ticker.tick(now: time(40)) == nil, "a key came between")
    #expect(ticker.wait(for: interval, now: time(40)) == .milliseconds(60))
    #expect(ticker.tick(now: time(107)) == .milliseconds(107))
    #expect(ticker.wait(for: interval, now: time(107)) == .milliseconds(93), "no drift")
    #expect(ticker.tick(now: time(200)) == .milliseconds(93))
  }

  @Test func `missed ticks are not caught up, their time is`() {
    var ticker = Ticker()
    let interval = Duration.milliseconds(100)
    _ = ticker.wait(for: interval, now: start)
    #expect(ticker.tick(now: time(530)) == .milliseconds(530))
    #expect(ticker.tick(now: time(530)) == nil)
    #expect(ticker.wait(for: interval, now: time(530)) == .milliseconds(70))
  }

  @Test func `an animation that stopped begins anew`() {
    var ticker = Ticker()
    _ = ticker.wait(for: .milliseconds(100), now: start)
    _ = ticker.wait(for: nil, now: time(50))
    #expect(ticker.tick(now: time(150)) == nil)
    #expect(ticker.wait(for: .milliseconds(100), now: time(500)) == .milliseconds(100))
    #expect(ticker.tick(now: time(600)) == .milliseconds(100))
  }

  @Test func `another speed counts from the last tick`() {
    var ticker = Ticker()
    _ = ticker.wait(for: .milliseconds(100), now: start)
    #expect(ticker.tick(now: time(100)) != nil)
    #expect(ticker.wait(for: .milliseconds(40), now: time(110)) == .milliseconds(30))
    #expect(ticker.tick(now: time(140)) == .milliseconds(40))
  }
}
