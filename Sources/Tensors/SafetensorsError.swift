public import Interphase

/// Why bytes are no usable safetensors file.
public struct SafetensorsError: UserError, Equatable {
  /// The file's name, without folders.
  public let file: String
  /// What is wrong, with what was expected.
  public let problem: Problem

  /// What can be wrong.
  public enum Problem: Equatable, Sendable {
    /// Shorter than the eight bytes of the header's length.
    case tooShort(Int)
    /// The header is said to be longer than the file, or than 100 MB.
    case headerLength(UInt64, fileSize: Int)
    /// The header is no JSON object of the format.
    case header
    /// A type that this program does not read.
    case elementType(tensor: String, found: String)
    /// Another type than the tensor must have.
    case unexpectedType(tensor: String, found: ElementType, expected: String)
    /// A negative dimension, or more elements than memory.
    case badShape(tensor: String, [Int])
    /// Offsets that do not hold the shape.
    case size(tensor: String, bytes: Int, expected: Int)
    /// Offsets that overlap others or leave a hole.
    case layout(tensor: String)
    /// Offsets past the end of the file.
    case truncated(tensor: String, found: Int, expected: Int)
    /// Bytes after the last tensor.
    case trailing(Int)
    /// A tensor that is not there.
    case missing(String)
    /// A tensor that has no business there.
    case unexpected(String)
    /// Another shape than the tensor must have; −1 stands for any size.
    case shape(tensor: String, found: [Int], expected: [Int])
    /// NaN or infinity.
    case notFinite(tensor: String, index: Int)
  }

  /// Bad data.
  public var exitStatus: ExitStatus { .data }

  /// One sentence for the reader.
  public var description: String { "\(file): \(problem.text)" }
}

extension SafetensorsError.Problem {
  fileprivate var text: String {
    switch self {
    case .tooShort(let count):
      "\(count) bytes are too few for a safetensors file: copy the file again"
    case .headerLength(let length, let fileSize):
      "the header says it is \(length) bytes long in a file of \(fileSize): copy the file again"
    case .header: "the header is no safetensors header: copy the file again"
    case .elementType(let tensor, let found):
      "\(tensor): type \(found) is not supported: store it as "
        + ElementType.allCases.map(\.rawValue).joined(separator: ", ")
    case .unexpectedType(let tensor, let found, let expected):
      "\(tensor): expected type \(expected), found \(found.rawValue)"
    case .badShape(let tensor, let shape): "\(tensor): shape \(list(shape)) is no shape"
    case .size(let tensor, let bytes, let expected):
      "\(tensor): \(bytes) bytes do not hold its shape, expected \(expected)"
    case .layout(let tensor): "\(tensor): its bytes overlap another tensor's or leave a hole"
    case .truncated(let tensor, let found, let expected):
      "\(tensor): the file ends early, found \(found) bytes of data, expected \(expected)"
    case .trailing(let count): "\(count) bytes follow the last tensor: copy the file again"
    case .missing(let tensor): "\(tensor): missing"
    case .unexpected(let tensor): "\(tensor): not expected in this file"
    case .shape(let tensor, let found, let expected):
      "\(tensor): expected shape \(list(expected)), found \(list(found))"
    case .notFinite(let tensor, let index):
      "\(tensor): element \(index) is not a finite number: retrain or copy the file again"
    }
  }

  private func list(_ shape: [Int]) -> String {
    "[\(shape.map { $0 < 0 ? "n" : String($0) }.joined(separator: ","))]"
  }
}
