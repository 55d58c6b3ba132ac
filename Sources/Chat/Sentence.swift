import LecternCore

/// A sentence of the article, with all that ranking and checking ask of it.
struct Sentence: Sendable {
    /// Number of its paragraph, as in `Article.paragraphs`.
    var paragraph: Int
    /// Index of the block it stands in.
    var block: Int
    /// UTF-8 bytes of the block's text.
    var range: Range<Int>
    var text: String
    var terms: [Term]
    /// Its place in its paragraph, from 0.
    var place: Int

    /// Blank-parted words; of scripts without blanks, two scalars to a word.
    var words: Int { text.wordCount }

    var citation: Citation { Citation(paragraph: paragraph, quote: text, range: range) }
}

extension Article {
    /// Every sentence that can be cited, in reading order; those of the blocks in `range` only.
    func sentences(in range: Range<Int>? = nil) -> [Sentence] {
        var found: [Sentence] = []
        var number = 0
        for (index, block) in blocks.enumerated() {
            guard block.isProse else { continue }
            number += 1
            guard range?.contains(index) ?? true else { continue }
            let bytes = Array(block.text.utf8)
            for (place, range) in Sentences.ranges(in: block.text, language: language).enumerated()
            {
                // As it reads: a footnote's mark is no part of the word before it.
                let text =
                    block.content.richText?.slice(range).text { _ in "" }
                    ?? String(decoding: bytes[range], as: UTF8.self)
                found.append(
                    Sentence(
                        paragraph: number, block: index, range: range, text: text,
                        terms: Terms.of(text), place: place))
            }
        }
        return found
    }
}

extension String {
    /// Words as a reader counts them: by blanks, an ideograph or kana as half a word.
    var wordCount: Int {
        var words = 0
        var ideographs = 0
        var inWord = false
        for scalar in unicodeScalars {
            let value = scalar.value
            if value >= 0x2E80,
                value < 0xAC00 || (0xF900..<0xFE00).contains(value) || value >= 0x20000,
                value < 0x1F000 || value >= 0x20000
            {
                if scalar.properties.isAlphabetic { ideographs += 1 }
                inWord = false
            } else if scalar.properties.isWhitespace {
                inWord = false
            } else if !inWord {
                inWord = true
                words += 1
            }
        }
        return words + (ideographs + 1) / 2
    }
}
