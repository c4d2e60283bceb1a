import Cells

/// What the doctor found, as it is printed.
struct DoctorReport: Encodable, Equatable {
  /// Whether the explorer can run: nothing that was found stands in its way.
  let canExplore: Bool
  let findings: [Symptom]

  init(_ findings: [Symptom]) {
    self.findings = findings
    canExplore = !findings.contains { $0.verdict == .obstacle }
  }

  /// A line for each finding, and one that sums up.
  ///
  /// - Parameter unicode: Whether the marks may be more than ASCII.
  func text(unicode: Bool) -> String {
    let width = findings.map(\.what.count).max() ?? 0
    let lines = findings.map { finding in
      let blanks = String(repeating: " ", count: width - finding.what.count + 2)
      let note = finding.remedy.map { "  (\($0))" } ?? ""
      return
        "\(Self.mark(finding.verdict, unicode)) \(finding.what)\(blanks)\(finding.value)\(note)"
    }
    return (lines + ["", summary]).map(\.printable).joined(separator: "\n")
  }

  private var summary: String {
    let cautions = findings.filter { $0.verdict == .caution }.count
    guard canExplore else { return "The explorer cannot run here." }
    return cautions == 0
      ? "The explorer can run." : "The explorer can run; \(cautions) to look at, marked !."
  }

  private static func mark(_ verdict: Symptom.Verdict, _ unicode: Bool) -> String {
    switch verdict {
    case .fine: unicode ? "✓" : "+"
    case .caution: "!"
    case .obstacle: unicode ? "✗" : "x"
    }
  }
}
