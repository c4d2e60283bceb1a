/// Every call whose form depends on oneDNN's version (here 2.x) is in this file.
internal import CDNNL

/// The CPU, one engine for the process.
///
/// Kernels run only on streams of the engine that compiled them.
///
/// `nonisolated(unsafe)` is justified here by the fact that oneDNN's engines are safe to share
/// between threads and this one is never destroyed.
nonisolated(unsafe) private let cpu: Result<dnnl_engine_t, OneDNNError> =
  Result { () throws(OneDNNError) in
    try make("open the CPU") { dnnl_engine_create($0, dnnl_cpu, 0) }
  }

/// A stream of work on the CPU, for one thread at a time.
///
/// oneDNN is kept to the calling thread (``ThreadScope``); parallel work uses several devices.
public final class Device {
  let engine: dnnl_engine_t
  private let stream: dnnl_stream_t

  /// Opens a stream.
  public init() throws(OneDNNError) {
    omp_set_num_threads(1)
    let engine = try cpu.get()
    self.engine = engine
    stream = try make("open a stream") {
      dnnl_stream_create($0, engine, UInt32(dnnl_stream_default_flags.rawValue))
    }
  }

  deinit { dnnl_stream_destroy(stream) }

  /// Runs an operation to its end on the calling thread.
  public func run(_ operation: borrowing Operation) throws(OneDNNError) {
    let count = Int32(operation.arguments.count)
    try check("run \(operation.name)") {
      operation.arguments.withUnsafeBufferPointer {
        dnnl_primitive_execute(operation.primitive, stream, count, $0.baseAddress)
      }
    }
  }

  /// The library's version, for reports.
  public static var version: String {
    guard let version = dnnl_version()?.pointee else { return "unknown" }
    return "\(version.major).\(version.minor).\(version.patch)"
  }

  /// The processor's instructions that the library makes use of, such as `avx512_core`, for reports.
  public static var instructions: String {
    guard let name = dnnl_cpu_isa2str(dnnl_get_effective_cpu_isa()) else { return "unknown" }
    let text = String(cString: name)
    return text.hasPrefix("cpu_isa_") ? String(text.dropFirst(8)) : text
  }
}

/// How a tensor's elements lie in memory.
public struct Layout {
  var descriptor: dnnl_memory_desc_t

  /// Elements including padding.
  public var floatCount: Int {
    withUnsafePointer(to: descriptor) { dnnl_memory_desc_get_size($0) } / 4
  }

  /// Images with the channels of a pixel side by side (N, H, W, C in memory).
  public static func channelsLast(batch: Int, _ image: ImageShape) throws(OneDNNError) -> Layout {
    try images(batch, image, dnnl_nhwc)
  }

  /// Images plane by plane (N, C, H, W in memory).
  public static func channelsFirst(batch: Int, _ image: ImageShape) throws(OneDNNError) -> Layout {
    try images(batch, image, dnnl_nchw)
  }

  /// PyTorch's weights of a convolution: [destination channels, source channels, 3, 3].
  public static func weights(_ shape: Convolution) throws(OneDNNError) -> Layout {
    try weights(shape, dnnl_oihw)
  }

  static func weights(_ shape: Convolution, _ tag: dnnl_format_tag_t) throws(OneDNNError)
    -> Layout
  {
    try Layout([shape.destination.channels, shape.source.channels, 3, 3], tag)
  }

  private static func images(_ batch: Int, _ image: ImageShape, _ tag: dnnl_format_tag_t)
    throws(OneDNNError) -> Layout
  {
    try Layout([batch, image.channels, image.height, image.width], tag)
  }

  private init(_ shape: [Int], _ tag: dnnl_format_tag_t) throws(OneDNNError) {
    var descriptor = dnnl_memory_desc_t()
    let extents = shape.map(Int64.init)
    try check("describe a tensor of shape \(shape)") {
      dnnl_memory_desc_init_by_tag(&descriptor, Int32(shape.count), extents, dnnl_f32, tag)
    }
    self.descriptor = descriptor
  }

  init(_ descriptor: dnnl_memory_desc_t) { self.descriptor = descriptor }
}

