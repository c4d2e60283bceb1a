import Interphase

/// What digits of a state line can be; see docs/sessions.md.
enum StateLineBase {
  /// Dense or with choices.
  static let layout: UInt64 = 2
  /// Views and anchors, with room for more of them.
  static let view: UInt64 = 8
  static let anchor: UInt64 = 8
  /// 0 for no model.
  static let model: UInt64 = 1 << 16 + 1
  static let byte: UInt64 = 256
  /// Bytes of a number of 64 bits, 0 to 8.
  static let length: UInt64 = 9
  /// A barrier at the start, on a grid of 1 meV, or any.
  static let barrierChoice: UInt64 = 3
  static let milli: UInt64 = 2048
  /// Bit patterns of the floats from 0 to 100.
  static let barrier = UInt64(Barriers.greatest.bitPattern) + 1
  /// An offset of zero or any.
  static let offsetChoice: UInt64 = 2
  /// Bit patterns of the finite floats, those of the negative ones moved down to follow.
  static let offset = 2 * finite
  static let finite = UInt64(Float.infinity.bitPattern)
  /// Bytes of an event limit, where all are written.
  static let limitBytes = 5

  /// Of which barriers are changed: the same for everybody, however their session began.
  static let origin = StartState.standard.barriers.values
}

extension StateLine {
  typealias Digit = (digit: UInt64, base: UInt64)
  private typealias Base = StateLineBase

  /// The content, in the order in which it is read.
  ///
  /// - Parameter isDense: Whether all numbers are written in full, which is shorter where most are
  ///   arbitrary.
  func digits(isDense: Bool) -> [Digit] {
    let number = isDense ? Self.whole : Self.brief
    let viewIndex = ViewKind.allCases.firstIndex(of: view) ?? 0
    let limit =
      knobs.eventLimit == SimulationParameters.defaultEventLimit ? 0 : UInt64(knobs.eventLimit)
    return [
      (isDense ? 1 : 0, Base.layout), (UInt64(viewIndex), Base.view),
      (model.flatMap { UInt64($0, radix: 16) }.map { $0 + 1 } ?? 0, Base.model),
      (anchorCode.kind, Base.anchor),
    ] + number(anchorCode.number, 8) + number(knobs.seed, 8) + number(limit, Base.limitBytes)
      + zip(knobs.barriers.values, Base.origin).flatMap {
        isDense ? [(UInt64(($0 + 0).bitPattern), Base.barrier)] : Self.barrier($0, origin: $1)
      }
      + knobs.offsets.flatMap { Self.offset(Float($0), isDense: isDense) }
  }

  private var anchorCode: (kind: UInt64, number: UInt64) {
    switch knobs.anchor {
    case .priorMean: (0, 0)
    case .priorDraw(let seed): (1, seed)
    case .latentMean: (2, 0)
    case .simulated: (3, 0)
    case .testSample(let index): (4, UInt64(index))
    }
  }

  private static func whole(_ number: UInt64, _ bytes: Int) -> [Digit] {
    (0..<bytes).map { (number >> UInt64(8 * $0) & 0xFF, Base.byte) }
  }

  private static func brief(_ number: UInt64, _: Int) -> [Digit] {
    let bytes = (UInt64.bitWidth - number.leadingZeroBitCount + 7) / 8
    return [(UInt64(bytes), Base.length)] + whole(number, bytes)
  }

  private static func barrier(_ value: Float, origin: Float) -> [Digit] {
    if value == origin { return [(0, Base.barrierChoice)] }
    let milli = UInt64((value * 1000).rounded())
    if milli < Base.milli, Float(milli) / 1000 == value {
      return [(1, Base.barrierChoice), (milli, Base.milli)]
    }
    // Adding zero makes a negative zero positive.
    return [(2, Base.barrierChoice), (UInt64((value + 0).bitPattern), Base.barrier)]
  }

  private static func offset(_ value: Float, isDense: Bool) -> [Digit] {
    let choice: [Digit] = isDense ? [] : [(value == 0 ? 0 : 1, Base.offsetChoice)]
    guard isDense || value != 0 else { return choice }
    let size = UInt64(value.magnitude.bitPattern)
    return choice + [(size + (value < 0 ? Base.finite : 0), Base.offset)]
  }
}

/// Takes a state line's digits apart.
struct StateLineReader {
  private typealias Base = StateLineBase
  private var content: DigitStack
  private var isDense = false

  init(_ content: DigitStack) { self.content = content }

  /// Whether nothing is left over.
  var isAtEnd: Bool { content.isZero }

  /// The line; `nil` where a digit means nothing.
  mutating func line() -> StateLine? {
    isDense = content.pop(base: Base.layout) == 1
    let viewIndex = Int(content.pop(base: Base.view))
    let model = content.pop(base: Base.model)
    let kind = content.pop(base: Base.anchor)
    let anchor = anchor(kind, number(bytes: 8))
    let seed = number(bytes: 8)
    let limit = number(bytes: Base.limitBytes)
    let values = Base.origin.map { barrier(origin: $0) }
    let offsets = (0..<Session.sliderCount).map { _ in offset() }
    guard let anchor, let barriers = try? Barriers(values), ViewKind.allCases.indices ~= viewIndex
    else { return nil }
    return StateLine(
      knobs: Knobs(
        barriers: barriers, seed: seed,
        eventLimit: limit == 0
          ? SimulationParameters.defaultEventLimit
          : Int(min(limit, UInt64(StateLine.greatestEventLimit))), anchor: anchor, offsets: offsets),
      view: ViewKind.allCases[viewIndex],
      model: model == 0 ? nil : Self.hexadecimal(model - 1))
  }

  private mutating func number(bytes: Int) -> UInt64 {
    let count = isDense ? bytes : min(8, Int(content.pop(base: Base.length)))
    return (0..<count).reduce(0) { $0 | content.pop(base: Base.byte) << UInt64(8 * $1) }
  }

  private func anchor(_ kind: UInt64, _ number: UInt64) -> Anchor? {
    switch kind {
    case 0: .priorMean
    case 1: .priorDraw(seed: number)
    case 2: .latentMean
    case 3: .simulated
    case 4: Int(exactly: number).map { .testSample($0) }
    default: nil
    }
  }

  private mutating func barrier(origin: Float) -> Float {
    let choice = isDense ? 2 : content.pop(base: Base.barrierChoice)
    switch choice {
    case 0: return origin
    case 1: return Float(content.pop(base: Base.milli)) / 1000
    default: return Float(bitPattern: UInt32(content.pop(base: Base.barrier)))
    }
  }

  private mutating func offset() -> Double {
    guard isDense || content.pop(base: Base.offsetChoice) == 1 else { return 0 }
    let code = content.pop(base: Base.offset)
    let size = Float(bitPattern: UInt32(code % Base.finite))
    return Double(code >= Base.finite ? -size : size)
  }

  private static func hexadecimal(_ model: UInt64) -> String {
    let digits = String(model, radix: 16)
    return String(repeating: "0", count: StateLine.modelDigits - digits.count) + digits
  }
}
