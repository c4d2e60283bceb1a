/// One thing that the doctor looked at.
struct Symptom: Encodable, Equatable {
  /// What it means for the explorer.
  enum Verdict: String, Encodable {
    /// As it should be.
    case fine
    /// The explorer runs, but with less.
    case caution
    /// The explorer cannot run.
    case obstacle
  }

  /// What was looked at, in one or two words.
  let what: String
  /// What was found.
  let value: String
  let verdict: Verdict
  /// What to do about it, or what to know of it; no sentence's end.
  let remedy: String?

  static func fine(_ what: String, _ value: String, _ note: String? = nil) -> Symptom {
    Symptom(what: what, value: value, verdict: .fine, remedy: note)
  }

  static func caution(_ what: String, _ value: String, _ remedy: String) -> Symptom {
    Symptom(what: what, value: value, verdict: .caution, remedy: remedy)
  }

  static func obstacle(_ what: String, _ value: String, _ remedy: String) -> Symptom {
    Symptom(what: what, value: value, verdict: .obstacle, remedy: remedy)
  }
}
