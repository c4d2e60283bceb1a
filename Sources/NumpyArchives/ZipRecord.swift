/// The records of a zip archive of stored entries with 64-bit sizes (APPNOTE 6.3, 4.3.7 to 4.3.16).
enum ZipRecord {
  /// Bytes of the header before an entry's data.
  static func localLength(_ name: [UInt8]) -> Int { 30 + name.count + 20 }

  static func local(name: [UInt8], size: Int, checksum: UInt) -> [UInt8] {
    number(0x0403_4B50, 4) + common(name, checksum: checksum) + number(20, 2) + name
      + number(1, 2) + number(16, 2) + number(size, 8) + number(size, 8)
  }

  static func central(name: [UInt8], size: Int, checksum: UInt, start: Int) -> [UInt8] {
    let regularFile = 0o100644 << 16
    return number(0x0201_4B50, 4) + number(unixVersion, 2) + common(name, checksum: checksum)
      + number(28, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(regularFile, 4)
      + number(unknown, 4) + name
      + number(1, 2) + number(24, 2) + number(size, 8) + number(size, 8) + number(start, 8)
  }

  /// The end of the directory, for readers of 64 bits and the others.
  static func end(entries: Int, size: Int, start: Int) -> [UInt8] {
    let long =
      number(0x0606_4B50, 4) + number(44, 8) + number(unixVersion, 2) + number(version, 2)
      + number(0, 4) + number(0, 4) + number(entries, 8) + number(entries, 8) + number(size, 8)
      + number(start, 8)
    let locator =
      number(0x0706_4B50, 4) + number(0, 4) + number(start + size, 8) + number(1, 4)
    let short =
      number(0x0605_4B50, 4) + number(0, 2) + number(0, 2) + number(entries, 2)
      + number(entries, 2) + number(unknown, 4) + number(unknown, 4) + number(0, 2)
    return long + locator + short
  }

  /// Version needed, flags, method, time and date, checksum, both sizes, the name's length.
  private static func common(_ name: [UInt8], checksum: UInt) -> [UInt8] {
    let firstOfJanuary1980 = 0x21
    return number(version, 2) + number(0, 2) + number(0, 2) + number(0, 2)
      + number(firstOfJanuary1980, 2) + number(Int(checksum), 4) + number(unknown, 4)
      + number(unknown, 4) + number(name.count, 2)
  }

  /// The first version with 64-bit sizes.
  private static let version = 45
  private static let unixVersion = 3 << 8 | version
  /// In a 32-bit field: the number is in the 64-bit one.
  private static let unknown = 0xFFFF_FFFF

  private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
