/// A section header and where it stands.
package struct Section: Equatable, Sendable {
    package var title: String
    /// 1 to 6, as in the block.
    package var level: Int
    /// Index of the header's block.
    package var block: Int
}

/// A numbered stretch of prose, as citations name it.
package struct Paragraph: Equatable, Sendable {
    /// From 1, over the whole article.
    package var number: Int
    package var text: String
    /// Title of the section it stands in; nil before the first header.
    package var section: String?
    /// Index of its block.
    package var block: Int
}

extension Article {
    /// The section headers in reading order.
    package var sections: [Section] {
        blocks.indices.compactMap { index in
            guard case .heading(let level, let text) = blocks[index].content else { return nil }
            return Section(title: text.text, level: level, block: index)
        }
    }

    /// The prose in reading order, numbered from 1: paragraphs, list items, quotes; no headers, code,
    /// tables or captions. Both `[n]` in an answer and `paragraphs` in the JSON count this way.
    package var paragraphs: [Paragraph] {
        var found: [Paragraph] = []
        var section: String?
        for (index, block) in blocks.enumerated() {
            if case .heading(_, let text) = block.content { section = text.text }
            guard block.isProse else { continue }
            found.append(
                Paragraph(number: found.count + 1, text: block.text, section: section, block: index)
            )
        }
        return found
    }

    /// Words in the body, counting an ideograph or kana as half a word.
    package var wordCount: Int { blocks.reduce(0) { $0 + $1.text.wordsAndHalves } / 2 }

    /// Minutes to read it at 230 words a minute (Brysbaert 2019, silent reading of non-fiction: 238), at least 1;
    /// in a very long text a part is counted and the rest estimated from it.
    package var readingMinutes: Int {
        var counted = 0
        var halves = 0
        var total = 0
        for block in blocks {
            let text = block.text
            total += text.utf8.count
            guard counted < Article.sample else { continue }
            counted += text.utf8.count
            halves += text.wordsAndHalves
        }
        guard counted > 0 else { return 1 }
        let words = Int(Double(halves) / 2 * Double(total) / Double(counted))
        return max(1, (words + 115) / 230)
    }

    /// Bytes of text after which words are no longer counted one by one for the reading time.
    private static let sample = 500_000

    /// Index of a block by its id; nil when the article has no such block.
    package func index(of id: BlockID) -> Int? { blocks.firstIndex { $0.id == id } }

    /// Index of the block that a fragment (`#notes`, without the `#`) points at.
    package func index(ofFragment fragment: String) -> Int? {
        blocks.firstIndex { $0.fragments.contains(fragment) }
    }
}

extension String {
    /// Twice its words, an ideograph or kana counting as half a word.
    fileprivate var wordsAndHalves: Int {
        let bytes = utf8Span.span
        var count = 0
        var inWord = false
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x80 {
                offset += 1
                let isBlank = byte <= 0x20
                if !isBlank, !inWord { count += 2 }
                inWord = !isBlank
                continue
            }
            let (scalar, end) = Ruler.scalar(bytes, at: offset)
            offset = end
            if scalar.value >= 0x2E80, scalar.value < 0xAC00 || scalar.value >= 0xF900,
                (0x4E00..<0xA000).contains(scalar.value) || scalar.properties.isAlphabetic
            {
                count += 1
                inWord = false
            } else if scalar.value == 0xA0
                || scalar.value >= 0x1680 && scalar.properties.isWhitespace
            {
                inWord = false
            } else if !inWord {
                inWord = true
                count += 2
            }
        }
        return count
    }
}
