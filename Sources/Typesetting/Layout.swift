import LecternCore

/// An article set to a measure, block by block and only where it is looked at.
///
/// There are no line numbers over the whole article: a place is a block and a line in it, so that opening, resizing
/// and jumping cost what is on the screen and not what is in the article.
package struct Layout: Sendable {
    package let article: Article
    /// Width of the text in columns, at least 10.
    package let measure: Int
    private var young: [Int: [Line]] = [:]
    private var old: [Int: [Line]] = [:]
    private var youngLines = 0
    private var starts: [Int]?

    /// Lines remembered before the older half is forgotten; two halves of this size are kept at most.
    private static let memory = 8_000

    package init(_ article: Article, measure: Int) {
        self.article = article
        self.measure = max(10, measure)
    }

    /// The lines of one block, the space above it included. Index -1 is the head of the page (title, byline,
    /// date, reading time, source), `blocks.count` its foot (footnotes; empty without any); any other index
    /// outside the article has no lines.
    package mutating func lines(of block: Int) -> [Line] {
        if let known = young[block] { return known }
        let set = peek(block)
        if youngLines + set.count > Layout.memory {
            old = young
            young = [:]
            youngLines = 0
        }
        young[block] = set
        youngLines += set.count
        return set
    }

    /// The same lines without remembering them: what drawing uses, whose blocks were all set by `lines(of:)`.
    package func peek(_ block: Int) -> [Line] {
        young[block] ?? old[block] ?? Layout.set(block, of: article, measure: measure)
    }

    /// Index of the line of a block that shows an offset (UTF-8 bytes into the block's text); the last line for
    /// an offset at or past the end, 0 for a block without lines.
    package mutating func line(of offset: Int, in block: Int) -> Int {
        lines(of: block).index(of: offset)
    }

    /// What the ranges of a block's lines count in: the block's text, the title and what is said of the article
    /// for the head, the notes' texts, a line each, for the foot; empty for any other index.
    package func text(of block: Int) -> String {
        if block == -1 { return headText(of: article).map(\.text).joined(separator: "\n") }
        if block == article.blocks.count {
            return article.notes.map(\.text.text).joined(separator: "\n")
        }
        return article.blocks.indices.contains(block) ? article.blocks[block].text : ""
    }

    /// UTF-8 bytes of text in the whole article.
    package mutating func byteCount() -> Int { bytes(before: article.blocks.count) }

    /// UTF-8 bytes of text in the blocks before this one; 0 for the head, everything for the foot.
    package mutating func bytes(before block: Int) -> Int {
        let known: [Int]
        if let starts {
            known = starts
        } else {
            var sum = 0
            known =
                [0]
                + article.blocks.map {
                    sum += $0.byteCount; return sum
                }
            starts = known
        }
        return known[min(max(0, block), known.count - 1)]
    }

    private static func set(_ index: Int, of article: Article, measure: Int) -> [Line] {
        if index == -1 { return setHead(of: article, measure: measure) }
        if index == article.blocks.count { return setFoot(of: article, measure: measure) }
        let lines = typeset(index, of: article.blocks, measure: measure)
        return index == 0 && !lines.isEmpty ? [Line(.blank)] + lines : lines
    }
}

extension [Line] {
    /// Index of the line that shows an offset into the block's text (UTF-8 bytes); the last line for an offset
    /// at or past the end, 0 when there are no lines.
    package func index(of offset: Int) -> Int {
        if let shown = firstIndex(where: { line in
            line.runs.contains { $0.source?.contains(offset) == true }
        }) {
            return shown
        }
        return firstIndex { $0.range.contains(offset) } ?? Swift.max(0, count - 1)
    }
}

extension Block {
    /// UTF-8 bytes in `text`, without building it.
    package var byteCount: Int {
        switch content {
        case .paragraph(let text), .heading(_, let text): text.text.utf8.count
        case .code(let text, _): text.utf8.count
        case .figure(let figure): (figure.caption?.text ?? figure.alt ?? "").utf8.count
        case .rule: 0
        case .table(let table):
            ((table.caption.map { [[$0]] } ?? []) + (table.header.isEmpty ? [] : [table.header])
                + table.rows)
                .reduce(-1) { $0 + $1.reduce(0) { $0 + $1.text.utf8.count + 1 } }
        }
    }
}
