import LecternCore

/// Finds the articles that a page recommends: below the text, beside it and in it.
///
/// A recommendation is a link with a title, in a part of the page that is named for it or stands under a header
/// that says so. What is popular or new on the site, sections, tags, authors, adverts and the page itself are none.
struct RelatedFinder {
    /// Before anything but the invisible was cut, and measured.
    let page: Page
    let resolver: Resolver
    let titles: [String]
    /// What linked data recommends.
    let linked: [(address: String, title: String?)]

    /// The page's own address and site, for each link to be compared with.
    private let ownKey: String?
    private let ownSite: String?

    init(
        page: Page, resolver: Resolver, titles: [String],
        linked: [(address: String, title: String?)] = []
    ) {
        self.page = page
        self.resolver = resolver
        self.titles = titles
        self.linked = linked
        ownKey = resolver.base.map(Self.key)
        ownSite = resolver.base.flatMap { $0.isWeb ? Self.site($0) : nil }
    }

    private typealias Found = (index: Int, title: String, address: Address, rank: Int)

    /// - Parameter inText: What was taken out of the text: the link's node, its title, its address.
    func find(inText: [(index: Int, title: String, address: Address)]) -> [RelatedLink] {
        // "Click to tweet" leads to the page itself.
        var found: [Found] = inText.lazy.filter { Self.key($0.address) != ownKey }
            .map { ($0.index, Self.tidied($0.title), $0.address, 2) }
        for zone in zones() { found += links(in: zone) }
        found += declared()
        found.sort { $0.index < $1.index }
        var related: [RelatedLink] = []
        var known: Set<String> = []
        for link in found {
            guard related.count < 60 else { break }
            guard !titles.contains(where: { Wording.same($0, link.title) }) else { continue }
            if known.insert(Self.key(link.address)).inserted {
                related.append(RelatedLink(title: link.title, address: link.address))
            }
        }
        return related
    }

    /// What `rel`, microdata and linked data call related; titles come from the links of the page where they have none.
    private func declared() -> [Found] {
        let tree = page.tree
        var found: [Found] = []
        var titled: [String: Found] = [:]
        for index in tree.indices where tree.tag(index) != .text && tree.nodes[index].count > 0 {
            let isRelated =
                tree.value(.rel, of: index)?.lowercased().split(separator: " ").contains("related")
                == true
            if tree.tag(index) == .link, isRelated, let address = address(of: index),
                let title = tree.value(.title, of: index).map(Wording.tidy), isTitle(title)
            {
                found.append((tree.nodes.count + found.count, title, address, 2))
                continue
            }
            guard tree.nodes[index].cut == nil else { continue }
            let property = tree.value(.itemprop, of: index)
            if isRelated && tree.tag(index) == .a || property == "relatedLink"
                || property == "isRelatedTo"
            {
                found += links(in: index..<max(tree.end(index), index + 1))
            }
            if !linked.isEmpty, tree.tag(index) == .a, let address = address(of: index),
                titled[Self.key(address)] == nil, let title = title(of: index)
            {
                titled[Self.key(address)] = (index, title.text, address, title.rank)
            }
        }
        for link in linked {
            guard let address = resolver.resolve(link.address), leadsToArticle(address) else {
                continue
            }
            if let title = link.title, isTitle(title) {
                found.append((tree.nodes.count + found.count, title, address, 2))
            } else if let known = titled[Self.key(address)] {
                found.append(known)
            }
        }
        return found
    }

    private func address(of index: Int) -> Address? {
        guard let href = page.tree.value(.href, of: index), href.utf8.count < 2000,
            let address = resolver.resolve(href), leadsToArticle(address)
        else { return nil }
        return address
    }

    // MARK: Where

