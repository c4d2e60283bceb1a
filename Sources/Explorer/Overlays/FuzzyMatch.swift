/// How well a text answers what was typed: the letters in order, words in any order.
enum FuzzyMatch {
  /// A score, higher is better; `nil` where a typed word's letters are not all there in order.
  ///
  /// Letters at the beginning of words and letters side by side count more, long texts less.
  static func score(_ typed: String, in text: String) -> Int? {
    let letters = Array(text.lowercased())
    var total = 0
    for word in typed.lowercased().split(separator: " ") {
      guard let score = score(ofWord: Array(word), in: letters) else { return nil }
      total += score
    }
    return total - letters.count / 8
  }

  private static func score(ofWord word: [Character], in letters: [Character]) -> Int? {
    var best: Int?
    for start in letters.indices where letters[start] == word[0] {
      guard let score = score(ofWord: word, in: letters, from: start) else { break }
      best = max(best ?? .min, score)
    }
    return best
  }

  private static func score(
    ofWord word: [Character], in letters: [Character], from start: Int
  ) -> Int? {
    var (score, place, previous) = (0, start, -2)
    for letter in word {
      guard let found = letters[place...].firstIndex(of: letter) else { return nil }
      let beginsWord = found == 0 || !letters[found - 1].isLetter
      score += (beginsWord ? 8 : 0) + (found == previous + 1 ? 5 : 0) + 1
      previous = found
      place = found + 1
    }
    return score
  }
}
