public import Explorer
import Glibc

/// Names for files that nobody has named: `seiscope-20261125-194155.png`.
struct FreshName {
  private let stem: String
  private let ending: String

  /// Names of a moment [s since 1970], in local time.
  init(format: ExportOrder.Format, time: Int) {
    self.init(ending: format.fileEnding, time: time)
  }

  init(ending: String, time: Int) {
    var (moment, parts) = (time_t(time), tm())
    localtime_r(&moment, &parts)
    func padded(_ number: Int32, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let day =
      padded(parts.tm_year + 1900, 4) + padded(parts.tm_mon + 1, 2) + padded(parts.tm_mday, 2)
    let hour = padded(parts.tm_hour, 2) + padded(parts.tm_min, 2) + padded(parts.tm_sec, 2)
    stem = "seiscope-\(day)-\(hour)"
    self.ending = ending
  }

  /// Paths in a folder, to be tried one after the other until one is free.
  func paths(in folder: String) -> some Sequence<String> {
    let start = folder == "." ? "" : "\(folder)/"
    return (1...1000).lazy.map { number in
      "\(start)\(stem)\(number == 1 ? "" : "-\(number)").\(ending)"
    }
  }
}

extension ExportOrder.Format {
  /// The ending of its files' names.
  public var fileEnding: String { self == .text ? "txt" : rawValue }
}