/// A compiled kernel: one pass of one convolution, or a change of layout.
///
/// Images are channels-last; the weights' layout is the kernel's choice. May be bound many times.
public final class Kernel {
  /// The layout that the kernel wants its weights (or their gradient) in.
  public let weights: Layout
  private let name: String
  private let primitive: dnnl_primitive_t
  private let scratchpad: Layout
  private let layouts: [(argument: Int32, layout: Layout)]

  /// Compiles a pass of a convolution (once for each shape: oneDNN keeps a cache).
  public init(_ device: Device, _ pass: Convolution.Pass, of shape: Convolution)
    throws(OneDNNError)
  {
    name = "a convolution (\(pass))"
    let source = try Layout.channelsLast(batch: shape.batch, shape.source)
    let destination = try Layout.channelsLast(batch: shape.batch, shape.destination)
    let forward = try describe(device, .forward, shape, source, destination, hint: nil)
    defer { dnnl_primitive_desc_destroy(forward) }
    let chosen =
      switch pass {
      case .forward: forward
      default: try describe(device, pass, shape, source, destination, hint: forward)
      }
    defer { if chosen != forward { dnnl_primitive_desc_destroy(chosen) } }
    primitive = try make("compile \(name)") { dnnl_primitive_create($0, chosen) }
    scratchpad = query(chosen, dnnl_query_scratchpad_md)
    switch pass {
    case .forward:
      weights = query(chosen, dnnl_query_weights_md)
      layouts = [
        (DNNL_ARG_SRC, source), (DNNL_ARG_WEIGHTS, weights), (DNNL_ARG_DST, destination),
      ]
    case .backwardData:
      weights = query(chosen, dnnl_query_weights_md)
      layouts = [
        (DNNL_ARG_DIFF_SRC, source), (DNNL_ARG_WEIGHTS, weights), (DNNL_ARG_DIFF_DST, destination),
      ]
    case .backwardWeights:
      weights = query(chosen, dnnl_query_diff_weights_md)
      layouts = [
        (DNNL_ARG_SRC, source), (DNNL_ARG_DIFF_WEIGHTS, weights),
        (DNNL_ARG_DIFF_DST, destination),
      ]
    }
  }

  /// Compiles a copy from one layout into another.
  public init(_ device: Device, from old: Layout, to new: Layout) throws(OneDNNError) {
    name = "a change of layout"
    let attributes = try userScratchpad()
    defer { dnnl_primitive_attr_destroy(attributes) }
    let description: dnnl_primitive_desc_t = try make("describe \(name)") { result in
      withUnsafePointer(to: old.descriptor) { old in
        withUnsafePointer(to: new.descriptor) { new in
          dnnl_reorder_primitive_desc_create(
            result, old, device.engine, new, device.engine, attributes)
        }
      }
    }
    defer { dnnl_primitive_desc_destroy(description) }
    primitive = try make("compile \(name)") { dnnl_primitive_create($0, description) }
    scratchpad = query(description, dnnl_query_scratchpad_md)
    weights = new
    layouts = [(DNNL_ARG_FROM, old), (DNNL_ARG_TO, new)]
  }

  deinit { dnnl_primitive_destroy(primitive) }

  /// Ties a convolution to its data; for a backward pass each argument is the gradient.
  public func bind(
    _ device: Device, source: AlignedBuffer, weights: AlignedBuffer, destination: AlignedBuffer
  ) throws(OneDNNError) -> Operation {
    try bind(device, [source, weights, destination])
  }

  /// Ties a change of layout to its data.
  public func bind(_ device: Device, from old: AlignedBuffer, to new: AlignedBuffer)
    throws(OneDNNError) -> Operation
  {
    try bind(device, [old, new])
  }

  private func bind(_ device: Device, _ buffers: [AlignedBuffer]) throws(OneDNNError) -> Operation {
    precondition(buffers.count == layouts.count, "\(name) takes \(layouts.count) buffers")
    var arguments: [dnnl_exec_arg_t] = []
    for ((argument, layout), buffer) in zip(layouts, buffers) {
      precondition(
        buffer.count >= layout.floatCount,
        "\(name): a buffer of \(buffer.count) floats, \(layout.floatCount) needed")
      arguments.append(
        dnnl_exec_arg_t(arg: argument, memory: try memory(device, layout, buffer)))
    }
    // A scratchpad of the caller's own: the library's belongs to the thread that compiled.
    let scratch = AlignedBuffer(count: scratchpad.floatCount + 16)
    arguments.append(
      dnnl_exec_arg_t(
        arg: DNNL_ARG_SCRATCHPAD, memory: try memory(device, scratchpad, scratch)))
    return Operation(self, name, primitive, arguments, keeping: buffers + [scratch], device)
  }
}

