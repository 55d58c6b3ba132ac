import LecternCore

/// An article set to a measure, block by block and only where it is looked at.
///
/// There are no line numbers over the whole article: a place is a block and a line in it, so that opening, resizing
/// and jumping cost what is on the screen and not what is in the article.
package struct Layout: Sendable {
    package let article: Article
    package let format: Format
    /// Width of the text in columns, at least 10.
    package var measure: Int { format.measure }
    private let manner: Manner
    /// The blocks set lately, and those set before them: two halves, of which the older is forgotten.
    private var young: [Int: [Line]] = [:]
    private var old: [Int: [Line]] = [:]
    private var youngLines = 0

    /// Lines in a half before it counts as old; a single block may have more.
    private static let half = 8_000

    package init(_ article: Article, _ format: Format) {
        self.article = article
        self.format = format
        manner = format.manner(language: article.language)
    }

    package init(_ article: Article, measure: Int) {
        self.init(article, Format(measure: measure))
    }

    /// The lines of one block, the space above it included. Index -1 is the head of the page (title, byline,
    /// date, reading time, source), `blocks.count` its foot (footnotes; empty without any); any other index
    /// outside the article has no lines.
    package mutating func lines(of block: Int) -> [Line] {
        if let known = young[block] { return known }
        let lines = old[block] ?? set(block)
        if youngLines + lines.count > Layout.half {
            old = young
            young = [:]
            youngLines = 0
        }
        young[block] = lines
        youngLines += lines.count
        return lines
    }

    /// What the ranges of a block's lines count in: the block's text; for the head the title and what is said of
    /// the article, for the foot the notes' texts, a line each; empty for any other index.
    func text(of block: Int) -> String {
        if block == -1 { return headText(of: article).map(\.text).joined(separator: "\n") }
        if block == article.blocks.count {
            return article.notes.map(\.text.text).joined(separator: "\n")
        }
        return article.blocks.indices.contains(block) ? article.blocks[block].text : ""
    }

    private func set(_ block: Int) -> [Line] {
        if block == -1 { return setHead(of: article, measure: measure) }
        if block == article.blocks.count { return setFoot(of: article, measure: measure) }
        let lines = typeset(
            block, of: article.blocks, measure: measure, breadth: format.breadth, manner)
        return block == 0 && !lines.isEmpty ? [Line(.blank)] + lines : lines
    }
}
