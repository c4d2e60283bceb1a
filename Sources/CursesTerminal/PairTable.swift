/// Foreground and background by ncurses' colour numbers, -1 for the terminal's own.
struct ColorPair: Hashable, Sendable {
  var foreground: Int32
  var background: Int32

  static let terminalDefault = ColorPair(foreground: -1, background: -1)

  var swapped: ColorPair { ColorPair(foreground: background, background: foreground) }
}

/// ncurses' numbers of colour pairs, given out by hand: `alloc_pair` is slower and hands out
/// duplicates after a reset.
///
/// Terminals of 8 and 16 colours have 64 and 256 pairs, fewer than colours squared (with the
/// terminal's own, 81 and 289). There one number serves both orders of two colours, the other one
/// shown in reverse, so that 45 and 153 are the most that can be asked for.
struct PairTable {
  /// A pair's number and how to show it.
  struct Slot: Equatable {
    var number: Int32
    /// Foreground and background change places.
    var isReversed = false
    /// The number is new, and ncurses has to be told its colours.
    var isNew = false
  }

  private let capacity: Int
  private let sharesOrders: Bool
  private var numbers: [ColorPair: Int32] = [.terminalDefault: 0]
  private var last = (pair: ColorPair.terminalDefault, slot: Slot(number: 0))

  /// A table for `capacity` numbers, 0 among them, which is the terminal's own colours.
  init(capacity: Int) {
    self.capacity = capacity
    sharesOrders = capacity <= 1024
  }

  /// How many numbers are given out.
  var count: Int { numbers.count }

  /// The number of a pair; `nil` if none is left, after which the table must be emptied and the
  /// screen drawn anew.
  mutating func slot(_ pair: ColorPair) -> Slot? {
    if pair == last.pair { return last.slot }
    var found = numbers[pair].map { Slot(number: $0) }
    if found == nil && sharesOrders && pair.foreground >= 0 && pair.background >= 0 {
      found = numbers[pair.swapped].map { Slot(number: $0, isReversed: true) }
    }
    if let found {
      last = (pair, found)
      return found
    }
    guard numbers.count < capacity else { return nil }
    let number = Int32(numbers.count)
    numbers[pair] = number
    return Slot(number: number, isNew: true)
  }

  /// Forgets all numbers.
  mutating func removeAll() { self = PairTable(capacity: capacity) }
}
