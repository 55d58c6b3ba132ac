import LecternCore

/// What a page's JSON-LD says about its article (https://schema.org/Article).
struct LinkedData {
    var headline: String?
    var authors: [String] = []
    var published: String?
    var updated: String?
    var publisher: String?
    var summary: String?
    var language: String?
    var picture: String?
    /// The text itself, as some publishers give it.
    var body: String?
    /// The `@type` of the object that all this is from.
    var type: String?
    /// What the page is for, where the types on it tell.
    var kind: PageKind?
    /// What the thing on sale is said to be.
    var productText: String?
    /// Addresses it recommends, and their titles where it has them.
    var related: [(address: String, title: String?)] = []
    /// A thread's posts, when it has more than one.
    var thread: [Post] = []

    /// Objects looked at on one page; more are somebody's joke.
    private static let objectLimit = 2_000
    /// Bytes of JSON read on one page.
    private static let byteLimit = 4 << 20

    init() {}

    /// Reads the scripts' contents. `titles` are the page's own, to tell its article from others that are listed.
    init(_ scripts: [ArraySlice<UInt8>], titles: [String]) {
        var objects: [JSON] = []
        var byID: [String: JSON] = [:]
        var left = Self.byteLimit
        for script in scripts {
            left -= script.count
            guard left > 0, let value = Self.parsed(script) else { continue }
            Self.collect(value, into: &objects, byID: &byID)
        }
        let articles = objects.filter { Self.rank(of: Self.types(of: $0)) > 0 }
        let best = articles.enumerated().max { first, second in
            let one = Self.score(first.element, titles: titles)
            let two = Self.score(second.element, titles: titles)
            // The first of equals.
            return (one, -first.offset) < (two, -second.offset)
        }?.element
        if let site = objects.first(where: { Self.types(of: $0).contains("WebSite") }) {
            publisher = Self.words(site["name"])
        }
        kind = Self.kind(of: objects)
        productText = Self.productText(of: objects)
        thread = Self.thread(of: objects)
        if let best { read(best, byID: byID) }
    }

    private static func parsed(_ script: ArraySlice<UInt8>) -> JSON? {
        // Wrapped in a comment or in CDATA by old templates: everything outside the braces goes.
        guard
            let start = script.firstIndex(where: {
                $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[")
            }),
            let end = script.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }
            ),
            start < end
        else { return nil }
        // Raw line breaks inside strings are frequent, and blanks between values mean nothing.
        let bytes = script[start...end].map { $0 < 0x20 ? 0x20 : $0 }
        return JSON(bytes)
    }

    private static func collect(
        _ value: JSON, into objects: inout [JSON], byID: inout [String: JSON]
    ) {
        var waiting = [value]
        while let next = waiting.popLast(), objects.count < objectLimit {
            switch next {
            case .array(let values): waiting += values.reversed()
            case .object(let members):
                objects.append(next)
                if let id = next["@id"].string, members.count > 1, byID[id] == nil {
                    byID[id] = next
                }
                for member in members {
                    switch member.key {
                    case "@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "hasPart",
                        "article", "review":
                        waiting.append(member.value)
                    case "author", "publisher":
                        if let id = member.value["@id"].string, byID[id] == nil,
                            !member.value["name"].isNull
                        {
                            byID[id] = member.value
                        }
                    default: break
                    }
                }
            default: break
            }
        }
    }

    static func types(of object: JSON) -> [String] {
        if let type = object["@type"].string { return [type] }
        return (object["@type"].array ?? []).compactMap(\.string)
    }

    /// 2 for an article, 1 for what may describe one, 0 for anything else.
    private static func rank(of types: [String]) -> Int {
        var rank = 0
        for type in types {
            switch type.split(separator: "/").last.map(String.init) ?? type {
            case "Article", "NewsArticle", "BlogPosting", "Report", "TechArticle",
                "ScholarlyArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
                "ReportageNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle",
                "AdvertiserContentArticle", "SatiricalArticle", "MedicalScholarlyArticle",
                "LiveBlogPosting", "SocialMediaPosting", "Review", "Recipe", "HowTo",
                "DiscussionForumPosting", "Question", "APIReference":
                rank = 2
            case "WebPage", "ItemPage", "AboutPage", "FAQPage", "QAPage", "MedicalWebPage",
                "CreativeWork", "Book", "PodcastEpisode", "VideoObject", "Product", "Course",
                "Event", "JobPosting", "SoftwareApplication":
                rank = max(rank, 1)
            default: break
            }
        }
        return rank
    }

    private static func score(_ object: JSON, titles: [String]) -> Double {
        var score = Double(rank(of: types(of: object)))
        if let headline = words(object["headline"]) ?? words(object["name"]) {
            score += 2 * (titles.map { Wording.overlap($0, headline) }.max() ?? 0)
        }
        if object["articleBody"].string?.isEmpty == false { score += 0.5 }
        if !object["author"].isNull { score += 0.3 }
        return score
    }

    private mutating func read(_ object: JSON, byID: [String: JSON]) {
        let types = Self.types(of: object)
        type = types.first
        headline = Self.words(object["headline"]) ?? Self.words(object["name"])
        authors = Self.names(object["author"], byID: byID)
        if authors.isEmpty { authors = Self.names(object["creator"], byID: byID) }
        published = object["datePublished"].string ?? object["dateCreated"].string
        updated = object["dateModified"].string
        summary = Self.words(object["description"])
        related = Self.related(object)
        language = object["inLanguage"].string ?? object["inLanguage"]["name"].string
        body = object["articleBody"].string ?? object["text"].string
        picture =
            object["image"].string ?? object["image"]["url"].string
            ?? object["image"][0].string ?? object["image"][0]["url"].string
        let names = Self.names(object["publisher"], byID: byID)
        if let name = names.first { publisher = name }
    }

    /// Names in a string, an object, a reference or a list of those.
    private static func names(_ value: JSON, byID: [String: JSON]) -> [String] {
        switch value {
        case .string(let name): return [Wording.unescaped(name)]
        case .array(let values): return values.prefix(20).flatMap { names($0, byID: byID) }
        case .object:
            if let name = words(value["name"]) { return [name] }
            if let list = value["name"].array { return list.compactMap { words($0) } }
            if let id = value["@id"].string, let known = byID[id], known != value,
                let name = words(known["name"])
            {
                return [name]
            }
            return []
        default: return []
        }
    }

    private static func words(_ value: JSON) -> String? {
        guard let text = value.string else { return nil }
        let clean = Wording.unescaped(text)
        return clean.isEmpty ? nil : clean
    }
}
