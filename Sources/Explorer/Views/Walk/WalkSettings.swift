/// What a person chose in the view Walk.
public struct WalkSettings: Equatable, Sendable {
  /// What the walk goes along.
  public enum Course: Equatable, Sendable {
    /// One slider's range, lowest to highest.
    case along(Control)
    /// From one bookmark to another, by their names.
    case between(String, String)
  }

  /// What the walk goes along; `nil` follows the focused slider.
  public var course: Course?
  /// How a path between bookmarks runs through latent space.
  public var path: LatentPath = .linear
  /// What the curve below the strip shows.
  public var quantity: WalkQuantity = .thickness

  /// The settings at the start.
  public init() {}
}
