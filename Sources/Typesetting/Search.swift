import LecternCore

/// A stretch of an article that was searched for.
package struct Match: Equatable, Sendable {
    /// Index of the block; -1 is the article's title, `blocks.count` its footnotes.
    package var block: Int
    /// UTF-8 bytes into the block's `text`, or the notes' texts with a byte between them; never empty.
    package var range: Range<Int>

    package init(block: Int, range: Range<Int>) {
        self.block = block
        self.range = range
    }
}

/// Every place in the article's title, blocks and footnotes that says `words`, in reading order, without overlaps.
///
/// Case counts only when `words` has a capital, accents only when it has one. White space stands for any white
/// space, line breaks included; soft hyphens in the text are passed over. Blank words are found nowhere.
package func matches(of words: String, in article: Article) -> Matches {
    var scan = Scan(for: words)
    scan.go(through: article, bytes: .max)
    return scan.matches
}

/// The same in one text: ranges of UTF-8 bytes.
package func matches(of words: String, in text: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    _ = Wanted(words)?.find(in: text, from: 0, to: .max) { found.append($0) }
    return found
}
