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

    /// Words in the body, counting an ideograph or kana as half a word, for the reading time.
    package var wordCount: Int {
        var words = 0
        var ideographs = 0
        for block in blocks {
            var inWord = false
            for scalar in block.text.unicodeScalars {
                if scalar.value >= 0x2E80, scalar.value < 0xAC00 || scalar.value >= 0xF900,
                    scalar.properties.isAlphabetic
                {
                    ideographs += 1
                    inWord = false
                } else if scalar.properties.isWhitespace {
                    inWord = false
                } else if !inWord {
                    inWord = true
                    words += 1
                }
            }
        }
        return words + ideographs / 2
    }

    /// Minutes to read it at 230 words a minute (Brysbaert 2019, silent reading of non-fiction: 238), at least 1.
    package var readingMinutes: Int { max(1, (wordCount + 115) / 230) }

    /// Index of a block by its id; nil when the article has no such block.
    package func index(of id: BlockID) -> Int? { blocks.firstIndex { $0.id == id } }

    /// Index of the block that a fragment (`#notes`, without the `#`) points at.
    package func index(ofFragment fragment: String) -> Int? {
        blocks.firstIndex { $0.fragments.contains(fragment) }
    }
}
