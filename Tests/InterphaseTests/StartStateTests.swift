import Interphase
import Testing

@Test func `the start state lies within the design, where a model knows its way`() {
  #expect(StartState.standard.barriers.outsideDesign.isEmpty)
}
