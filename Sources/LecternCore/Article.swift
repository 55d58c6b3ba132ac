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
        self.title = title
        self.byline = byline
        self.site = site
        self.published = published
        self.updated = updated
        self.language = language
        self.summary = summary
        self.address = address
        self.blocks = Article.identified(blocks)
        self.links = links
        self.related = related
        self.notes = notes
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
