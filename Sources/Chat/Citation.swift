import LecternCore

/// A sentence of an answer and what it rests on.
package struct CheckedSentence: Equatable, Sendable {
    package enum Support: String, Equatable, Sendable { case traced, weak, none }
    package var text: String
    package var citations: [Citation]
    package var support: Support

    package init(text: String, citations: [Citation], support: Support) {
        self.text = text
        self.citations = citations
        self.support = support
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
