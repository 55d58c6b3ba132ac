import LecternCore
import Typesetting

/// What a page knows about its article without looking again: made once when the page is opened, so that a key
/// costs what is on the screen and not what is in the article.
package struct Bearings: Equatable, Sendable {
    /// A link and the block it stands in; the foot of the page is `blocks.count`.
    struct LinkPlace: Equatable, Sendable {
        let target: Target
        let block: Int
    }
    /// The section headers in reading order.
    let sections: [Section]
    /// Every link of the text in reading order, once a block.
    let links: [LinkPlace]
    /// How long the article takes to read.
    let minutes: Int
    /// UTF-8 bytes of text before each block; the last element is the total.
    private let bytesBefore: [Int]

    package init(_ article: Article) {
        sections = article.sections
        minutes = article.readingMinutes
        var links: [LinkPlace] = []
        var bytes = [0]
        bytes.reserveCapacity(article.blocks.count + 1)
        for (index, block) in article.blocks.enumerated() {
            bytes.append((bytes.last ?? 0) + block.text.utf8.count)
            for text in block.content.texts { Bearings.collect(text, in: index, into: &links) }
        }
        for (index, note) in article.notes.enumerated() {
            // The mark at the foot leads back to the text.
            links.append(LinkPlace(target: .note(NoteID(index)), block: article.blocks.count))
            Bearings.collect(note.text, in: article.blocks.count, into: &links)
        }
        self.links = links
        bytesBefore = bytes
    }

    private static func collect(
        _ text: RichText, in block: Int, into links: inout [LinkPlace]
    ) {
        for span in text.spans {
            guard let target = Target(link: span.link, note: span.note) else { continue }
            let place = LinkPlace(target: target, block: block)
            if links.last != place { links.append(place) }
        }
    }

    /// Bytes of the whole text.
    var total: Int { bytesBefore.last ?? 0 }

    /// Bytes of text before a block; -1 is the head of the page.
    func bytes(before block: Int) -> Int {
        block <= 0 ? 0 : bytesBefore[min(block, bytesBefore.count - 1)]
    }

    /// The block that holds the byte, counted over the whole text.
    func block(atByte byte: Int) -> Int {
        max(0, bytesBefore.firstPlace { $0 > byte } - 1)
    }

    /// Index of the section a block belongs to; nil before the first header.
    func section(of block: Int) -> Int? {
        let after = sections.firstPlace { $0.block > block }
        return after == 0 ? nil : after - 1
    }

    /// Index of the first link at or behind a block.
    func firstLink(from block: Int) -> Int { links.firstPlace { $0.block >= block } }
}

/// What can be followed on a page: a link, or the mark of a footnote; and the picture of a block.
package enum Target: Hashable, Sendable {
    case link(LinkID)
    case note(NoteID)
    case picture(Int)

    var isPicture: Bool { if case .picture = self { true } else { false } }

    /// Of a stretch of text; a link goes before a note's mark.
    init?(link: LinkID?, note: NoteID?) {
        if let link {
            self = .link(link)
        } else if let note {
            self = .note(note)
        } else {
            return nil
        }
    }
}

extension Run {
    /// What a click on it follows.
    var target: Target? { Target(link: link, note: note) }
}

extension Content {
    /// The styled texts in it, in reading order.
    var texts: [RichText] {
        switch self {
        case .paragraph(let text), .heading(_, let text), .code(let text, _): [text]
        case .figure(let figure): [figure.linked("▣")] + (figure.caption.map { [$0] } ?? [])
        case .table(let table):
            (table.caption.map { [$0] } ?? []) + table.header + table.rows.flatMap { $0 }
        case .rule: []
        }
    }
}

extension Array {
    /// Index of the first element for which `isBehind` holds, `count` when there is none; the elements are in an
    /// order where it never goes back to false.
    func firstPlace(where isBehind: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
