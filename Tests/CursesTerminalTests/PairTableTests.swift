import Testing

@testable import CursesTerminal

@Suite struct PairTableTests {
  @Test func `a pair keeps its number`() {
    var table = PairTable(capacity: 65536)
    let pair = ColorPair(foreground: 400, background: 17)
    #expect(table.slot(pair) == PairTable.Slot(number: 1, isNew: true))
    #expect(table.slot(pair) == PairTable.Slot(number: 1))
    #expect(table.slot(pair.swapped) == PairTable.Slot(number: 2, isNew: true))
    #expect(table.slot(pair) == PairTable.Slot(number: 1))
    #expect(table.slot(.terminalDefault) == PairTable.Slot(number: 0))
  }

  @Test(arguments: [(8, 64), (16, 256)])
  func `few pairs serve all combinations`(colors: Int32, capacity: Int) {
    var table = PairTable(capacity: capacity)
    var shown: [[Int32]: ColorPair] = [:]
    for foreground in -1..<colors {
      for background in -1..<colors {
        let pair = ColorPair(foreground: foreground, background: background)
        let slot = table.slot(pair)
        #expect(slot != nil, "\(pair)")
        if let slot {
          let key = [slot.number, slot.isReversed ? 1 : 0]
          #expect(shown.updateValue(pair, forKey: key) == nil)
        }
      }
    }
    #expect(table.count <= capacity)
  }

  @Test func `the terminal's own colour is never reversed`() {
    var table = PairTable(capacity: 64)
    let pair = ColorPair(foreground: 3, background: -1)
    _ = table.slot(pair)
    #expect(table.slot(pair.swapped)?.isReversed == false)
  }

  @Test func `a full table says so, and starts over when emptied`() {
    var table = PairTable(capacity: 2000)
    for number in 1..<2000 {
      #expect(table.slot(ColorPair(foreground: Int32(number), background: 0)) != nil)
    }
    let another = ColorPair(foreground: 5000, background: 0)
    #expect(table.slot(another) == nil)
    #expect(table.slot(ColorPair(foreground: 7, background: 0)) == PairTable.Slot(number: 7))
    table.removeAll()
    #expect(table.slot(another) == PairTable.Slot(number: 1, isNew: true))
  }
}
