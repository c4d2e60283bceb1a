public import Interphase

/// Why there are no figures.
public enum FiguresError: UserError, Equatable {
  /// No figure has this number; the nearest that one has.
  case unknown(String, suggestion: String?)
  /// There is no film of this index: how many there are, and how many the whole test split has.
  case film(Int, count: Int, whole: Int)
  /// A data set of something else than the model was made for: what differs.
  case otherData(path: String, String, found: String, expected: String)
  /// A test split too small for axes.
  case fewFilms(path: String, found: Int)
  /// A model of another variant than the option asks for.
  case otherVariant(path: String, found: String, expected: String)
  /// None of the figures asked for can be made: why the first one cannot.
  case nothing(String)

  /// The fewest films that principal axes and correlations are found from.
  public static let fewestFilms = 3

  /// Bad usage or bad data.
  public var exitStatus: ExitStatus {
    switch self {
    case .unknown, .film, .otherVariant, .nothing: .usage
    case .otherData, .fewFilms: .data
    }
  }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .unknown(let number, let suggestion):
      "--only: there is no figure '\(number)': "
        + (suggestion.map { "did you mean '\($0)'?" }
          ?? "use \(FigureNumber.allCases.map(\.rawValue).joined(separator: ", "))")
    case .film(let index, let count, let whole):
      count == whole
        ? "--film \(index): the test split has films 0 to \(count - 1)"
        : "--film \(index): the model holds films 0 to \(count - 1) of the \(whole) of its test "
          + "split: give one of these, or the data set with --data"
    case .otherData(let path, let what, let found, let expected):
      "\(path): \(what): found \(found), the model was made for \(expected): give the data set "
        + "that it was trained on, or one made alike"
    case .fewFilms(let path, let found):
      "\(path): holds \(found) films of the test split, at least \(Self.fewestFilms) are needed: "
        + "give a larger data set"
    case .otherVariant(let path, let found, let expected):
      "\(path): is a model of the variant \(found), expected \(expected): "
        + "train one with --variant \(expected)"
    case .nothing(let reason): "no figure is left: \(reason)"
    }
  }
}
