import LecternCore

/// Finds a page's title, freed of the site's name, by what several places say.
struct TitleFinder {
    let metadata: Metadata
    let site: String?
    let host: String?

    /// The title and where it was found; nil when the page has none at all.
    func find() -> (title: String, evidence: String)? {
        let stated = [
            metadata.meta("og:title"), metadata.linked.headline, metadata.meta("twitter:title"),
            metadata.meta(
                "dc.title", "dcterms.title", "dc:title", "citation_title", "parsely-title"),
        ].compactMap { $0 }
        let document = metadata.documentTitle
        let known = stated + (document.isEmpty ? [] : [document])
        if let headline = headline(like: known) {
            return (stripped(headline), "the page's headline")
        }
        if let first = stated.first {
            let short = stripped(first)
            return (short, "og:title or the like")
        }
        if !document.isEmpty { return (stripped(document), "the document's title") }
        if let first = metadata.headlines.first(where: { !isSite($0.text) }) {
            return (first.text, "the first header")
        }
        return nil
    }

    /// The first-level header that says what the page's own titles say.
    private func headline(like known: [String]) -> String? {
        var best: (text: String, score: Double)?
        for headline in metadata.headlines {
            guard !isSite(headline.text) else { continue }
            let words = Wording.words(headline.text)
            guard !words.isEmpty, !isShortSite(words, stated: known.first) else { continue }
            var score = 0.0
            for title in known {
                let overlap = Wording.overlap(headline.text, title)
                // A short header inside a long title agrees by accident: "Blog", "News".
                let length = Double(min(words.count, Wording.words(title).count))
                score = max(score, overlap * min(1, length / 3))
            }
            // Of two that a title is made of, the site's name is the second.
            if known.contains(where: { $0.hasPrefix(headline.text) }) { score += 0.01 }
            if score > (best?.score ?? 0) { best = (headline.text, score) }
        }
        if let best, best.score >= 0.5 { return best.text }
        if let best, best.score > 0.35, metadata.headlines.count == 1 { return best.text }
        return nil
    }

    /// The site's name in short, which every page of a blog has for a headline, where the page's own title says more.
    private func isShortSite(_ words: [String], stated: String?) -> Bool {
        guard let site, let stated else { return false }
        let name = Wording.words(site)
        return words.count < name.count && words.allSatisfy(name.contains)
            && !words.allSatisfy(Wording.words(stated).contains)
    }

    private func isSite(_ text: String) -> Bool {
        let name = Wording.squeezed(text)
        guard !name.isEmpty else { return true }
        if let site, Wording.squeezed(site) == name { return true }
        guard let host else { return false }
        let labels = host.split(separator: ".").map { $0.filter { $0 != "-" } }
        return labels.dropLast().contains { $0 == name }
    }

    /// The title without the site's name before or behind it.
    func stripped(_ title: String) -> String {
        var title = Wording.tidy(title)
        for _ in 0..<3 {
            guard let shorter = strippedOnce(title) else { break }
            title = shorter
        }
        return title
    }

    /// What a page for printing adds to its title.
    private static let versions: Set<String> = [
        "print", "print version", "printable version", "printer friendly version", "print page",
        "druckversion", "version imprimable", "versión para imprimir", "versione stampabile",
        "amp",
    ]

    private static let separators = [
        " | ", " - ", " – ", " — ", " · ", " » ", " « ", " :: ", " • ", " / ", " ~ ", " ∙ ",
        " > ", " < ", "|", " @ ",
    ]

    private func strippedOnce(_ title: String) -> String? {
        for separator in Self.separators {
            if let range = title.lastRange(of: separator) {
                let left = String(title[..<range.lowerBound])
                let right = String(title[range.upperBound...])
                if names(right, rest: left) { return Wording.tidy(left) }
            }
        }
        for separator in Self.separators + [": "] {
            if let range = title.firstRange(of: separator) {
                let left = String(title[..<range.lowerBound])
                let right = String(title[range.upperBound...])
                if isSite(left), !right.isEmpty { return Wording.tidy(right) }
            }
        }
        return nil
    }

    /// Does this end of a title name the site rather than say something?
    private func names(_ part: String, rest: String) -> Bool {
        let words = Wording.words(part)
        guard !words.isEmpty else { return true }
        guard Wording.words(rest).count >= 1 else { return false }
        if isSite(part) || Self.versions.contains(words.joined(separator: " ")) { return true }
        let name = words.joined()
        if let site {
            let known = Wording.squeezed(site)
            if known.count >= 3, name.contains(known) || known.contains(name), words.count <= 8 {
                return true
            }
        }
        if let host {
            let core = host.filter { $0.isLetter || $0.isNumber }
            if name.count >= 3, core.contains(name) { return true }
            // "The Daily Planet Online" for dailyplanet.com.
            for label in host.split(separator: ".").dropLast() where label.count >= 4 {
                if name.contains(label.filter { $0 != "-" }), words.count <= 6 { return true }
            }
            let initials = String(words.compactMap(\.first))
            if initials.count >= 3,
                host.split(separator: ".").contains(where: { $0 == initials })
            {
                return true
            }
        }
        // The headline itself ends here.
        for headline in metadata.headlines where Wording.same(headline.text, rest) { return true }
        if let stated = metadata.linked.headline, Wording.same(stated, rest) { return true }
        if let stated = metadata.meta("og:title"), Wording.same(stated, rest) { return true }
        return false
    }
}

extension String {
    /// The last place of `other`.
    fileprivate func lastRange(of other: String) -> Range<String.Index>? {
        var found: Range<String.Index>?
        var from = startIndex
        while let range = self[from...].firstRange(of: other) {
            found = range
            from = range.upperBound
        }
        return found
    }
}
