import LecternCore

/// What a feed says of one article, before anything of it is interpreted.
struct FeedItem {
    var title = ""
    var links: [(rel: String, address: String, type: String)] = []
    var guid: String?
    var author: [String] = []
    var published: String?
    var updated: String?
    var summary = ""
    var content = ""
    var site: String?
    /// `xml:base` at the item, and at its content; nil where the feed has none.
    var base: Address?
    var contentBase: Address?
    var language: String?
}

/// Collects the items of RSS 0.9 to 2.0, RDF and Atom, and the outlines of OPML, from XML events.
struct FeedParser {
    private(set) var title = ""
    private(set) var link: String?
    private(set) var language: String?
    private(set) var items: [FeedItem] = []
    /// An element that only feeds have was seen.
    private(set) var isFeed = false

    /// Does something still stand open, now that all was read?
    var isCutOff: Bool { !open.isEmpty }

    private let document: Address?
    private var open: [Level] = []
    private var item: FeedItem?
    private var itemDepth = 0

    // The element whose words are being collected.
    private var text = ""
    private var captureDepth = 0
    private var capture: XMLElement?
    /// Elements inside it: its text is markup then.
    private var innerTags: [String] = []
    private var hasTags = false

    private struct Level {
        var name: String
        var base: Address?
    }

    /// Entries that are read at most: a hundred times what real feeds carry.
    static let limit = 100_000

    init(document: Address?) { self.document = document }

    mutating func read(_ event: XMLEvent) {
        switch event {
        case .start(let element): start(element)
        case .end: end()
        case .text(let words): if capture != nil { add(words) }
        }
    }

    private mutating func add(_ words: String) {
        text += hasTags ? FeedParser.escaped(words) : words
    }

