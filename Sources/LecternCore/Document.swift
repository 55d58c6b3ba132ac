/// What was asked to be opened.
package indirect enum Source: Hashable, Sendable {
    /// An absolute http, https or `lectern:` address.
    case address(Address)
    /// A path as the user gave it.
    case file(String)
    case standardInput
    /// Several at once, opened as a list.
    case several([Source])
}

/// Bytes as they came, and what was said about them.
package struct Document: Equatable, Sendable {
    package var source: Source
    /// Where it was found after redirects, or `--base`: relative links are resolved against it.
    package var address: Address?
    /// Without parameters, lower case: `text/html`. nil where nobody said.
    package var mediaType: String?
    /// As the HTTP header named it.
    package var charset: String?
    /// File name or last part of the address, for the kind and as a title of last resort.
    package var name: String?
    package var bytes: [UInt8]

    package init(
        source: Source, address: Address? = nil, mediaType: String? = nil, charset: String? = nil,
        name: String? = nil, bytes: [UInt8]
    ) {
        self.source = source
        self.address = address
        self.mediaType = mediaType
        self.charset = charset
        self.name = name
        self.bytes = bytes
    }
}

/// What a document turned out to be.
package enum Material: Equatable, Sendable {
    case article(Article)
    case feed(Feed)
}

/// A list of articles: RSS, Atom, JSON Feed, OPML, or a folder.
package struct Feed: Equatable, Sendable {
    package var title: String
    package var address: Address?
    package var entries: [Entry]
    /// Is it a list of feeds, as OPML is?
    package var isOfFeeds = false

    package init(title: String, address: Address? = nil, entries: [Entry]) {
        self.title = title
        self.address = address
        self.entries = entries
    }
}

/// One article of a feed, or one feed of an OPML file.
package struct Entry: Equatable, Sendable {
    package var title: String
    /// Where the article is; nil where the feed gives none.
    package var source: Source?
    package var author: String?
    /// ISO 8601.
    package var published: String?
    /// The first words as plain text; may be empty.
    package var text: String
    /// The article as far as the feed carries it; nil when there is only `text`.
    package var article: Article?
    /// The site or feed it comes from, where the list mixes several.
    package var site: String?

    package init(
        title: String, source: Source?, author: String? = nil, published: String? = nil,
        text: String = "", article: Article? = nil, site: String? = nil
    ) {
        self.title = title
        self.source = source
        self.author = author
        self.published = published
        self.text = text
        self.article = article
        self.site = site
    }
}
