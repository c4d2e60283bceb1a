import Tensors
import Testing

/// A file of one header and some data.
private func file(_ header: String, data: [UInt8]) -> [UInt8] {
  let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) }
  return length + Array(header.utf8) + data
}

struct SafetensorsTests {
  @Test func `one tensor has the bytes that the format says`() {
    var writer = SafetensorsWriter()
    writer.add(Tensor(shape: [2, 1], values: [1, -2]), named: "w")
    let header = #"{"w":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}"#
    #expect(header.utf8.count == 56)
    #expect(
      writer.bytes
        == [56, 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8) + [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0])
  }

  @Test func `a file written by another program reads back`() throws {
    // Keys in another order, metadata, padding blanks, tensors not in the order of their bytes.
    let header = #"""
      {"b":{"data_offsets":[4,6],"shape":[2],"dtype":"U8"},"__metadata__":{"format":"pt"},
       "a":{"data_offsets":[0,4],"shape":[],"dtype":"F32"},
       "c":{"dtype":"I64","data_offsets":[6,14],"shape":[1]},
       "h":{"dtype":"F16","data_offsets":[14,16],"shape":[1]}}
      """# + "   "
    let data: [UInt8] = [0, 0, 0x20, 0x41, 7, 9, 0xFE, 255, 255, 255, 255, 255, 255, 255, 0, 0x3C]
    let reader = try SafetensorsReader(bytes: file(header, data: data), name: "x")
    #expect(reader.names == ["a", "b", "c", "h"])
    #expect(reader.metadata == ["format": "pt"])
    #expect(try reader.floats("a") == Tensor(shape: [], values: [10]))
    #expect(try reader.bytes("b").values == [7, 9])
    #expect(try reader.integers("c").values == [-2])
    #expect(try reader.floats("h", shape: [-1]).values == [1])
  }

  @Test func `all types survive a round trip, halves rounded`() throws {
    var writer = SafetensorsWriter(metadata: ["note": "a \"quoted\" line\nand é/"])
    let tensor = Tensor(shape: [3], values: [0.1, -0, 1e-6])
    writer.add(tensor, named: "full")
    writer.add(tensor, named: "half", half: true)
    writer.add(bytes: [0, 255], shape: [2, 1], named: "bytes")
    writer.add(integers: [.min, .max], shape: [2], named: "integers")
    let reader = try SafetensorsReader(bytes: writer.bytes, name: "x")
    #expect(reader.metadata["note"] == "a \"quoted\" line\nand é/")
    #expect(try reader.floats("full", shape: [3]) == tensor)
    #expect(try reader.floats("half").values == [0.099975586, 0, 17 * 0x1p-24])
    #expect(try reader.bytes("bytes", shape: [2, 1]).values == [0, 255])
    #expect(try reader.integers("integers").values == [.min, .max])
    #expect(reader.type(of: "half") == .float16)
  }

  static let malformed: [(bytes: [UInt8], message: String)] = [
    ([1, 2, 3], "w: 3 bytes are too few for a safetensors file: copy the file again"),
    (
      [9, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0x7D],
      "w: the header says it is 9 bytes long in a file of 10: copy the file again"
    ),
    (
      [UInt8](repeating: 255, count: 8) + [0x7B, 0x7D],
      "w: the header says it is 18446744073709551615 bytes long in a file of 10: "
        + "copy the file again"
    ),
    (file("[1]", data: []), "w: the header is no safetensors header: copy the file again"),
    (file("{\"a\":", data: []), "w: the header is no safetensors header: copy the file again"),
    (
      file(#"{"__metadata__":{"a":1}}"#, data: []),
      "w: the header is no safetensors header: copy the file again"
    ),
    (
      file(#"{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}"#, data: [0, 0, 0, 0]),
      "w: the header is no safetensors header: copy the file again"
    ),
    (
      file(#"{"a":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}}"#, data: [0, 0, 0, 0]),
      "w: a: type BF16 is not supported: store it as F32, F16, U8, I64"
    ),
    (
      file(#"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, data: [0, 0, 0, 0]),
      "w: a: shape [n] is no shape"
    ),
    (
      file(
        #"{"a":{"dtype":"F32","shape":[4611686018427387904,8],"data_offsets":[0,4]}}"#,
        data: [0, 0, 0, 0]),
      "w: a: shape [4611686018427387904,8] is no shape"
    ),
    (
      file(#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#, data: [0, 0, 0, 0]),
      "w: a: 4 bytes do not hold its shape, expected 8"
    ),
    (
      file(#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#, data: [0, 0, 0, 0]),
      "w: a: its bytes overlap another tensor's or leave a hole"
    ),
    (
      file(#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}"#, data: [0, 0, 0, 0]),
      "w: a: its bytes overlap another tensor's or leave a hole"
    ),
    (
      file(
        #"{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"#
          + #""b":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}"#, data: [0, 0, 0, 0]),
      "w: b: its bytes overlap another tensor's or leave a hole"
    ),
    (
      file(#"{"a":{"dtype":"U8","shape":[3],"data_offsets":[1,4]}}"#, data: [0, 0, 0, 0]),
      "w: a: its bytes overlap another tensor's or leave a hole"
    ),
    (
      file(#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, data: [0, 0, 0, 0]),
      "w: a: the file ends early, found 4 bytes of data, expected 8"
    ),
    (
      file(#"{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}}"#, data: [0, 0, 0, 0]),
      "w: 1 bytes follow the last tensor: copy the file again"
    ),
  ]

  @Test(arguments: malformed)
  func `a malformed file is refused in a sentence`(_ bytes: [UInt8], _ message: String) {
    let error = #expect(throws: SafetensorsError.self) {
      try SafetensorsReader(bytes: bytes, name: "w")
    }
    #expect(error?.description == message)
  }

  @Test func `what a caller expects is checked by name, type, shape and value`() throws {
    var writer = SafetensorsWriter()
    let name = "encoder.conv1.weight"
    writer.add(Tensor(zeros: [32, 8, 3, 3]), named: name)
    writer.add(Tensor(shape: [2], values: [1, .nan]), named: "nan")
    writer.add(Tensor(shape: [2], values: [-.infinity, 1]), named: "infinite", half: true)
    writer.add(bytes: [1], shape: [1], named: "byte")
    let reader = try SafetensorsReader(bytes: writer.bytes, name: "weights.safetensors")
    func message(_ body: () throws -> Void) -> String? {
      #expect(throws: SafetensorsError.self, performing: body)?.description
    }
    #expect(
      message { _ = try reader.floats(name, shape: [32, 23, 3, 3]) }
        == "weights.safetensors: encoder.conv1.weight: expected shape [32,23,3,3], "
        + "found [32,8,3,3]")
    #expect(
      message { _ = try reader.floats("b", shape: [1]) } == "weights.safetensors: b: missing")
    #expect(
      message { _ = try reader.floats("byte") }
        == "weights.safetensors: byte: expected type F32 or F16, found U8")
    #expect(
      message { _ = try reader.floats("nan") }
        == "weights.safetensors: nan: element 1 is not a finite number: "
        + "retrain or copy the file again")
    #expect(message { _ = try reader.floats("infinite") }?.contains("element 0") == true)
    #expect(
      message { try reader.expectOnly([name, "nan", "infinite"]) }
        == "weights.safetensors: byte: not expected in this file")
  }

  @Test func `every truncation of a good file is refused`() {
    var writer = SafetensorsWriter()
    writer.add(Tensor(shape: [2], values: [1, 2]), named: "a")
    writer.add(bytes: [3], shape: [1], named: "b")
    let whole = writer.bytes
    for count in 0..<whole.count {
      #expect(throws: SafetensorsError.self, "first \(count) bytes") {
        try SafetensorsReader(bytes: Array(whole.prefix(count)), name: "w")
      }
    }
  }
}
