/// A page that has been read: what it says, where it came from, where it leads.
///
/// Made by `Extraction`, never changed after. Blocks are in reading order and never repeat the title.
package struct Article: Equatable, Sendable {
    /// Never empty: where the page has no title, the file's name or the first words.
    package var title: String
    /// Names only, parted by ", ".
    package var byline: String?
    package var site: String?
    /// ISO 8601, a date (`2025-02-24`) or a date and time.
    package var published: String?
    package var updated: String?
    /// BCP 47, such as `fr` or `pt-BR`.
    package var language: String?
    /// What the page says of itself in a sentence or two.
    package var summary: String?
    /// The address the text was read from, after redirects; nil for standard input.
    package var address: Address?
    package private(set) var blocks: [Block]
    package var links: [Link]
    /// Where the page says to read on, in page order, without repeats.
    package var related: [RelatedLink]
    package var notes: [Note]

    package init(
        title: String, byline: String? = nil, site: String? = nil, published: String? = nil,
        updated: String? = nil, language: String? = nil, summary: String? = nil,
        address: Address? = nil, blocks: [Block], links: [Link] = [],
        related: [RelatedLink] = [], notes: [Note] = []
    ) {
        // Whatever kind of document they come from, and through how many decodings.
        self.title = title.gated
        self.byline = byline?.gated
        self.site = site?.gated
        self.published = published
        self.updated = updated
        self.language = language
        self.summary = summary?.gated
        self.address = address
        self.blocks = Article.identified(Article.parted(blocks))
        self.links = links
        self.related = related
        self.notes = notes
    }

    /// UTF-8 bytes of a paragraph at most. A book's longest has 20,000; what is longer is no paragraph but a file
    /// without line breaks, and is set, searched and drawn a part at a time.
    package static let longestParagraph = 100_000

    /// The same blocks with endless paragraphs in parts.
    private static func parted(_ blocks: [Block]) -> [Block] {
        func isEndless(_ block: Block) -> Bool {
            guard case .paragraph(let text) = block.content else { return false }
            return text.text.utf8.count > longestParagraph
        }
        guard blocks.contains(where: isEndless) else { return blocks }
        return blocks.flatMap { block -> [Block] in
            guard isEndless(block), case .paragraph(let text) = block.content else {
                return [block]
            }
            // The marker and the fragments are the first part's.
            let rest = block.containers.map {
                if case .item = $0 { Container.item(nil) } else { $0 }
            }
            return text.parts(longest: longestParagraph).enumerated().map { number, part in
                number == 0
                    ? Block(.paragraph(part), in: block.containers, fragments: block.fragments)
                    : Block(.paragraph(part), in: rest)
            }
        }
    }

    /// The same blocks with their ids filled in: hash of kind and text, n-th among equals.
    private static func identified(_ blocks: [Block]) -> [Block] {
        var seen: [UInt64: UInt16] = [:]
        seen.reserveCapacity(blocks.count)
        var named = blocks
        for index in named.indices {
            var hash = FixedHash()
            hash.feed(named[index].kindByte)
            hash.feed(named[index].text)
            let twin = seen[hash.value] ?? 0
            seen[hash.value] = twin &+ 1
            named[index].id = BlockID(hash: hash.value, twin: twin)
        }
        return named
    }
}

/// A link in the text.
package struct Link: Equatable, Sendable {
    package var text: String
    package var address: Address

    package init(text: String, address: Address) {
        self.text = text
        self.address = address
    }
}

/// An article that the page recommends.
package struct RelatedLink: Equatable, Sendable {
    package var title: String
    /// nil where the source lost it.
    package var address: Address?

    package init(title: String, address: Address?) {
        self.title = title
        self.address = address
    }
}

/// A footnote.
package struct Note: Equatable, Sendable {
    /// As the text refers to it: `1`, `a`, `*`.
    package var label: String
    package var text: RichText

    package init(label: String, text: RichText) {
        self.label = label
        self.text = text
    }
}

extension Block {
    fileprivate var kindByte: UInt8 {
        switch content {
        case .paragraph: 1
        case .heading: 2
        case .code: 3
        case .table: 4
        case .figure: 5
        case .rule: 6
        }
    }
}
