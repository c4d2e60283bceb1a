import Foundation
import Testing

/// A screen's text against a file in `Screens`; `SEISCOPE_RECORD=1` writes it anew.
func expectScreen(_ text: String, _ name: String) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  let file = folder.appendingPathComponent("Screens/\(name).txt")
  if ProcessInfo.processInfo.environment["SEISCOPE_RECORD"] != nil {
    try (text + "\n").write(to: file, atomically: true, encoding: .utf8)
  }
  let recorded = try String(contentsOf: file, encoding: .utf8)
  #expect(text + "\n" == recorded)
}
