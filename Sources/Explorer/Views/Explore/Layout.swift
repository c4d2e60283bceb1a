import Cells

/// Where everything is on a screen of one size: what the mouse hits is what was drawn.
struct Layout {
  /// How the parts are arranged.
  enum Arrangement: Equatable {
    /// Too small for anything but a sentence.
    case tiny
    /// Below 80 × 24: pictures sampled, a few sliders.
    case small
    /// 80 × 24: sampled pictures, two columns of sliders.
    case compact
    /// Pictures above, three columns of sliders below.
    case stacked
    /// Pictures on the left, sliders on the right.
    case beside
  }

  var arrangement: Arrangement
  var simulated = PictureFrame()
  var decoded = PictureFrame()
  var scale = LatticeScale.sampled(1)
  var sliders: [SliderFrame] = []
  var columns: [SliderColumn] = []
  var headings: [Heading] = []
  var properties: (frame: Rect, form: PropertiesForm)?
  var legend: (frame: Rect, form: LegendForm)?
  var growth: Rect?
  var timeline: Rect?
  var site: Rect?
  var reactions: Rect?
  var status = Rect(x: 0, y: 0, width: 0, height: 0)
  var anchorLabel: Rect?

  /// Smallest screen that shows anything of the explorer.
  static let smallest = Size(width: 40, height: 12)
}

/// A lattice and the line above it.
struct PictureFrame: Equatable {
  var title = Rect(x: 0, y: 0, width: 0, height: 0)
  var picture = Rect(x: 0, y: 0, width: 0, height: 0)
}

/// How the four properties are laid out.
enum PropertiesForm: Equatable {
  /// Four groups beside each other, two lines high.
  case row
  /// Four groups below each other, two lines each.
  case column
  /// One line each, columns for regressed, decoded, simulated, and what is not regressed too.
  case table
  /// One line each, regressed only.
  case terse
}

/// How the species are laid out.
enum LegendForm: Equatable {
  /// A name and below it the counts.
  case narrow
  /// A name and the counts beside it.
  case wide
  /// Everything in one line.
  case line
}

/// A word above a column.
struct Heading: Equatable {
  var text: String
  var x: Int
  var y: Int
  var isDim = false
}

/// One column of sliders, perhaps more than fit.
struct SliderColumn: Equatable {
  var controls: [Control]
  /// Where the visible ones are.
  var frame: Rect
  /// The first visible one.
  var first: Int

  /// How many are hidden below.
  var hiddenBelow: Int { max(0, controls.count - first - frame.height) }
}

/// Where one slider's parts are.
struct SliderFrame: Equatable {
  var control: Control
  /// The whole line, the focus mark included.
  var row: Rect
  var label: Rect
  var track: Rect
  var value: Rect
  /// Where more about it stands, if there is room.
  var detail: Rect?

  /// Where a press takes the knob: the track and one cell to each side.
  var grip: Rect { Rect(x: track.x - 1, y: track.y, width: track.width + 2, height: 1) }

  /// A column's share of the track, below 0 and above 1 outside it.
  func fraction(at column: Int) -> Double {
    Double(column - track.x) / Double(max(1, track.width - 1))
  }

  /// The column of a value's knob.
  func column(of value: Double, in range: ClosedRange<Double>) -> Int {
    let width = range.upperBound - range.lowerBound
    let share = (value - range.lowerBound) / width
    let fraction = share.isFinite ? share : 0.5
    return track.x + Int((clamp(fraction, 0...1) * Double(track.width - 1)).rounded())
  }
}
