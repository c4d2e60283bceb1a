/// Schemes as their collections hold them.
enum RealSchemes {
  /// github.com/tinted-theming/schemes, base16/solarized-light.yaml: digits without `#`, no variant.
  static let solarizedLight = """
    name: "Solarized Light"
    author: "Ethan Schoonover (modified by aramisgithub)"
    palette:
      base00: "fdf6e3"
      base01: "eee8d5"
      base02: "93a1a1"
      base03: "839496"
      base04: "657b83"
      base05: "586e75"
      base06: "073642"
      base07: "002b36"
      base08: "dc322f"
      base09: "cb4b16"
      base0A: "b58900"
      base0B: "859900"
      base0C: "2aa198"
      base0D: "268bd2"
      base0E: "6c71c4"
      base0F: "d33682"

    """

  /// github.com/tinted-theming/schemes, base24/dracula.yaml: 24 colours, comments behind them.
  static let dracula = """
    system: "base24"
    name: "Dracula"
    author: "clach04 (https://github.com/clach04)"
    description: "based on https://github.com/dracula/draculatheme.com/blob/main/content/spec.mdx"
    variant: "dark"
    # https://github.com/tinted-theming/base24/blob/main/styling.md
    #TODO consider Purple for cursor
    palette:
      base00: "#282a36"  # Default Background  # Dracula Background
      base01: "#21222c"  # Darker Background (Darkest Gray) # Dracula Background Dark / AnsiBlack
      base02: "#44475A"  # Selection Background (Bright Black) # Dracula Selection
      base03: "#6272a4"  # Comments, Invisibles, Line Highlighting (Grey) # AnsiBrightBlack
      base04: "#9ea8c7"  # Dark/Light Foreground (Light Grey) # NOT a Dracula color!
      base05: "#f8f8f2"  # Default Foreground, Caret, Delimiters, Operators (Foreground)
      base06: "#f8f8f2"  # Dark Foreground (Not often used) (White)
      base07: "#ffffff"  # Dark Background (Not often used) (Bright White)
      # ANSI8 (without Black/White) + 2 (Orange + Dark Red/Brown)
      base08: "#ff5555"  # Red
      base09: "#FFB86C"  # Orange
      base0A: "#f1fa8c"  # Yellow
      base0B: "#50fa7b"  # Green
      base0C: "#8be9fd"  # Aqua / Cyan
      base0D: "#bd93f9"  # Blue
      base0E: "#ff79c6"  # Purple / Magenta
      base0F: "#993333"  # Dark Red or Brown, derive dark red from base08
      # ANSI16 Bright/Bold (without Black/White)
      base10: "#1e2029"  # (Darker Black)\tDarker Background - NOT a Dracula color!
      base11: "#16171d"  # (Darkest Black)\tThe Darkest Background - NOT a Dracula color!
      base12: "#ff6e6e"  # Bright Red
      base13: "#ffffa5"  # Bright Yellow
      base14: "#69ff94"  # Bright Green
      base15: "#a4ffff"  # Bright Cyan
      base16: "#d6acff"  # Bright Blue
      base17: "#ff92df"  # Bright Magenta / Bright Purple

    """

  /// The first collection, by Chris Kempson: `scheme`, and colours at the top.
  static let tomorrowNight = """
    scheme: "Tomorrow Night"
    author: "Chris Kempson (http://chriskempson.com)"
    base00: "1d1f21"
    base01: "282a2e"
    base02: "373b41"
    base03: "969896"
    base04: "b4b7b4"
    base05: "c5c8c6"
    base06: "e0e0e0"
    base07: "ffffff"
    base08: "cc6666"
    base09: "de935f"
    base0A: "f0c674"
    base0B: "b5bd68"
    base0C: "8abeb7"
    base0D: "81a2be"
    base0E: "b294bb"
    base0F: "a3685a"

    """
}
