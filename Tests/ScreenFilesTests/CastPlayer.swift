import Cells
import Foundation

/// Plays a recording as a terminal would, as far as recordings of ours go; anything else is an error.
struct CastPlayer {
  struct Unknown: Error { var text: String }

  private(set) var header: [String: Any]
  private(set) var canvas: Canvas
  private(set) var times: [Double] = []
  private var style = Style.plain
  private var cursor = Point(x: 0, y: 0)

  /// Plays all that a file holds, and tells the screen after each event.
  init(_ bytes: [UInt8], afterEach seen: (Double, String, Canvas) -> Void = { _, _, _ in }) throws {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    header = try Self.object(lines[0]) as? [String: Any] ?? [:]
    canvas = Canvas(
      size: Size(width: header["width"] as? Int ?? 0, height: header["height"] as? Int ?? 0))
    for line in lines.dropFirst() {
      guard let event = try Self.object(line) as? [Any], event.count == 3,
        let time = event[0] as? Double, let kind = event[1] as? String,
        let data = event[2] as? String
      else { throw Unknown(text: String(line)) }
      times.append(time)
      try kind == "r" ? resize(data) : play(data)
      seen(time, kind, canvas)
    }
  }

  private static func object(_ line: Substring) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(line.utf8))
  }

  private mutating func resize(_ data: String) {
    let sides = data.split(separator: "x").compactMap { Int($0) }
    canvas = Canvas(size: Size(width: sides[0], height: sides[1]), filledWith: Cell("?"))
  }

  private mutating func play(_ data: String) throws {
    var rest = data.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}" else {
        guard canvas.bounds.contains(cursor) else { throw Unknown(text: "beyond the screen") }
        canvas[cursor.x, cursor.y] = Cell(scalar, style)
        cursor.x += 1
        continue
      }
      let parameters = rest.dropFirst().prefix { !("A"..."z").contains($0) }
      rest = rest.dropFirst(1 + parameters.count)
      try obey(rest.removeFirst(), String(parameters))
    }
  }

  private mutating func obey(_ command: Unicode.Scalar, _ text: String) throws {
    let numbers = text.split(separator: ";").compactMap { Int($0) }
    switch (command, text) {
    case ("H", _):
      cursor = numbers.isEmpty ? Point(x: 0, y: 0) : Point(x: numbers[1] - 1, y: numbers[0] - 1)
    case ("C", _): cursor.x += numbers[0]
    case ("J", "2"): canvas.fill(canvas.bounds, with: Cell(" ", style))
    case ("h", "?25"), ("l", "?25"): break
    case ("m", _): try choose(numbers)
    default: throw Unknown(text: "\(command) \(text)")
    }
  }

  private mutating func choose(_ codes: [Int]) throws {
    var rest = codes[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: style = .plain
      case 1: style.attributes.insert(.bold)
      case 2: style.attributes.insert(.dim)
      case 4: style.attributes.insert(.underline)
      case 7: style.attributes.insert(.reverse)
      case 39: style.foreground = nil
      case 49: style.background = nil
      case 38, 48:
        guard rest.popFirst() == 2, rest.count >= 3 else { throw Unknown(text: "\(codes)") }
        let channels = rest.prefix(3).map { UInt8($0) }
        rest = rest.dropFirst(3)
        let color = RGB(channels[0], channels[1], channels[2])
        if code == 38 { style.foreground = color } else { style.background = color }
      default: throw Unknown(text: "\(codes)")
      }
    }
  }
}
