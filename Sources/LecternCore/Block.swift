/// One thing on the page: a paragraph, a header, a table. Blocks are a flat list in reading order; what they
/// stand in (a quote, a list item) is in `containers`.
package struct Block: Equatable, Sendable {
    package var id: BlockID
    package var content: Content
    /// What the block stands in, outermost first; empty for body text.
    package var containers: [Container]
    /// The `id` attributes of the source that point here, for fragments (`page.html#notes`).
    package var fragments: [String]

    package init(_ content: Content, in containers: [Container] = [], fragments: [String] = []) {
        self.id = BlockID(hash: 0, twin: 0)
        self.content = content
        self.containers = containers
        self.fragments = fragments
    }
}

/// What a block holds.
package enum Content: Equatable, Sendable {
    case paragraph(RichText)
    /// Level 1 (a chapter) to 6. The article's title is not among the blocks.
    case heading(level: Int, RichText)
    /// Verbatim lines without a final newline; tabs are expanded by the typesetter. Of styles it has links alone.
    case code(RichText, language: String?)
    case table(Table)
    case figure(Figure)
    case rule
}

/// What a block can stand in.
package enum Container: Equatable, Hashable, Sendable {
    case quote
    /// A list item. Only its first block bears the marker; the following ones have `nil`.
    case item(Marker?)
    /// The definition of a term; the term itself is a paragraph with strong text.
    case definition
}

/// What stands in front of a list item.
package enum Marker: Equatable, Hashable, Sendable {
    case bullet
    case number(Int)
    case task(done: Bool)
}

/// A table of data. Every row has as many cells as `alignments`, short ones padded with empty text.
package struct Table: Equatable, Sendable {
    package var caption: RichText?
    /// Empty when the table has no header row.
    package var header: [RichText]
    package var rows: [[RichText]]
    package var alignments: [Alignment]

    package enum Alignment: Equatable, Sendable { case left, center, right }

    package init(
        caption: RichText? = nil, header: [RichText], rows: [[RichText]], alignments: [Alignment]
    ) {
        self.caption = caption
        self.header = header
        self.rows = rows
        self.alignments = alignments
    }
}

/// A picture, or anything else that is looked at rather than read.
package struct Figure: Equatable, Sendable {
    package var address: Address?
    /// What the picture shows, for those who cannot see it.
    package var alt: String?
    package var caption: RichText?
    /// Where the picture leads.
    package var link: LinkID?

    package init(
        address: Address?, alt: String? = nil, caption: RichText? = nil, link: LinkID? = nil
    ) {
        self.address = address
        self.alt = alt
        self.caption = caption
        self.link = link
    }

    /// The alt text where it says something that the caption does not; nil for a file's name.
    package var description: String? {
        guard let alt, !alt.isEmpty, alt != caption?.text, !alt.isFileName else { return nil }
        return alt
    }

    /// A text that stands for the picture, leading where the picture leads.
    package func linked(_ text: String) -> RichText {
        guard let link, !text.isEmpty else { return RichText(text) }
        return RichText(text, spans: [Span(range: 0..<text.utf8.count, link: link)])
    }
}

extension String {
    /// `data128537820-912548.jpg`: one word that ends as pictures do.
    fileprivate var isFileName: Bool {
        guard !contains(" "), let ending = split(separator: ".").last, ending.count < count else {
            return false
        }
        return ["jpg", "jpeg", "png", "gif", "webp", "svg", "avif", "bmp", "tif", "tiff"].contains(
            ending.lowercased())
    }
}

extension Content {
    /// The styled words of a paragraph or heading.
    package var richText: RichText? {
        switch self {
        case .paragraph(let text), .heading(_, let text): text
        default: nil
        }
    }
}

extension Block {
    /// The block's words as one string: what search, citations and the chatbot see, and what an `Anchor`'s
    /// offset counts in. Table rows are lines, cells are parted by a tab; a figure is what it
    /// shows and its caption, a line each.
    package var text: String {
        switch content {
        case .paragraph(let text), .heading(_, let text): text.text
        case .code(let text, _): text.text
        case .figure(let figure):
            [figure.description, figure.caption?.text].compactMap { $0 }.filter { !$0.isEmpty }
                .joined(separator: "\n")
        case .rule: ""
        case .table(let table):
            ((table.caption.map { [[$0]] } ?? []) + (table.header.isEmpty ? [] : [table.header])
                + table.rows)
                .map { $0.map(\.text).joined(separator: "\t") }.joined(separator: "\n")
        }
    }

    /// A paragraph, list item or quote: text that is numbered and cited.
    package var isProse: Bool {
        if case .paragraph(let text) = content { !text.isEmpty } else { false }
    }

    /// The header's level, or `nil` for anything else.
    package var headingLevel: Int? {
        if case .heading(let level, _) = content { level } else { nil }
    }
}
