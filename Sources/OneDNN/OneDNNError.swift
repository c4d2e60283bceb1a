/// A call into oneDNN that failed.
public struct OneDNNError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was attempted.
  public let operation: String
  /// oneDNN's status (`dnnl_status_t`).
  public let status: UInt32

  /// One sentence for the reader.
  public var description: String { "oneDNN failed to \(operation) (status \(status))" }
}
