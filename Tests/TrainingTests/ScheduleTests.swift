import Testing
import Training

struct ScheduleTests {
  @Test func `one cycle goes as PyTorch's`() {
    // torch.optim.lr_scheduler.OneCycleLR(max_lr=2e-3, total_steps=100), printed by hand from its
    // formulas: warm-up ends at step 0.3 · 100 − 1 = 29, the last step is 99.
    func rate(_ step: Int) -> Float { Schedule.oneCycle.rate(step: step, of: 100, peak: 2e-3) }
    #expect(abs(rate(0) - 8e-5) < 1e-9)
    #expect(abs(rate(29) - 2e-3) < 1e-9)
    #expect(abs(rate(64) - 1.000_004e-3) < 1e-8)
    #expect(abs(rate(99) - 8e-9) < 1e-12)
    for step in 0..<29 { #expect(rate(step) < rate(step + 1)) }
    for step in 29..<99 { #expect(rate(step) > rate(step + 1)) }
  }

  @Test func `constant is constant, and one step is enough`() {
    #expect(Schedule.constant.rate(step: 5, of: 10, peak: 3e-6) == 3e-6)
    #expect(Schedule.oneCycle.rate(step: 0, of: 1, peak: 1e-3) == 1e-3)
    #expect(Schedule.oneCycle.rate(step: 1, of: 2, peak: 1e-3).isFinite)
  }
}
