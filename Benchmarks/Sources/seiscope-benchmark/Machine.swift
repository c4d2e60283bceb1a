import Glibc

/// What the figures were measured on.
enum Machine {
  static var description: String {
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let gigabytes = memory("MemTotal").map { " \($0 / 1_048_576) GiB," } ?? ""
    return "\(processor), \(cores) cores,\(gigabytes) load \(load)"
  }

  private static var processor: String {
    value(of: "model name", in: "/proc/cpuinfo") ?? "unknown processor"
  }

  private static var load: String {
    lines(of: "/proc/loadavg").first?.split(separator: " ").first.map(String.init) ?? "unknown"
  }

  /// The process's resident memory [bytes].
  static var residentMemory: Int {
    (value(of: "VmRSS", in: "/proc/self/status")?.split(separator: " ").first).flatMap {
      Int($0)
    }.map { $0 * 1024 } ?? 0
  }

  private static func memory(_ key: String) -> Int? {
    value(of: key, in: "/proc/meminfo")?.split(separator: " ").first.flatMap { Int($0) }
  }

  private static func value(of key: String, in path: String) -> String? {
    for line in lines(of: path) {
      guard let colon = line.firstIndex(of: ":"), line.hasPrefix(key) else { continue }
      return String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
    }
    return nil
  }

  private static func lines(of path: String) -> [Substring] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var byte = getc(file)
    while byte != EOF {
      bytes.append(UInt8(byte))
      byte = getc(file)
    }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
  }
}
