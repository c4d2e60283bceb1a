import Testing

@testable import NumpyArchives

struct ArrayHeaderTests {
  @Test func `a header is NumPy's, padded to 64 bytes`() {
    let header = ArrayHeader(.float32, [10, 15]).serialised
    #expect(header.count == 128)
    #expect(Array(header.prefix(10)) == [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0, 118, 0])
    #expect(
      String(decoding: header[10...], as: UTF8.self).hasPrefix(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (10, 15), }  "))
    #expect(header.last == 0x0A)
  }

  @Test(arguments: [[], [3], [0], [2, 3], [100_000_000, 50, 50]])
  func `a header survives being written`(_ shape: [Int]) throws {
    for kind in ElementKind.allCases {
      let bytes = ArrayHeader(kind, shape).serialised
      #expect(bytes.count.isMultiple(of: 64))
      let parsed = try ArrayHeader(parsing: String(decoding: bytes[10...], as: UTF8.self))
      #expect(parsed == ArrayHeader(kind, shape))
    }
  }

  @Test(arguments: [
    ("{'descr': '|O', 'fortran_order': False, 'shape': (3,), }", "pickles"),
    ("{'descr': '>f4', 'fortran_order': False, 'shape': (3,), }", "big-endian"),
    ("{'descr': '<f4', 'fortran_order': True, 'shape': (3, 4), }", "Fortran order"),
    ("{'descr': '<c8', 'fortran_order': False, 'shape': (3,), }", "elements '<c8'"),
    ("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (3,), }", "records"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }", "damaged"),
    ("{'descr': '<f4', 'fortran_order': False}", "damaged"),
    ("{'descr': '<f4', 'shape': (3,), 'fortran_order': False, } + exit()", "damaged"),
    ("", "damaged"), ("{", "damaged"), ("{'a", "damaged"), ("{'a': (1", "damaged"),
    ("{'a': (1 2)}", "damaged"), ("{'descr':}", "damaged"),
  ])
  func `what is not read is refused with the reason`(_ text: String, _ reason: String) {
    do {
      _ = try ArrayHeader(parsing: text)
      Issue.record("'\(text)' was read")
    } catch {
      #expect(error.reason.contains(reason))
    }
  }

  @Test func `a shape beyond Int has no size`() {
    #expect(ArrayHeader(.float64, [1 << 40, 1 << 40]).bytes == nil)
    #expect(ArrayHeader(.float64, [1 << 61]).bytes == nil)
    #expect(ArrayHeader(.uint8, [1 << 61]).bytes == 1 << 61)
  }
}
