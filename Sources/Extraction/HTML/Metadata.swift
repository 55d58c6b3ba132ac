import LecternCore

/// What a page says about itself, before anything is cut.
struct Metadata {
    /// `<meta>` contents by lower-case name, in page order.
    var metas: [String: [String]] = [:]
    var linked = LinkedData()
    /// Text of `<title>`.
    var documentTitle = ""
    /// Headers of the first level that can be seen, with their nodes.
    var headlines: [(text: String, index: Int)] = []
    var declaredLanguage: String?
    var canonical: String?
    /// Where the page came from, if that is known.
    var address: String?
    /// Last parts of the microdata types on the page, and how often each is used: `Product`, `Comment`.
    var itemTypes: [String: Int] = [:]

    /// The first value that is not empty among several names.
    func meta(_ names: String...) -> String? {
        for name in names {
            if let value = metas[name]?.first(where: { !$0.isEmpty }) { return value }
        }
        return nil
    }

    /// What the page says its language is, the likeliest first.
    var languages: [String] {
        [
            declaredLanguage, linked.language, meta("content-language"), meta("og:locale"),
            meta("dc.language", "dcterms.language", "language"),
        ].compactMap { $0.flatMap(LanguageTag.tidied) }
    }

    /// Is it a page of the site and no post, by the class that WordPress gives it? Such a page calls itself an article
    /// whatever it is.
    var isSitePage = false

    /// Is it one post of a blog, by the class that WordPress gives it?
    var isPost = false

    /// Does the page call itself an article?
    var isArticle: Bool {
        if isThread { return false }
        if isPost { return true }
        if !isSitePage {
            if let type = meta("og:type")?.lowercased(), type.contains("article") { return true }
            if meta("article:published_time") != nil { return true }
        }
        guard let type = linked.type else { return false }
        return type.hasSuffix("Article") || type == "BlogPosting" || type == "Report"
            || type == "Recipe"
            || type == "HowTo"
    }

    private static let sitePage = [Array("page-id-".utf8)]
    private static let post = ["single-post", "post-template-default"].map { Array($0.utf8) }

    /// What shops call the page of one thing, where the address has it and goes on behind it.
    var shopPart: String? {
        let address = (canonical ?? meta("og:url") ?? address ?? "").lowercased()
        return ["/dp/", "/itm/", "/item/", "/product/", "/products/", "/p/", "/sku/", "/artikel/"]
            .first { part in
                guard let place = address.firstRange(of: part) else { return false }
                return address[place.upperBound...].contains { $0 != "/" }
            }
    }

    /// Is it a thread of posts, which are as much the page as the first one is?
    var isThread: Bool {
        switch linked.type {
        case "DiscussionForumPosting", "QAPage": return true
        // Questions that a shop asks itself are none.
        case "Question" where !linked.thread.isEmpty: return true
        default: break
        }
        if itemTypes["DiscussionForumPosting"] != nil || itemTypes["QAPage"] != nil { return true }
        let maker = (meta("generator") ?? "").lowercased()
        for name in [
            "discourse", "xenforo", "phpbb", "vbulletin", "invision", "mybb", "flarum", "smf",
        ]
        where maker.contains(name) {
            return true
        }
        let address = (canonical ?? meta("og:url") ?? address ?? "").lowercased()
        for part in [
            "/forum", "/thread", "/topic", "viewtopic", "showthread", "/questions/", "/t/",
            "/boards/", "//forum", "//discuss", "//community", "//bbs.",
        ]
        where address.contains(part) {
            return true
        }
        return false
    }

    init(_ page: Page, linkedData: [ArraySlice<UInt8>], address: Address? = nil) {
        self.address = address.flatMap { $0.isWeb ? $0.string : nil }
        let tree = page.tree
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if node.tag != .text, node.count > 0, let type = tree.value(.itemtype, of: index),
                let name = type.split(whereSeparator: { $0 == "/" || $0.isWhitespace }).last,
                itemTypes.count < 100
            {
                itemTypes[String(name.prefix(60)), default: 0] += 1
            }
            switch node.tag {
            case .meta: readMeta(index, tree)
            case .title where documentTitle.isEmpty:
                documentTitle = tree.rawText(index, limit: 2000)
            case .html:
                declaredLanguage = tree.value(.lang, of: index) ?? tree.value(.xmlLang, of: index)
            case .body:
                isSitePage = tree.mentions(.class, of: index, Self.sitePage)
                isPost = tree.mentions(.class, of: index, Self.post)
                declaredLanguage = declaredLanguage ?? tree.value(.lang, of: index)
            case .link:
                if tree.value(.rel, of: index)?.lowercased() == "canonical" {
                    canonical = tree.value(.href, of: index)
                }
            case .h1 where node.cut == nil && headlines.count < 12:
                let text = tree.headerText(index, limit: 600)
                if text.count >= 2, text.count <= 300 { headlines.append((text, index)) }
            default: break
            }
            if let cut = node.cut, cut == .hidden { index = Int(node.end) } else { index += 1 }
        }
        var titles = headlines.map(\.text)
        if let title = meta("og:title", "twitter:title") { titles.append(title) }
        if !documentTitle.isEmpty { titles.append(documentTitle) }
        linked = LinkedData(linkedData, titles: titles)
    }

    private mutating func readMeta(_ index: Int, _ tree: Tree) {
        guard let content = tree.value(.content, of: index), !content.isEmpty,
            content.utf8.count < 8192
        else { return }
        let clean = Wording.unescaped(content)
        for attribute in [AttributeName.name, .property, .itemprop, .httpEquiv] {
            guard let name = tree.value(attribute, of: index)?.lowercased(), !name.isEmpty else {
                continue
            }
            for word in name.utf8.split(whereSeparator: { $0 <= 0x20 }).prefix(3) {
                let key = String(Substring(word))
                if metas[key, default: []].count < 30 { metas[key, default: []].append(clean) }
            }
        }
    }
}

extension Tree {
    /// A header's text without the sign at its end that leads to the header itself.
    func headerText(_ index: Int, limit: Int) -> String {
        let text = text(of: index, limit: limit)
        guard let sign = (index..<end(index)).last(where: { tag($0) == .a }), isPermalink(sign),
            let last = text.last, self.text(of: sign, limit: 8) == String(last)
        else { return text }
        return Wording.tidy(String(text.dropLast()))
    }

    /// Is a link in a header a sign that leads to the header itself?
    func isPermalink(_ index: Int) -> Bool {
        guard value(.href, of: index)?.contains("#") == true else { return false }
        return ["¶", "#", "§", "🔗", "⚓", "∞"].contains(text(of: index, limit: 8))
    }

    /// The text inside an element whatever was cut, such as the title in the head.
    func rawText(_ index: Int, limit: Int) -> String {
        var out: [UInt8] = []
        for node in (index + 1)..<max(end(index), index + 1) where isText(node) {
            out += bytes[textRange(node)]
            if out.count > limit { break }
        }
        return Wording.tidy(String(decoding: out, as: UTF8.self))
    }
}
