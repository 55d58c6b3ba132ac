import FoundationEssentials
import LecternCore

/// Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), forgiving wrong types.
func readJSONFeed(_ bytes: [UInt8], of document: Document) throws(ExtractionError) -> Feed {
    guard let feed = try? JSONDecoder().decode(JSONFeed.self, from: Data(bytes)) else {
        throw .damaged(kind: "a JSON feed")
    }
    let home = feed.home.flatMap { document.address?.resolving($0) ?? Address($0) }
    let title = feed.title.map { plainWords($0) }.flatMap { $0.isEmpty ? nil : $0 }
    var maker = EntryMaker(
        feed: title, language: feed.language, base: home ?? document.address)
    let entries = feed.items.prefix(FeedParser.limit).map { maker.entry($0.item(feed.authors)) }
    return Feed(
        title: title ?? document.address?.host ?? document.name.map(nameWithoutExtension) ?? "Feed",
        address: document.address, entries: entries)
}

private struct JSONFeed: Decodable {
    var title: String?
    var home: String?
    var language: String?
    var authors: [String] = []
    var items: [JSONItem] = []

    private enum Key: String, CodingKey {
        case title, language, items, author, authors
        case home = "home_page_url"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        title = try? fields.decode(String.self, forKey: .title)
        home = try? fields.decode(String.self, forKey: .home)
        language = try? fields.decode(String.self, forKey: .language)
        items = ((try? fields.decode([Lenient<JSONItem>].self, forKey: .items)) ?? [])
            .compactMap(\.value)
        authors = JSONItem.authors(
            many: try? fields.decode([Lenient<JSONAuthor>].self, forKey: .authors),
            one: try? fields.decode(JSONAuthor.self, forKey: .author))
    }
}

private struct JSONAuthor: Decodable {
    var name: String?
}

/// A part that may be broken without spoiling the rest.
private struct Lenient<Part: Decodable>: Decodable {
    var value: Part?

    init(from decoder: any Decoder) throws { value = try? Part(from: decoder) }
}

private struct JSONItem: Decodable {
    var id: String?
    var title: String?
    var url: String?
    var externalURL: String?
    var html: String?
    var text: String?
    var summary: String?
    var published: String?
    var modified: String?
    var language: String?
    var authors: [String] = []

    private enum Key: String, CodingKey {
        case id, title, url, summary, language, author, authors
        case externalURL = "external_url"
        case html = "content_html"
        case text = "content_text"
        case published = "date_published"
        case modified = "date_modified"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        func word(_ key: Key) -> String? {
            (try? fields.decode(String.self, forKey: key))
                ?? (try? fields.decode(Int.self, forKey: key)).map(String.init)
        }
        id = word(.id)
        title = word(.title)
        url = word(.url)
        externalURL = word(.externalURL)
        html = word(.html)
        text = word(.text)
        summary = word(.summary)
        published = word(.published)
        modified = word(.modified)
        language = word(.language)
        authors = JSONItem.authors(
            many: try? fields.decode([Lenient<JSONAuthor>].self, forKey: .authors),
            one: try? fields.decode(JSONAuthor.self, forKey: .author))
    }

    static func authors(many: [Lenient<JSONAuthor>]?, one: JSONAuthor?) -> [String] {
        let names = (many ?? []).compactMap { $0.value?.name }
        return names.isEmpty ? [one?.name].compactMap(\.self) : names
    }

    /// The item as other feeds have it; the feed's authors stand in for its own.
    func item(_ feedAuthors: [String]) -> FeedItem {
        var item = FeedItem()
        item.title = title ?? ""
        if let url { item.links.append(("", url, "")) }
        if let externalURL { item.links.append(("", externalURL, "")) }
        item.guid = id
        item.author = authors.isEmpty ? feedAuthors : authors
        item.published = published.flatMap(isoDate)
        item.updated = modified.flatMap(isoDate)
        item.summary = summary.map(FeedParser.escaped) ?? ""
        item.content = html ?? text.map(FeedParser.paragraphs) ?? ""
        item.language = language
        return item
    }
}
