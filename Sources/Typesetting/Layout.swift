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
    private let minutes: Int?
    /// The blocks set lately, and those set before them: two halves, of which the older is forgotten.
    private var young: [Int: [Line]] = [:]
    private var old: [Int: [Line]] = [:]
    private var youngLines = 0
    /// Endless paragraphs of which the beginning is set, the space above them included.
    private var growing: [Int: ParagraphSetting] = [:]
    /// What figures have beside their words, by their blocks.
    package private(set) var pictures: [Int: PictureSpace] = [:]

    /// Lines in a half before it counts as old; a single block may have more.
    private static let half = 8_000

    /// UTF-8 bytes of a paragraph that is set bit by bit.
    private static let endless = 50_000
    /// Paragraphs that are kept half set.
    private static let mostGrowing = 4

    /// - Parameter minutes: how long the article takes to read, where that is known already.
    package init(_ article: Article, _ format: Format, minutes: Int? = nil) {
        self.article = article
        self.format = format
        self.minutes = minutes
        manner = format.manner(language: article.language)
    }

    /// Gives a figure a picture, or a word about it, or takes it away.
    package mutating func set(_ space: PictureSpace?, atPicture block: Int) {
        guard pictures[block] != space else { return }
        pictures[block] = space
        old[block] = nil
        if let lines = young.removeValue(forKey: block) { youngLines -= lines.count }
    }

    package init(_ article: Article, measure: Int) {
        self.init(article, Format(measure: measure))
    }

    /// The lines of one block, the space above it included. Index -1 is the head of the page (title, byline,
    /// date, reading time, source), `blocks.count` its foot (footnotes; empty without any); any other index
    /// outside the article has no lines.
    package mutating func lines(of block: Int) -> [Line] {
        if let known = young[block] { return known }
        let lines = old[block] ?? grown(block) ?? set(block)
        if youngLines + lines.count > Layout.half {
            old = young
            young = [:]
            youngLines = 0
        }
        young[block] = lines
        youngLines += lines.count
        return lines
    }

    /// The first lines of a block: `count` of them or more, or all there are; cheaper than all of them in a
    /// paragraph without end.
    package mutating func lines(of block: Int, first count: Int) -> [Line] {
        grow(block) { $0.count >= count } ?? lines(of: block)
    }

    /// The first lines of a block, up to the one that shows a byte of its text or further.
    package mutating func lines(of block: Int, toByte offset: Int) -> [Line] {
        grow(block) { ($0.last?.range.upperBound ?? 0) > offset } ?? lines(of: block)
    }

    /// Has the block more lines than were set so far?
    package func isGrowing(_ block: Int) -> Bool { growing[block] != nil }

    /// Sets an endless paragraph on until there is enough of it; nil for all other blocks, and when it is whole.
    private mutating func grow(_ block: Int, until isEnough: ([Line]) -> Bool) -> [Line]? {
        guard young[block] == nil, old[block] == nil else { return nil }
        guard growing[block] != nil || begin(block) else { return nil }
        // Taken out, so that its lines are added to and not copied.
        guard var setting = growing.removeValue(forKey: block) else { return nil }
        while !setting.isDone, !isEnough(setting.lines) { setting.setMore() }
        growing[block] = setting
        return setting.isDone ? nil : setting.lines
    }

    /// Begins a paragraph that is worth it: a long one that stands in nothing.
    private mutating func begin(_ block: Int) -> Bool {
        guard article.blocks.indices.contains(block), article.blocks[block].containers.isEmpty,
            case .paragraph(let text) = article.blocks[block].content,
            text.text.utf8.count > Layout.endless
        else { return false }
        if growing.count >= Layout.mostGrowing { growing = [:] }
        var space = Spacing(before: block, of: article.blocks).set(measure: measure)
        if block == 0 { space.insert(Line(.blank), at: 0) }
        let paragraph = Paragraph(text, measure: measure, manner)
        growing[block] = ParagraphSetting(paragraph, .body, below: space)
        return true
    }

    /// The whole of a paragraph that was begun.
    private mutating func grown(_ block: Int) -> [Line]? {
        guard var setting = growing.removeValue(forKey: block) else { return nil }
        while !setting.isDone { setting.setMore() }
        return setting.lines
    }

    /// What the ranges of a block's lines count in: the block's text; for the head the title and what is said of
    /// the article, for the foot the notes' texts, a line each; empty for any other index.
    package func text(of block: Int) -> String {
        if block == -1 {
            return headText(of: article, minutes: minutes).map(\.text).joined(separator: "\n")
        }
        if block == article.blocks.count {
            return article.notes.map(\.text.text).joined(separator: "\n")
        }
        return article.blocks.indices.contains(block) ? article.blocks[block].text : ""
    }

    private func set(_ block: Int) -> [Line] {
        if block == -1 { return setHead(of: article, minutes: minutes, measure: measure) }
        if block == article.blocks.count { return setFoot(of: article, measure: measure) }
        let lines = typeset(
            block, of: article.blocks, measure: measure, breadth: format.breadth, manner,
            picture: pictures[block])
        return block == 0 && !lines.isEmpty ? [Line(.blank)] + lines : lines
    }
}
