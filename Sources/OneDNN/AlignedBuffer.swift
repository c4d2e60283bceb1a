/// Floats at an address that vector loads like (a multiple of 64 bytes), zero at first.
///
/// A slice shares its parent's storage and keeps it alive. Not safe to share between threads that
/// write: owners divide buffers so that each thread writes its own.
public final class AlignedBuffer {
  /// The first element.
  public let pointer: UnsafeMutablePointer<Float>
  /// Elements.
  public let count: Int
  private let parent: AlignedBuffer?

  /// Allocates zeros.
  public init(count: Int) {
    precondition(count >= 0, "a buffer of \(count) floats")
    self.count = count
    parent = nil
    let raw = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 4, alignment: 64)
    pointer = raw.bindMemory(to: Float.self, capacity: max(count, 1))
    pointer.initialize(repeating: 0, count: max(count, 1))
  }

  private init(parent: AlignedBuffer, offset: Int, count: Int) {
    self.parent = parent
    self.count = count
    pointer = parent.pointer + offset
  }

  deinit {
    if parent == nil { UnsafeMutableRawPointer(pointer).deallocate() }
  }

  /// A window on the same storage.
  public func slice(at offset: Int, count: Int) -> AlignedBuffer {
    precondition(
      offset >= 0 && count >= 0 && offset + count <= self.count,
      "slice \(offset)..<\(offset + count) of a buffer of \(self.count)")
    return AlignedBuffer(parent: self, offset: offset, count: count)
  }

  /// A copy of the elements.
  public var array: [Float] { Array(UnsafeBufferPointer(start: pointer, count: count)) }

  /// Overwrites the elements.
  ///
  /// - Precondition: as many values as the buffer holds.
  public func assign(_ values: [Float]) {
    precondition(values.count == count, "\(values.count) values for a buffer of \(count)")
    values.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      pointer.update(from: base, count: count)
    }
  }
}
