import LecternCore

/// Everything but the text: who, when, where, in which language.
struct Particulars {
    var title: String?
    var byline: String?
    var published: String?
    var updated: String?
    var site: String?
    var summary: String?

    init(
        _ page: Page, _ metadata: Metadata, resolver: Resolver, document: Document,
        report: inout Report
    ) {
        let host = (document.address ?? metadata.canonical.flatMap { Address($0) })?.host
        let plainHost = host.map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 }
        if let name = metadata.meta(
            "og:site_name", "application-name", "apple-mobile-web-app-title")
            ?? metadata.linked.publisher
        {
            site = name
            report.add("site", "\(name.gated), from meta or linked data")
        }
        let titles = TitleFinder(metadata: metadata, site: site, host: plainHost)
        if let found = titles.find() {
            title = found.title
            report.add("title", "\(found.title.gated), from \(found.evidence)")
        }
        // Whoever is named on the page of a thing on sale has bought it.
        if PageKind.declared(by: metadata).kind != .product,
            let found = BylineFinder(
                page: page, metadata: metadata, site: site, host: plainHost
            ).find()
        {
            byline = found.byline
            report.add("byline", "\(found.byline.gated), from \(found.evidence)")
        }
        site = site ?? plainHost
        published = Self.published(page, metadata, host: document.address, report: &report)
        let meta = metadata.meta(
            "article:modified_time", "og:updated_time", "last-modified", "dcterms.modified")
        if let date = metadata.linked.updated.flatMap(isoDate) {
            updated = date
            report.add("updated", "\(date), from linked data")
        } else if let date = meta.flatMap(isoDate) {
            updated = date
            report.add("updated", "\(date), from meta")
        }
        let stated = metadata.meta(
            "og:description", "description", "twitter:description", "dc.description")
        summary = stated ?? metadata.linked.summary
        if let summary {
            let start = summary.gated.prefix(80)
            report.add(
                "summary",
                "\(start)\(start.count < summary.count ? "…" : ""), from \(stated == nil ? "linked data" : "meta")"
            )
        }
        let shown = metadata.meta("og:image", "og:image:url", "twitter:image")
        if let picture = (shown ?? metadata.linked.picture).flatMap({ resolver.resolve($0) }) {
            report.add("picture", "\(picture), from \(shown == nil ? "linked data" : "meta")")
        }
    }

    private static func published(
        _ page: Page, _ metadata: Metadata, host: Address?, report: inout Report
    ) -> String? {
        func found(_ date: String, _ evidence: String) -> String {
            report.add("published", "\(date), from \(evidence)")
            return date
        }
        if let date = metadata.linked.published.flatMap(isoDate) {
            return found(date, "linked data")
        }
        for name in [
            "article:published_time", "datepublished", "og:published_time", "article:published",
            "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued",
            "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date",
            "pubdate", "publishdate", "publish-date", "publication_date", "date", "pdate",
            "article.published", "cxenseparse:recs:publishtime", "og:article:published_time",
        ] {
            if let date = metadata.meta(name).flatMap(isoDate) {
                return found(date, "meta \(name)")
            }
        }
        let tree = page.tree
        var loose: String?
        for index in tree.indices where tree.nodes[index].tag != .text {
            guard tree.nodes[index].count > 0 || tree.tag(index) == .time else { continue }
            if let property = tree.value(.itemprop, of: index)?.lowercased(),
                property == "datepublished" || property == "datecreated",
                let date = isoDate(
                    tree.value(.datetime, of: index) ?? tree.value(.content, of: index)
                        ?? tree.text(of: index, limit: 100))
            {
                return found(date, "itemprop")
            }
            if loose == nil, tree.tag(index) == .time, !page.signs[index].contains(.comments) {
                loose = isoDate(
                    tree.value(.datetime, of: index) ?? tree.text(of: index, limit: 80))
            }
        }
        if let loose { return found(loose, "the first <time>") }
        if let host, let date = inPath(host.string) { return found(date, "the address") }
        return nil
    }

    /// `/2019/11/19/` in an address.
    private static func inPath(_ address: String) -> String? {
        let parts = address.split(separator: "/")
        guard parts.count >= 5 else { return nil }
        for index in 2..<(parts.count - 2) {
            if parts[index].count == 4, parts[index + 1].count == 2, parts[index + 2].count == 2 {
                let date = isoDate(parts[index...(index + 2)].joined(separator: "-"))
                if let date { return date }
            }
        }
        return nil
    }
}
