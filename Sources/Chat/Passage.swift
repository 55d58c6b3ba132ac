import LecternCore

/// A paragraph as it is sent: numbered as in the article, made harmless, with the headers in front of it.
struct Passage: Equatable, Sendable {
    /// As in `Article.paragraphs`.
    var number: Int
    /// Headers that stand between the paragraph before and this one.
    var headings: [String]
    var text: String
    /// Estimated, number and headers included.
    var tokens: Double

    init(number: Int, headings: [String], text: String) {
        self.number = number
        self.headings = headings
        self.text = text
        tokens = 4 + Tokens.weight(text) + headings.reduce(0) { $0 + Tokens.weight($1) + 3 }
    }

    var lines: String {
        headings.map { "## \($0)\n" }.joined() + "[\(number)] \(text)\n"
    }
}

extension Article {
    /// Everything that can be cited, or only what stands under the header at `block` (0: before the first one).
    func passages(ofSection block: Int? = nil) -> [Passage] {
        let range = block.map { section(at: $0) } ?? blocks.indices
        var found: [Passage] = []
        var headings: [String] = []
        var number = 0
        for index in blocks.indices {
            if blocks[index].isProse { number += 1 }
            guard range.contains(index) else { continue }
            let text = PromptText.harmless(blocks[index].text)
            guard !text.isEmpty else { continue }
            if blocks[index].headingLevel != nil {
                headings.append(text)
            } else if blocks[index].isProse {
                found.append(Passage(number: number, headings: headings, text: text))
                headings = []
            }
        }
        return found
    }

    /// Blocks from a header to the next of its level or higher; from the start to the first header for 0
    /// when no header stands there.
    package func section(at block: Int) -> Range<Int> {
        guard blocks.indices.contains(block) else { return 0..<0 }
        let level = blocks[block].headingLevel ?? 6
        let end = blocks.indices.first { index in
            index > block && (blocks[index].headingLevel.map { $0 <= level } ?? false)
        }
        return block..<(end ?? blocks.count)
    }
}
