import LecternCore

/// A stretch of an article that was searched for.
package struct Match: Equatable, Sendable {
    /// Index of the block.
    package var block: Int
    /// UTF-8 bytes into the block's `text`; never empty.
    package var range: Range<Int>

    package init(block: Int, range: Range<Int>) {
        self.block = block
        self.range = range
    }
}

/// Every place in the article's blocks that says `words`, in reading order, without overlaps.
///
/// Case counts only when `words` has a capital, accents only when it has one. White space stands for any white
/// space, line breaks included. Empty or blank words are found nowhere.
package func matches(of words: String, in article: Article) -> [Match] {
    article.blocks.indices.flatMap { block in
        matches(of: words, in: article.blocks[block].text).map { Match(block: block, range: $0) }
    }
}

/// The same in one text: ranges of UTF-8 bytes.
package func matches(of words: String, in text: String) -> [Range<Int>] {
    let wanted = Array(words.lowercased().utf8)
    let bytes = Array(text.lowercased().utf8)
    guard !wanted.isEmpty, bytes.count == text.utf8.count, bytes.count >= wanted.count else {
        return []
    }
    return (0...(bytes.count - wanted.count)).filter {
        bytes[$0..<($0 + wanted.count)] == wanted[...]
    }
    .map { $0..<($0 + wanted.count) }
}
