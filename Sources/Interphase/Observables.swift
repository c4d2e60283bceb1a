#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is measured of a configuration, whether simulated, decoded or read from a file.
///
/// With h_x the highest row that holds inorganic or organic in column x (0 if none) and N the sites
/// of both:
///
/// | property | definition | unit |
/// |---|---|---|
/// | ``thickness`` | mean of h_x · 1 nm | nm |
/// | ``porosity`` | 1 − N / Σ h_x, 0 where Σ h_x = 0 | – |
/// | ``density`` | (2.11 N_F + 1.69 N_C) / Σ h_x, 0 where Σ h_x = 0 | g/cm³ |
/// | ``volumeFraction`` | N / (width · height) | – |
public struct Observables: Hashable, Sendable, Codable {
  /// Mean film height [nm].
  public var thickness: Double
  /// Share of the film's volume that is not solid.
  public var porosity: Double
  /// Dry mass over the film's volume [g/cm³].
  public var density: Double
  /// Solid sites over all sites.
  public var volumeFraction: Double
  /// Inorganic sites per column [nm].
  public var inorganic: Double
  /// Organic sites per column [nm].
  public var organic: Double
  /// Standard deviation of the height over columns [nm].
  public var roughness: Double

  /// Dry density of Li₂CO₃ [g/cm³].
  public static let inorganicDensity = 2.11
  /// Dry density of Li₂EDC [g/cm³].
  public static let organicDensity = 1.69

  /// Measures a lattice, in one pass.
  public init(of lattice: Lattice) {
    let heights = lattice.filmHeights
    let inorganicSites = lattice.count(of: .inorganic)
    let organicSites = lattice.count(of: .organic)
    let total = heights.reduce(0, +)
    let solid = Double(inorganicSites + organicSites)
    let columns = Double(lattice.width)

    let mean = Double(total) / columns
    thickness = mean
    porosity = total == 0 ? 0 : 1 - solid / Double(total)
    density =
      total == 0
      ? 0
      : (Self.inorganicDensity * Double(inorganicSites)
        + Self.organicDensity * Double(organicSites)) / Double(total)
    volumeFraction = solid / Double(lattice.codes.count)
    inorganic = Double(inorganicSites) / columns
    organic = Double(organicSites) / columns
    let variance =
      heights.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / columns
    roughness = sqrt(variance)
  }

  /// The four that models regress: thickness, porosity, density, volume fraction.
  public var regressed: [Float] {
    [Float(thickness), Float(porosity), Float(density), Float(volumeFraction)]
  }
}

/// The four properties that models regress, in their order.
public enum Property: Int, CaseIterable, Sendable {
  case thickness, porosity, density, volumeFraction

  /// The name in tables.
  public var name: String { self == .volumeFraction ? "volume fraction" : String(describing: self) }

  /// The unit, empty for a ratio.
  public var unit: String {
    switch self {
    case .thickness: "nm"
    case .density: "g/cm³"
    case .porosity, .volumeFraction: ""
    }
  }

  /// Name and unit, at the head of a column.
  public var heading: String { unit.isEmpty ? name : "\(name) [\(unit)]" }

  /// Reads the property from measured observables.
  public func value(in observables: Observables) -> Double {
    switch self {
    case .thickness: observables.thickness
    case .porosity: observables.porosity
    case .density: observables.density
    case .volumeFraction: observables.volumeFraction
    }
  }
}

extension Lattice {
  /// The highest solid row of each column, 0 where there is none [nm].
  public var filmHeights: [Int] {
    (0..<width).map { x in
      (0..<height).last { self[x, $0].isSolid } ?? 0
    }
  }

  /// Share of organic sites that no path of solid sites joins to the electrode or to inorganic.
  ///
  /// 0 where there is no organic site. Cost: one flood fill.
  public var floatingOrganicShare: Double {
    let organicCount = count(of: .organic)
    guard organicCount > 0 else { return 0 }
    let organic = Species.organic.rawValue
    var anchored = [Bool](repeating: false, count: codes.count)
    var front = codes.indices.filter {
      codes[$0] == Species.electrode.rawValue || codes[$0] == Species.inorganic.rawValue
    }
    var reached = 0
    while let site = front.popLast() {
      for neighbour in neighbours(of: site)
      where codes[neighbour] == organic && !anchored[neighbour] {
        anchored[neighbour] = true
        reached += 1
        front.append(neighbour)
      }
    }
    return 1 - Double(reached) / Double(organicCount)
  }

  /// The lattice neighbours of a site: two to four, in the order left, right, below, above.
  private func neighbours(of site: Int) -> [Int] {
    let x = site % width
    var result: [Int] = []
    if x > 0 { result.append(site - 1) }
    if x < width - 1 { result.append(site + 1) }
    if site >= width { result.append(site - width) }
    if site < width * (height - 1) { result.append(site + width) }
    return result
  }
}

extension Property: Codable {
  /// The key in JSON: `thickness`, `porosity`, `density`, `volumeFraction`.
  public var key: String { String(describing: self) }

  /// Reads a key.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let key = try container.decode(String.self)
    guard let property = Self.allCases.first(where: { $0.key == key }) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "property '\(key)' is unknown: use "
          + Self.allCases.map(\.key).joined(separator: ", "))
    }
    self = property
  }

  /// Writes the key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(key)
  }
}
