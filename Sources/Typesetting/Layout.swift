import LecternCore

/// An article set to a measure, block by block and only where it is looked at.
///
/// There are no line numbers over the whole article: a place is a block and a line in it, so that opening, resizing
/// and jumping cost what is on the screen and not what is in the article.
package struct Layout: Sendable {
    package let article: Article
    /// Width of the text in columns, at least 10.
    package let measure: Int
    private var cache: [Int: [Line]] = [:]

    package init(_ article: Article, measure: Int) {
        self.article = article
        self.measure = max(10, measure)
    }

    /// The lines of one block, the space above it included. Index -1 is the head of the page (title, byline,
    /// date, reading time, source), `blocks.count` its foot (footnotes).
    package mutating func lines(of block: Int) -> [Line] {
        if let known = cache[block] { return known }
        let set = Layout.set(block, of: article, measure: measure)
        if cache.count > 2_000 { cache.removeAll(keepingCapacity: true) }
        cache[block] = set
        return set
    }

    private static func set(_ index: Int, of article: Article, measure: Int) -> [Line] {
        guard article.blocks.indices.contains(index) else { return [] }
        let text = article.blocks[index].text
        return [
            Line(
                .body, runs: [Run(text, columns: text.columns, source: 0..<text.utf8.count)],
                range: 0..<text.utf8.count), Line(.blank),
        ]
    }
}
