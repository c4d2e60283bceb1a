/// What a person did, or what happened to the terminal.
public enum InputEvent: Hashable, Sendable {
  /// A key went down.
  case key(Key, Modifiers)
  /// A mouse button or wheel.
  case mouse(MouseEvent)
  /// Text pasted in one go (bracketed paste).
  case paste(String)
  /// The terminal has another size.
  case resize(Size)
  /// The terminal told the colour of its own background.
  case background(RGB)

  /// A key without modifiers.
  public static func key(_ key: Key) -> InputEvent { .key(key, []) }
}

/// A key of the keyboard.
///
/// Letters carry their case: Shift is not repeated in the modifiers.
public enum Key: Hashable, Sendable {
  /// A printable character.
  case character(Character)
  case enter, escape, tab, backspace, delete, insert
  case up, down, left, right
  case home, end, pageUp, pageDown
  /// F1 to F12.
  case function(Int)
}

/// Keys held down beside another.
public struct Modifiers: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// A set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Shift, with arrows and Tab.
  public static let shift = Modifiers(rawValue: 1)
  /// Alt or Meta.
  public static let alt = Modifiers(rawValue: 2)
  /// Control.
  public static let control = Modifiers(rawValue: 4)
}

/// A mouse report: where and what.
public struct MouseEvent: Hashable, Sendable {
  /// What the mouse did.
  public enum Action: Hashable, Sendable {
    case press, drag, release, wheelUp, wheelDown
  }

  /// The cell under the pointer.
  public var position: Point
  /// What happened there.
  public var action: Action
  /// The button, 0 left, 1 middle, 2 right; 0 for the wheel.
  public var button: Int
  /// Keys held down.
  public var modifiers: Modifiers

  /// A report of place, action and button.
  public init(_ action: Action, at position: Point, button: Int = 0, modifiers: Modifiers = []) {
    self.action = action
    self.position = position
    self.button = button
    self.modifiers = modifiers
  }
}
