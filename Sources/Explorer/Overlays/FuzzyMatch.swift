/// How well a text answers what was typed: the letters in order, words in any order.
enum FuzzyMatch {
  /// A score, higher is better; `nil` where a typed word's letters are not all there in order.
  ///
  /// Letters side by side, at the beginning of words and in one word count more, long texts less.
  static func score(_ typed: String, in text: String) -> Int? {
    let letters = Array(text.lowercased())
    var total = 0
    for word in typed.lowercased().split(separator: " ") {
      guard let score = score(ofWord: Array(word), in: letters) else { return nil }
      total += score
    }
    return total - letters.count / 8
  }

  /// The best way to find a word's letters in order.
  ///
  /// - Complexity: O(letters of the word × letters of the text).
  private static func score(ofWord word: [Character], in letters: [Character]) -> Int? {
    // The best score of the letters so far, by the place of the last of them.
    var best = [Int?](repeating: nil, count: letters.count)
    for (index, letter) in word.enumerated() {
      best = next(letter, isFirst: index == 0, after: best, in: letters)
    }
    return best.compactMap { $0 }.max()
  }

  private static func next(
    _ letter: Character, isFirst: Bool, after best: [Int?], in letters: [Character]
  ) -> [Int?] {
    var found = [Int?](repeating: nil, count: letters.count)
    var (anywhere, inWord): (Int?, Int?) = (nil, nil)
    for place in letters.indices {
      let beginsWord = place == 0 || !letters[place - 1].isLetter
      if beginsWord { inWord = nil }
      if letters[place] == letter {
        let gain = 1 + (beginsWord ? 5 : 0)
        let side = place > 0 && !beginsWord ? best[place - 1] : nil
        let ways = [anywhere, inWord.map { $0 + 3 }, side.map { $0 + 9 }].compactMap { $0 }
        found[place] = isFirst ? gain : ways.max().map { $0 + gain }
      }
      anywhere = [anywhere, best[place]].compactMap { $0 }.max()
      inWord = [inWord, best[place]].compactMap { $0 }.max()
    }
    return found
  }
}