    static func escaped(_ words: String) -> String {
        guard words.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C }) else { return words }
        var out = ""
        for character in words.unicodeScalars {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            default: out.unicodeScalars.append(character)
            }
        }
        return out
    }

    // MARK: Elements

    private mutating func start(_ element: XMLElement) {
        var base = open.last?.base
        if let own = element.attributes["xml:base"] {
            base = (base ?? document)?.resolving(own) ?? Address(own)
        }
        open.append(Level(name: element.name, base: base))
        if capture != nil {
            openInner(element)
            return
        }
        switch element.name {
        case "rss", "feed", "rdf:RDF", "opml", "channel":
            isFeed = true
            language = language ?? element.attributes["xml:lang"]
        case "item", "entry":
            guard item == nil else { break }
            isFeed = true
            item = FeedItem()
            item?.base = base
            item?.language = element.attributes["xml:lang"]
            itemDepth = open.count
            // RSS 1.0 names the page here as well.
            if let about = element.attributes["about"] { item?.guid = about }
            return
        case "outline": readOutline(element)
        default: break
        }
        if isCaptured(element) {
            capture = element
            captureDepth = open.count
            text = ""
            hasTags = false
            innerTags = []
        }
    }

    /// Direct children of an item or of the feed itself, and names inside authors.
    private func isCaptured(_ element: XMLElement) -> Bool {
        let parent = open.count >= 2 ? open[open.count - 2].name : ""
        if item != nil {
            if open.count == itemDepth + 1 {
                return !["author", "source", "media:group", "dc:source"].contains(element.name)
                    || element.name == "author" || element.name == "source"
            }
            return open.count == itemDepth + 2
                && (parent == "author" || parent == "source" || parent == "media:group")
        }
        return ["channel", "feed", "head"].contains(parent)
            && ["title", "link", "language", "dc:language"].contains(element.name)
    }

    /// Markup inside the text is written down again, for the reader of HTML.
    private mutating func openInner(_ element: XMLElement) {
        if let container = capture?.name, container == "author" || container == "source" {
            // <author><name>…</name></author>: the name alone counts.
            if element.name == "name" || element.name == "title" { text = "" }
            innerTags.append("")
            return
        }
        if !hasTags {
            text = FeedParser.escaped(text)
            hasTags = true
        }
        let name = element.name.split(separator: ":").last.map(String.init) ?? element.name
        text += "<\(name)"
        for (key, value) in element.attributes.sorted(by: { $0.key < $1.key }) {
            let quoted = FeedParser.escaped(value).split(separator: "\"").joined(
                separator: "&quot;")
            text += " \(key)=\"\(quoted)\""
        }
        text += ">"
        innerTags.append(name)
    }

    private static let voidNames: Set<String> = [
        "br", "img", "hr", "input", "wbr", "source", "col", "embed", "area", "track",
    ]

    private mutating func end() {
        let depth = open.count
        guard let level = open.popLast() else { return }
        if let element = capture {
            if depth == captureDepth {
                capture = nil
                finish(element, base: level.base)
            } else if let name = innerTags.popLast() {
                if name.isEmpty {
                    if level.name != "name", level.name != "title",
                        level.name == "email" || level.name == "uri"
                    {
                        text = authorName
                    } else {
                        authorName = text
                    }
                } else if !FeedParser.voidNames.contains(name) {
                    text += "</\(name)>"
                }
            }
            return
        }
        if item != nil, depth == itemDepth {
            if let done = item, items.count < FeedParser.limit { items.append(done) }
            item = nil
        }
    }

    /// The name seen in the author being read; what follows it (address, page) is not part of it.
    private var authorName = ""

    private mutating func finish(_ element: XMLElement, base: Address?) {
        let words = text
        text = ""
        let name = authorName
        authorName = ""
        guard item != nil else {
            finishFeedElement(element, words)
            return
        }
        switch element.name {
        case "title", "media:title", "dc:title":
            if item?.title.isEmpty == true { item?.title = words }
        case "link", "atom:link", "feedburner:origLink":
            let href = element.attributes["href"] ?? words
            let rel = element.attributes["rel"] ?? (element.name == "link" ? "" : "alternate")
            item?.links.append((rel, href, element.attributes["type"] ?? ""))
        case "guid", "id", "dc:identifier":
            if element.attributes["isPermaLink"]?.lowercased() != "false" { item?.guid = words }
        case "author", "dc:creator", "itunes:author":
            let found = name.isEmpty ? words : name
            if element.name != "itunes:author" || item?.author.isEmpty == true {
                item?.author.append(found)
            }
        case "pubDate", "published", "dc:date", "issued", "created", "dcterms:created", "pubdate",
            "dcterms:issued", "date":
            if item?.published == nil { item?.published = isoDate(words) }
        case "updated", "modified", "dcterms:modified":
            item?.updated = isoDate(words)
        case "description", "summary", "media:description", "itunes:summary", "subtitle",
            "dc:description":
            if item?.summary.isEmpty == true || element.name == "description" {
                item?.summary = words
            }
        case "content:encoded", "content", "xhtml:body", "body", "fullText":
            takeContent(element, words, base)
        case "enclosure", "media:content":
            if let url = element.attributes["url"] {
                item?.links.append(("enclosure", url, element.attributes["type"] ?? ""))
            }
        case "source": item?.site = plainWords(name.isEmpty ? words : name)
        case "language", "dc:language": item?.language = words
        default: break
        }
    }

    private mutating func takeContent(_ element: XMLElement, _ words: String, _ base: Address?) {
        let type = element.attributes["type"] ?? "html"
        guard words.utf8.count > item?.content.utf8.count ?? 0 else { return }
        item?.contentBase = base
        if element.name == "content", element.attributes["src"] != nil { return }
        let isText = type == "text" || type == "text/plain"
        item?.content = isText && !hasTags ? FeedParser.paragraphs(words) : words
    }

    /// Plain text as HTML, a blank line ending a paragraph.
    static func paragraphs(_ words: String) -> String {
        words.split(separator: "\n\n").map { "<p>\(escaped(String($0)))</p>" }.joined()
    }

    private mutating func finishFeedElement(_ element: XMLElement, _ words: String) {
        switch element.name {
        case "title": if title.isEmpty { title = plainWords(words) }
        case "link":
            let rel = element.attributes["rel"] ?? "alternate"
            if link == nil, rel == "alternate" { link = element.attributes["href"] ?? words }
        default: language = language ?? plainWords(words)
        }
    }

    private mutating func readOutline(_ element: XMLElement) {
        isFeed = true
        let names = element.attributes
        guard let url = names["xmlUrl"] ?? names["xmlurl"] ?? names["url"] ?? names["htmlUrl"],
            items.count < FeedParser.limit
        else { return }
        var outline = FeedItem()
        outline.title = names["title"] ?? names["text"] ?? ""
        outline.links = [("alternate", url, "")]
        outline.summary = names["description"] ?? ""
        outline.base = open.last?.base
        if let page = names["htmlUrl"].flatMap(Address.init) { outline.site = page.host }
        items.append(outline)
    }
}