    /// The parts of the page that recommend, in page order; they do not overlap.
    private func zones() -> [Range<Int>] {
        let tree = page.tree
        let total = page.sums[tree.nodes.count]
        var zones: [Range<Int>] = []
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if node.cut != nil {
                index = Int(node.end)
                continue
            }
            let signs = page.signs[index]
            if node.tag != .text, node.tag != .body, node.tag != .html, node.tag != .a,
                signs.contains(.related) || isLabelled(index),
                signs.isDisjoint(with: [.body, .comments, .consent]),
                !isPopular(index), page.sum(index).good < total.good * 0.4
            {
                zones.append(index..<Int(node.end))
                index = Int(node.end)
            } else {
                index += 1
            }
        }
        var headers = 0
        for (number, unit) in page.units.enumerated()
        where unit.letters <= 80 {
            // A card that is one link, label and title; menus have none.
            let isLinked = unit.linked * 2 > unit.letters
            var card: Int?
            if isLinked {
                card = tree.ancestors(of: unit.nodes.lowerBound).prefix(8).first {
                    tree.tag($0) == .a
                }
                guard let card, unit.nodes.upperBound + 1 < tree.end(card) else { continue }
            }
            guard Phrases.isRelatedTitle(tree.text(in: unit.nodes, limit: 200)) else { continue }
            headers += 1
            guard headers <= 40 else { break }
            if let card {
                zones.append(card..<tree.end(card))
                continue
            }
            let isInMenu = tree.ancestors(of: unit.holder).contains {
                tree.tag($0) == .nav || tree.tag($0) == .footer
            }
            if !isInMenu, let zone = zone(under: unit, number) { zones.append(zone) }
        }
        zones.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        var apart: [Range<Int>] = []
        for zone in zones {
            let start = max(zone.lowerBound, apart.last?.upperBound ?? 0)
            if start < zone.upperBound { apart.append(start..<zone.upperBound) }
        }
        return apart
    }

    /// A part whose `aria-label` says that it recommends.
    private func isLabelled(_ index: Int) -> Bool {
        switch page.tree.tag(index) {
        case .section, .aside, .nav, .div, .ul: break
        default: return false
        }
        return page.tree.value(.ariaLabel, of: index).map(Phrases.isRelatedTitle) ?? false
    }

    /// Named for, or under a header about, what is popular, new or paid for.
    private func isPopular(_ index: Int) -> Bool {
        if page.signs[index].contains(.popular) { return true }
        if let units = page.units(in: index).first, units.letters <= 80 {
            let text = page.tree.text(in: units.nodes, limit: 200)
            return Phrases.isUnrelatedTitle(text)
        }
        return false
    }

    /// What stands under a header: up to the next header of its kind, in the smallest box that has links there.
    private func zone(under unit: Page.Unit, _ number: Int) -> Range<Int>? {
        let tree = page.tree
        let start = unit.nodes.upperBound
        for box in tree.ancestors(of: unit.holder).prefix(4) {
            switch tree.tag(box) {
            case .body, .html, .main, .article: break
            default: if page.sum(box).good > page.sums[tree.nodes.count].good * 0.4 { break }
            }
            var end = tree.end(box)
            guard start < end else { continue }
            // The next header that is not part of an entry ends it.
            for next in page.units[(number + 1)...].prefix(400) {
                guard next.nodes.lowerBound < end else { break }
                let isHeader =
                    next.headingLevel != nil && next.linked * 2 < next.letters
                    && !isInLink(next.nodes.lowerBound)
                let isProse = next.weight > 120 && next.linked * 2 < next.letters
                if isHeader || isProse || isTitleOfOtherZone(next) {
                    end = next.nodes.lowerBound
                    break
                }
            }
            if start < end, page.sum(start..<end).links > 0, !links(in: start..<end).isEmpty {
                return start..<end
            }
            let tag = tree.tag(box)
            if tag == .body || tag == .main || tag == .article { return nil }
        }
        return nil
    }

    private func isTitleOfOtherZone(_ unit: Page.Unit) -> Bool {
        guard unit.letters <= 60, unit.linked * 2 < unit.letters else { return false }
        return Phrases.isUnrelatedTitle(page.tree.text(in: unit.nodes, limit: 200))
    }

    private func isInLink(_ index: Int) -> Bool {
        page.tree.ancestors(of: index).prefix(8).contains {
            page.tree.tag($0) == .a && page.tree.has(.href, $0)
        }
    }

    // MARK: What

    private func links(in zone: Range<Int>) -> [Found] {
        let tree = page.tree
        var found: [Found] = []
        var best: [String: Int] = [:]
        var index = zone.lowerBound
        while index < zone.upperBound {
            let node = tree.nodes[index]
            // The zone itself may be a navigation element.
            if node.cut != nil || node.tag != .text && index > zone.lowerBound && isUnwanted(index)
            {
                index = Int(node.end)
                continue
            }
            guard node.tag == .a, let href = tree.value(.href, of: index), href.utf8.count < 2000,
                let address = resolver.resolve(href), leadsToArticle(address), !isPaidFor(index),
                let title = title(of: index) ?? titleOfCard(around: index, in: zone),
                !namesSection(address, title.text)
            else {
                index += 1
                continue
            }
            let key = Self.key(address)
            if let known = best[key] {
                // A picture's text gives way to the title's.
                if (title.rank, title.text.count) > (found[known].rank, found[known].title.count),
                    title.text.count < 200
                {
                    found[known].title = title.text
                    found[known].rank = title.rank
                }
            } else {
                best[key] = found.count
                found.append((index, title.text, address, title.rank))
            }
            index = max(Int(node.end), index + 1)
        }
        return found.filter { isTitle($0.title) }
    }

    private func isUnwanted(_ index: Int) -> Bool {
        let signs = page.signs[index]
        if signs.contains(.popular) { return true }
        if page.tree.tag(index) == .footer || page.tree.tag(index) == .nav { return true }
        guard
            !signs.isDisjoint(
                with: [
                    .junk, .foot, .offering, .appeal, .comments, .author, .metadata, .consent,
                ]),
            signs.isDisjoint(with: [.related, .teaser]), page.tree.tag(index) != .a
        else { return false }
        // A card may be called a promo and still be a recommendation; a list of tags may not.
        return page.sum(index).units <= 3 || signs.contains(.comments)
    }

    private func isPaidFor(_ index: Int) -> Bool {
        let rel = page.tree.value(.rel, of: index)?.lowercased() ?? ""
        if rel.contains("sponsored") { return true }
        if let units = page.units(in: index).first {
            let text = page.tree.text(in: units.nodes, limit: 60).lowercased()
            if text == "sponsored" || text == "advertisement" || text == "anzeige" { return true }
        }
        return false
    }

    /// Same site, not the page itself, not a section, a tag, an author, a shop.
    private func leadsToArticle(_ address: Address) -> Bool {
        guard address.isWeb else { return address.scheme == "file" && !resolver.isFromWeb }
        if let ownSite, Self.site(address) != ownSite { return false }
        if let ownKey {
            let key = Self.key(address)
            // The page itself, or a section that it is in.
            if key == ownKey || ownKey.hasPrefix(key + "/") { return false }
        }
        let rest = address.string.split(separator: "/", omittingEmptySubsequences: true).dropFirst(
            2)
        guard let last = rest.last else { return false }
        for part in rest.prefix(4) {
            let word = part.prefix { $0 != "?" && $0 != "#" }.lowercased()
            if Self.sections.contains(word), part != last || rest.count == 1 { return false }
            if Self.sections.contains(word), part == last { return false }
        }
        // "/blog?categoryId=13"
        let query = last.drop { $0 != "?" }.lowercased()
        if query.contains("category") || query.contains("tag=") { return false }
        let name = last.prefix { $0 != "?" && $0 != "#" }
        // "/sport/" is a section; "/sport/a-title-of-many-words" and "/2019/123456" are not.
        if rest.count == 1, !name.contains("-"), !name.contains("_"), !name.contains("."),
            !name.contains(where: \.isNumber), !last.contains("?"), name.count < 16
        {
            return false
        }
        return true
    }

    /// A link of few words to an address of one: "/en/health", "Health & Fitness".
    private func namesSection(_ address: Address, _ title: String) -> Bool {
        let path = address.page.string.prefix { $0 != "?" && $0 != "#" }
        guard let name = path.split(separator: "/").last, name.count < 16 else { return false }
        return name.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
            && Wording.words(title).count <= 3
    }

    private static let sections: Set<String> = [
        "tag", "tags", "topic", "topics", "thema", "themen", "category", "categories", "author",
        "authors", "autor", "auteur", "search", "suche", "login", "signin", "register",
        "subscribe", "subscription", "abo", "newsletter", "newsletters", "account", "contact",
        "about", "privacy", "terms", "advertise", "shop", "store", "cart", "jobs", "sponsored",
        "partner", "partners", "promo", "share", "sharer", "print", "feed", "rss", "label",
        "etiqueta", "etiquetas", "tema", "temas", "mot-cle", "keyword", "keywords", "archive",
        "about-us", "contact-us", "terms-of-use", "privacy-policy", "advertising", "quotes",
    ]

    static func site(_ address: Address) -> String {
        let labels = (address.host ?? "").split(separator: ".")
        guard labels.count > 2 else { return labels.joined(separator: ".") }
        // "example.co.uk" and its like have three.
        let short = labels[labels.count - 2].count <= 3 && labels[labels.count - 1].count == 2
        return labels.suffix(short ? 3 : 2).joined(separator: ".")
    }

    /// What makes two addresses the same article.
    private static func key(_ address: Address) -> String {
        var text = address.page.string
        if let mark = text.firstIndex(of: "?") {
            let query = text[text.index(after: mark)...]
            let kept = query.split(separator: "&").filter { part in
                !part.hasPrefix("utm_") && !part.hasPrefix("ref=") && !part.hasPrefix("src=")
                    && !part.hasPrefix("fbclid") && !part.hasPrefix("itm_")
            }
            text = String(text[..<mark]) + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
        }
        if text.hasSuffix("/") { text.removeLast() }
        return text
    }
}
