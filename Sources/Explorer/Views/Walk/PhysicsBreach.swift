import Interphase

/// What in a decoded film no finished simulation could have made.
///
/// Inorganic forms where an electron arrives: beside the electrode (event 3), or in the rows within
/// the tunnelling depth and beside inorganic (event 7); it never moves. So every site of it lies in
/// those rows, and is joined to the electrode through inorganic. A cluster of organic that hangs on
/// nothing drifts until it meets inorganic or leaves (events 15 and 18), so that a finished film
/// holds none; one that still grows may.
struct PhysicsBreach: Equatable, Sendable {
  /// Sites of inorganic above the rows within which electrons tunnel.
  var highInorganic: Int
  /// Sites of organic or inorganic that hang on nothing.
  var floatingSites: Int

  /// Marks the first kind, which no film may have at any time.
  static let highSign: Unicode.Scalar = "!"
  /// Marks the second kind alone.
  static let floatingSign: Unicode.Scalar = "~"

  /// Examines a film; what takes long was measured with it.
  init(of film: StripFilm, tunnellingDepth: Int) {
    let lattice = film.lattice
    let inorganic = Species.inorganic.rawValue
    let above = lattice.codes.dropFirst((tunnellingDepth + 1) * lattice.width)
    highInorganic = above.reduce(0) { $0 + ($1 == inorganic ? 1 : 0) }
    floatingSites = film.floatingSites
  }

  /// Whether anything is wrong.
  var isPresent: Bool { highInorganic > 0 || floatingSites > 0 }

  /// The graver sign that the film deserves.
  var sign: Unicode.Scalar? {
    highInorganic > 0 ? Self.highSign : floatingSites > 0 ? Self.floatingSign : nil
  }

  /// What is wrong, the graver first: in words, and as bare counts with their signs.
  func words(tunnellingDepth: Int) -> (long: String, short: String) {
    var long: [String] = []
    var short: [String] = []
    if highInorganic > 0 {
      short.append("\(Self.highSign) \(highInorganic)")
      long.append(short[0] + " inorganic above row \(tunnellingDepth)")
    }
    if floatingSites > 0 {
      short.append("\(Self.floatingSign) \(floatingSites)")
      long.append(short[short.count - 1] + " floating sites")
    }
    return (long.joined(separator: ", "), short.joined(separator: " "))
  }
}

extension Lattice {
  /// Sites of inorganic that no path of inorganic joins to the electrode.
  var looseInorganicSites: Int {
    let inorganic = Species.inorganic.rawValue
    var loose = Set(codes.indices.filter { codes[$0] == inorganic })
    var front = loose.filter { $0 >= width && codes[$0 - width] == Species.electrode.rawValue }
    loose.subtract(front)
    while let site = front.popFirst() {
      let x = site % width
      let neighbours = [
        x > 0 ? site - 1 : nil, x < width - 1 ? site + 1 : nil, site - width, site + width,
      ]
      for case let neighbour? in neighbours where loose.remove(neighbour) != nil {
        front.insert(neighbour)
      }
    }
    return loose.count
  }
}
