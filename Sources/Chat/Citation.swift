import LecternCore

/// A sentence of an answer and what it rests on.
package struct CheckedSentence: Equatable, Sendable {
    package enum Support: String, Equatable, Sendable { case traced, weak, none }
    /// The words, without citation marks and list markers.
    package var text: String
    /// What it cites and what exists, in the order named.
    package var citations: [Citation]
    package var support: Support
    /// Where a paragraph that is not cited fits clearly better: shown as a correction, never put in silently.
    package var suggested: [Citation]
    /// Numbers it cites that the article does not have.
    package var missing: [Int]
    /// Where it stands in the answer with its marks, UTF-8 bytes; empty when it is not part of one.
    package var range: Range<Int>

    package init(
        text: String, citations: [Citation], support: Support, suggested: [Citation] = [],
        missing: [Int] = [], range: Range<Int> = 0..<0
    ) {
        self.text = text
        self.citations = citations
        self.support = support
        self.suggested = suggested
        self.missing = missing
        self.range = range
    }
}

/// A pointer from an answer into the article.
package struct Citation: Equatable, Hashable, Sendable {
    /// As in `Article.paragraphs`, from 1.
    package var paragraph: Int
    /// The sentence of the paragraph that says it; nil where none stands out.
    package var quote: String?
    /// The stretch of the block's text to light, UTF-8 bytes; the whole paragraph where no sentence stands out.
    package var range: Range<Int>

    package init(paragraph: Int, quote: String? = nil, range: Range<Int>) {
        self.paragraph = paragraph
        self.quote = quote
        self.range = range
    }
}
