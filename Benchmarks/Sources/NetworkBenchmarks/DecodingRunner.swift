import Networks
public import Surrogate

/// Decoding of single films on the calling thread: logits, softmax and the most probable species of
/// each site.
public final class DecodingRunner {
  private let network: InferenceNetwork
  private let latent: [[Float]]
  private let barriers: [[Float]]
  private var next = 0

  /// Builds the network.
  public init(_ workload: Workload) throws {
    let architecture = workload.architecture
    network = try InferenceNetwork(
      architecture: architecture, tensors: workload.bundle.tensors, batchSize: 1)
    func rows(_ values: [Float], _ width: Int) -> [[Float]] {
      stride(from: 0, to: values.count, by: width).map { Array(values[$0..<($0 + width)]) }
    }
    latent = rows(workload.latent, architecture.latent)
    barriers = rows(workload.batch.barriers, Architecture.barrierCount)
  }

  /// Decodes one film of the batch.
  public func decode(_ film: Int) -> (logits: [Float], probabilities: SiteProbabilities) {
    let logits = network.decode(latent: latent[film], barriers: barriers[film])
    let alphabet = network.architecture.alphabet
    return (logits, SiteProbabilities(logits: logits, alphabet: alphabet))
  }

  /// The wall times of decoding some films, one after the other [ms].
  public func milliseconds(films: Int) -> [Double] {
    (0..<films).map { _ in
      next = (next + 1) % latent.count
      return 1e3 * secondsOf { _ = decode(next) }
    }
  }
}
