import Testing
import YAMLReading
import Yams

@Suite struct PlainYAMLTests {
  @Test(arguments: [
    "a: &x 1\nb: *x", "? *x\n: 1", "{&x a: 1, *x : 2}", "a: 1\nb: [1,*x]", "\"a\":*x",
    "\"#\": 1\n? *x\n: 1", "{\"#\": 1, ? *x : 1}", "a: '#111' # then\n*x : 1", "*x", "a: \"b *x\"",
    "[\"one\n# two\", *x ]", "['one # two', *x ]", "[\"one\n two # \", *x ]",
  ])
  func `anchors and aliases are refused`(text: String) {
    #expect(throws: PlainYAML.AliasError.self) { try PlainYAML.compose(text) }
  }

  @Test(arguments: [
    "Ada & Bob", "C&A", "2*3", "2 * 3", "one\n# see *this* &that\n", "0.5  # *guess*",
  ])
  func `the same signs elsewhere are none`(text: String) throws {
    #expect(!PlainYAML.hasAliases(text))
    #expect(try PlainYAML.compose("a: " + text)?.mapping?["a"] != nil)
  }

  @Test func `aliases of aliases cost nothing`() {
    // As keys, which the parser hashes and so expands: ten to the power of twelve nodes.
    let bomb =
      "a0: &a0 [x]\n"
      + (1...12).map { level in
        let names = (1...10).map { _ in "*a\(level - 1)" }.joined(separator: ", ")
        return "? &a\(level) [\(names)]\n: 1\n"
      }.joined()
    #expect(throws: PlainYAML.AliasError.self) { try PlainYAML.compose(bomb) }
  }

  @Test func `an empty text is nothing`() throws { #expect(try PlainYAML.compose("") == nil) }
}
