import Interphase

/// What the manual page says beside the program's own help.
enum ManualText {
  static let description = """
    Explores the solid electrolyte interphase of lithium-ion batteries in a terminal: a kinetic Monte \
    Carlo simulator grows a film from fifteen reaction barriers, and beside it a property-regressor \
    variational autoencoder decodes one from a latent space, live, while sliders are dragged. The other \
    commands do the same without a screen, make data sets, and train and judge models.
    """

  static let keys = """
    In the explorer, ? lists all keys of the view and filters them while you type. Every control also \
    answers to the mouse: click, drag, wheel.
    """

  static let files: [(path: String, what: String)] = [
    (
      "$XDG_CONFIG_HOME/seiscope/config.yaml",
      "The explorer's settings and keys. Without XDG_CONFIG_HOME in ~/.config."
    ),
    (
      "$XDG_CONFIG_HOME/seiscope/themes/*.yaml",
      "Your own themes, in our format or as base16 and base24 schemes; one of the same name hides ours."
    ),
    (
      "$XDG_STATE_HOME/seiscope/sessions/*.json",
      "Sessions that were saved by a name. Without XDG_STATE_HOME in ~/.local/state."
    ),
    (
      "$XDG_STATE_HOME/seiscope/autosave.json",
      "The session of the explorer that ended last, for explore --continue; those that run, or were "
        + "killed, have autosave-PROCESS.json."
    ),
    ("$XDG_STATE_HOME/seiscope/clipboard.txt", "What the explorer copied last."),
    ("PREFIX/share/seiscope/Themes", "The themes that come with the program."),
    (
      "PREFIX/share/seiscope/SampleModels",
      "The models that come with it; 'carbonate' is the default."
    ),
    ("PREFIX/share/seiscope/manifest", "What Scripts/install has put under its prefix."),
  ]

  static let environment: [(name: String, what: String)] = [
    (
      "TERM",
      "The terminal; a name that the machine does not know falls back to a relative's entry."
    ),
    ("COLORTERM", "'truecolor' or '24bit': the terminal has 24-bit colours."),
    ("NO_COLOR", "Set to anything: no colours, unless --color asks for them."),
    (
      "LC_ALL, LC_CTYPE, LANG",
      "Whether glyphs beyond ASCII are drawn, unless --utf8 or --ascii says."
    ),
    ("SEISCOPE_MODELS", "A folder of models, looked into before those that come with the program."),
    (
      "XDG_CONFIG_HOME, XDG_STATE_HOME, HOME",
      "Where your own files are, and what the explorer keeps; see FILES. Relative paths do not count."
    ),
    ("PATH", "Where gnuplot is, which draws figures."),
  ]

  static let examples: [(command: String, what: String)] = [
    ("seiscope", "The explorer, on the bundled model:"),
    (
      "seiscope explore --preset inorganic-film --theme paper",
      "From other barriers, on a light screen:"
    ),
    ("seiscope doctor", "What this terminal and machine can do:"),
    ("seiscope --print-frame --size 120x40", "One frame as text, without a terminal:"),
    (
      "seiscope simulate --preset esmaeilpour --seed 7 --png film.png",
      "A simulated film in numbers and as a picture:"
    ),
    (
      "seiscope sweep --vary dimerisation=0.30:0.52:12 --replicas 16 --csv sweep.csv",
      "What one barrier does, with error bars:"
    ),
    ("seiscope decode --pc 1=8 --json", "A film from the latent space, for another program:"),
  ]
}

extension ExitStatus {
  /// What a status means, for the manual page.
  var meaning: String {
    switch self {
    case .usage: "A flag, a value or an argument is wrong."
    case .data: "A file's contents are wrong, or what was checked is not sound."
    case .noInput: "A file or folder is not there or cannot be read."
    case .unavailable: "Something that is needed is missing, such as a terminal or gnuplot."
    case .software: "A fault of this program or of one that it ran."
    case .cannotCreate: "A file or folder cannot be written."
    case .inputOutput: "The disk is full, or reading or writing failed."
    case .temporaryFailure:
      "Something is in the way for now, such as another process: try again later."
    case .interrupted: "Ended by Ctrl-C."
    }
  }
}
