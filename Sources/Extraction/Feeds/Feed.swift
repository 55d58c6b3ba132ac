import LecternCore

/// Reads RSS 0.9 to 2.0, Atom, JSON Feed, or OPML.
///
/// Throws `.damaged` for bytes that hold no feed at all, or break off before the first entry; a feed without entries
/// is fine, and of a feed that breaks off everything before the break is kept.
func readFeed(
    _ bytes: [UInt8], kind: Kind, of document: Document
) throws(ExtractionError) -> Feed {
    let decoded = decode(bytes, declared: document.charset, kind: kind)
    if kind == .jsonFeed { return try readJSONFeed(decoded.bytes, of: document) }
    var parser = FeedParser(document: document.address)
    readXML(repairedXML(decoded.bytes)) { parser.read($0) }
    guard parser.isFeed else { throw .damaged(kind: "an \(kind.name) feed") }
    let title = parser.title.isEmpty ? nil : parser.title
    var maker = EntryMaker(
        feed: title, language: parser.language,
        base: parser.link.flatMap { document.address?.resolving($0) ?? Address($0) }
            ?? document.address)
    if parser.items.isEmpty, parser.isCutOff {
        let line = 1 + decoded.bytes.count { $0 == 0x0A }
        throw .damaged(kind: "an \(kind.name) feed, broken off in line \(line),")
    }
    var feed = Feed(
        title: title ?? document.address?.host ?? document.name.map(nameWithoutExtension) ?? "Feed",
        address: document.address, entries: parser.items.map { maker.entry($0) })
    feed.isOfFeeds = kind == .opml
    return feed
}

/// Turns items into entries.
struct EntryMaker {
    let feed: String?
    let language: String?
    let base: Address?
    /// Bytes of content that are still turned into articles; behind them entries carry their first words
    /// only, and open by their address.
    private var budget = 8 << 20

    init(feed: String?, language: String?, base: Address?) {
        self.feed = feed
        self.language = language
        self.base = base
    }

    mutating func entry(_ item: FeedItem) -> Entry {
        let address = address(of: item)
        var text = plainWords(item.summary)
        if text.isEmpty { text = plainWords(item.content) }
        var title = EntryMaker.title(item.title)
        if title.isEmpty { title = text.isEmpty ? address?.string ?? "Untitled" : firstWords(text) }
        let authors = item.author.map(EntryMaker.author).filter { !$0.isEmpty }
        var entry = Entry(
            title: title, source: address.map { .address($0) },
            author: authors.isEmpty ? nil : authors.joined(separator: ", "),
            published: item.published ?? item.updated, text: text, site: item.site)
        entry.article = article(item, entry, address)
        return entry
    }

    /// Tags and entities away, twice: many feeds escape their titles once too often.
    private static func title(_ raw: String) -> String {
        let once = plainWords(raw, limit: 1000)
        return once.contains("&") || once.contains("<") ? plainWords(once, limit: 1000) : once
    }

    /// `name@example.org (Name)`, as RSS has it: the name.
    private static func author(_ raw: String) -> String {
        let words = plainWords(raw)
        guard words.contains("@"), let open = words.lastIndex(of: "("), words.hasSuffix(")") else {
            return words
        }
        return String(words[words.index(after: open)...].dropLast())
    }

    private func address(of item: FeedItem) -> Address? {
        func resolved(_ text: String) -> Address? {
            let text = RichText(text).trimmed.text
            guard !text.isEmpty else { return nil }
            guard let found = Address(text) ?? item.base?.resolving(text) ?? base?.resolving(text),
                found.isWeb || found.scheme == "lectern" || found.scheme == "gemini"
                    || found.scheme == "ftp"
            else { return nil }
            return found
        }
        let pages = item.links.filter { ["", "alternate"].contains($0.rel) }
        let best =
            pages.first { $0.type.isEmpty || $0.type.contains("html") } ?? pages.first
        if let best, let found = resolved(best.address) { return found }
        for link in pages { if let found = resolved(link.address) { return found } }
        if let guid = item.guid, let found = Address(guid), found.isWeb { return found }
        let enclosure = item.links.first { $0.rel == "enclosure" || $0.rel == "related" }
        return enclosure.flatMap { resolved($0.address) }
    }

    /// Does the text break off, with dots or a "read more"?
    private func isTeaser(_ last: Block?) -> Bool {
        guard let text = last?.content.richText?.text, text.utf8.count <= 2000 else { return false }
        if let cue = ReadAlsoCue(text), cue.rest.isEmpty { return true }
        return ["…", "[…]", "[...]", "(...)", "…]"].contains(where: text.hasSuffix)
    }

    /// The article as far as the feed carries it: its content, or a summary as long as an article.
    private mutating func article(
        _ item: FeedItem, _ entry: Entry, _ address: Address?
    ) -> Article? {
        var html = item.content
        if html.utf8.count < item.summary.utf8.count { html = item.summary }
        guard !item.content.isEmpty || html.utf8.count >= 1200, html.utf8.count <= budget else {
            return nil
        }
        budget -= html.utf8.count
        let fragment = readFragment(html, base: item.contentBase ?? address ?? base)
        let words = fragment.blocks.reduce(0) { $0 + $1.text.utf8.count }
        // A teaser is no article: its page is.
        guard words >= (address == nil ? 1 : 200), !isTeaser(fragment.blocks.last) else {
            return nil
        }
        var blocks = fragment.blocks
        if let first = blocks.first, first.headingLevel != nil, first.text == entry.title {
            blocks.removeFirst()
        }
        let sample = sample(of: blocks)
        return Article(
            title: entry.title, byline: entry.author, site: entry.site ?? feed,
            published: entry.published, updated: item.updated,
            language: item.language ?? language ?? detectLanguage(sample),
            summary: item.content.isEmpty || item.summary.isEmpty ? nil : plainWords(item.summary),
            address: address, blocks: blocks, links: fragment.links, related: fragment.related,
            notes: fragment.notes)
    }
}
