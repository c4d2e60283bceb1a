import Console
import Interphase

extension Barriers {
  /// Says on standard error which barriers lie where no model was trained.
  func warnOfExtrapolation() {
    let outside = outsideDesign.map(\.id)
    guard !outside.isEmpty else { return }
    StandardError.write(
      "seiscope: extrapolation: the model was not trained at this "
        + "\(outside.joined(separator: ", "))\n")
  }
}