/// A kernel tied to its data; keeps kernel, buffers and device alive.
public final class Operation {
  let name: String
  let primitive: dnnl_primitive_t
  let arguments: [dnnl_exec_arg_t]
  private let kept: [AnyObject]

  init(
    _ kernel: Kernel, _ name: String, _ primitive: dnnl_primitive_t,
    _ arguments: [dnnl_exec_arg_t], keeping buffers: [AlignedBuffer], _ device: Device
  ) {
    self.name = name
    self.primitive = primitive
    self.arguments = arguments
    kept = buffers + [kernel, device]
  }

  deinit {
    for argument in arguments { dnnl_memory_destroy(argument.memory) }
  }
}

/// Describes a pass of a convolution; the weights' layout is left to oneDNN.
private func describe(
  _ device: Device, _ pass: Convolution.Pass, _ shape: Convolution, _ source: Layout,
  _ destination: Layout, hint: dnnl_primitive_desc_t?
) throws(OneDNNError) -> dnnl_primitive_desc_t {
  var source = source.descriptor
  var destination = destination.descriptor
  var weights = try Layout.weights(shape, dnnl_format_tag_any).descriptor
  var operation = dnnl_convolution_desc_t()
  let strides = [Int64(shape.stride), Int64(shape.stride)]
  let end = shape.endPadding
  let start: [Int64] = [1, 1]
  let ends = [Int64(end.vertical), Int64(end.horizontal)]
  try check("describe a convolution") {
    switch pass {
    case .forward:
      dnnl_convolution_forward_desc_init(
        &operation, dnnl_forward_training, dnnl_convolution_direct, &source, &weights, nil,
        &destination, strides, start, ends)
    case .backwardData:
      dnnl_convolution_backward_data_desc_init(
        &operation, dnnl_convolution_direct, &source, &weights, &destination, strides, start, ends)
    case .backwardWeights:
      dnnl_convolution_backward_weights_desc_init(
        &operation, dnnl_convolution_direct, &source, &weights, nil, &destination, strides, start,
        ends)
    }
  }
  let attributes = try userScratchpad()
  defer { dnnl_primitive_attr_destroy(attributes) }
  return try make("find a kernel for a convolution") {
    dnnl_primitive_desc_create($0, &operation, attributes, device.engine, hint)
  }
}

private func userScratchpad() throws(OneDNNError) -> dnnl_primitive_attr_t {
  let attributes = try make("make attributes") { dnnl_primitive_attr_create($0) }
  try check("choose the scratchpad") {
    dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user)
  }
  return attributes
}

private func query(_ description: dnnl_primitive_desc_t, _ what: dnnl_query_t) -> Layout {
  Layout(dnnl_primitive_desc_query_md(description, what, 0)?.pointee ?? dnnl_memory_desc_t())
}

private func memory(_ device: Device, _ layout: Layout, _ buffer: AlignedBuffer)
  throws(OneDNNError) -> dnnl_memory_t
{
  try make("wrap a buffer") { result in
    withUnsafePointer(to: layout.descriptor) {
      dnnl_memory_create(result, $0, device.engine, buffer.pointer)
    }
  }
}

func check(_ operation: @autoclosure () -> String, _ call: () -> dnnl_status_t)
  throws(OneDNNError)
{
  let status = call()
  guard status == dnnl_success else {
    throw OneDNNError(operation: operation(), status: UInt32(status.rawValue))
  }
}

private func make(
  _ operation: @autoclosure () -> String,
  _ call: (UnsafeMutablePointer<OpaquePointer?>) -> dnnl_status_t
) throws(OneDNNError) -> OpaquePointer {
  var handle: OpaquePointer?
  let status = call(&handle)
  guard status == dnnl_success, let handle else {
    throw OneDNNError(operation: operation(), status: UInt32(status.rawValue))
  }
  return handle
}
