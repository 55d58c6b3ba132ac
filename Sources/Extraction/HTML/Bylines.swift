import LecternCore

/// Finds who wrote a page: names only.
struct BylineFinder {
    let page: Page
    let metadata: Metadata
    let site: String?

    /// Names parted by ", " and where they were found.
    func find() -> (byline: String, evidence: String)? {
        if let names = joined(metadata.linked.authors) { return (names, "linked data") }
        for name in [
            "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
            "sailthru.author", "citation_author", "byl", "article:author_name", "dc.contributor",
            "og:author", "book:author", "cxenseparse:author", "vr:author",
        ] {
            if let values = metadata.metas[name], let names = joined(values) {
                return (names, "meta \(name)")
            }
        }
        return onPage()
    }

    /// From `rel="author"`, `itemprop="author"`, `class="byline"` and their like.
    private func onPage() -> (byline: String, evidence: String)? {
        let tree = page.tree
        var best: (names: String, rank: Int, evidence: String)?
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if node.tag == .text || node.count == 0 || node.cut?.isInvisible == true {
                index = node.cut?.isInvisible == true ? Int(node.end) : index + 1
                continue
            }
            if page.signs[index].contains(.comments), node.tag != .body {
                index = Int(node.end)
                continue
            }
            if let (rank, evidence) = rank(index), rank > (best?.rank ?? 0) {
                let text = tree.text(of: index, limit: 400)
                if text.count <= 200, let names = joined([text]) { best = (names, rank, evidence) }
            }
            index += 1
        }
        return best.map { ($0.names, $0.evidence) }
    }

    private func rank(_ index: Int) -> (Int, String)? {
        let tree = page.tree
        if let property = tree.value(.itemprop, of: index)?.lowercased(), property == "author" {
            for child in (index + 1)..<max(tree.end(index), index + 1)
            where tree.value(.itemprop, of: child) == "name" {
                return nil
            }
            return (5, "itemprop")
        }
        if tree.value(.itemprop, of: index) == "name",
            tree.ancestors(of: index).prefix(3).contains(where: {
                tree.value(.itemprop, of: $0)?.lowercased() == "author"
            })
        {
            return (6, "itemprop")
        }
        if tree.tag(index) == .a, let rel = tree.value(.rel, of: index)?.lowercased(),
            rel.split(separator: " ").contains("author")
        {
            return (4, "rel=author")
        }
        guard let names = tree.value(.class, of: index)?.lowercased(), !names.isEmpty else {
            return nil
        }
        let squeezed = names.filter { $0.isLetter || $0 == " " }
        if squeezed.contains("authorname") || squeezed.contains("bylinename")
            || squeezed.contains("bylineauthor") || squeezed.contains("nameauthor")
        {
            return (4, "class")
        }
        if squeezed.contains("byline") { return (3, "class") }
        let words = squeezed.split(separator: " ")
        if words.contains("author") || words.contains("fn") && squeezed.contains("author")
            || words.contains("postauthor") || words.contains("entryauthor")
            || words.contains("articleauthor") || words.contains("pauthor")
        {
            return (2, "class")
        }
        return nil
    }

    private func joined(_ values: [String]) -> String? {
        var names: [String] = []
        for value in values {
            for name in Self.names(in: value) {
                if let site, Wording.same(name, site), values.count > 1 { continue }
                if !names.contains(where: { Wording.same($0, name) }) { names.append(name) }
            }
        }
        guard !names.isEmpty, names.count <= 12 else { return nil }
        return names.joined(separator: ", ")
    }

    private static let openers = [
        "written by", "posted by", "story by", "words by", "text by", "reviewed by", "by", "von",
        "par", "por", "de", "di", "da", "door", "av", "af", "przez", "автор", "автор:", "autor",
        "autor:", "auteur", "author", "author:", "autore", "text", "text:", "texto", "tekst",
        "published by", "article by", "por:", "by:", "作者", "作者：", "文／", "文", "記者", "撰文",
        "redazione a cura di", "a cura di", "kirjoittaja", "skrevet av", "skrivet av",
    ]

    /// The names in a byline as it stands on a page.
    static func names(in value: String) -> [String] {
        var text = Wording.tidy(value)
        guard !text.isEmpty, text.count <= 300 else { return [] }
        if text.contains("://") || text.hasPrefix("www.") || text.hasPrefix("@") { return [] }
        if let lastBy = text.lowercased().firstRange(of: " by "),
            lastBy.lowerBound > text.startIndex,
            Wording.words(String(text[..<lastBy.lowerBound])).contains(where: {
                ["posted", "published", "written", "updated", "on", "story"].contains($0)
            })
        {
            let offset = text.lowercased().distance(
                from: text.lowercased().startIndex, to: lastBy.upperBound)
            text = String(text.dropFirst(offset))
        }
        strip: while true {
            let lower = text.lowercased()
            for opener in openers where lower.hasPrefix(opener) {
                let rest = text.dropFirst(opener.count)
                guard let next = rest.first else { return [] }
                if next.isWhitespace || next == ":" || opener.hasSuffix(":")
                    || opener.unicodeScalars.first.map({ $0.value > 0x2E80 }) == true
                {
                    text = Wording.tidy(
                        String(rest.drop { $0.isWhitespace || $0 == ":" || $0 == "," }))
                    continue strip
                }
            }
            break
        }
        // What stands behind a name: dates, roles, papers.
        for mark in [
            " | ", " • ", " · ", " — ", " – ", " - ", "\n", "｜", " on ", " at ", "  ", "(",
        ] {
            if let cut = text.firstRange(of: mark), cut.lowerBound > text.startIndex {
                text = String(text[..<cut.lowerBound])
            }
        }
        var names: [String] = []
        var rest = text
        for mark in [
            " and ", " & ", " und ", " et ", " y ", " e ", ";", "、", "/", " en ", " og ", " och ",
        ] {
            rest = rest.replacing(mark, with: ",")
        }
        for part in rest.split(separator: ",") {
            let name = Wording.tidy(String(part)).trimmingPrefix { "@.·•-–—".contains($0) }
            guard isName(String(name)) else { continue }
            names.append(String(name))
        }
        return names
    }

    private static func isName(_ name: String) -> Bool {
        let words = Wording.words(name)
        guard !words.isEmpty, words.count <= 6, name.count >= 2, name.count <= 60 else {
            return false
        }
        guard name.contains(where: \.isLetter) else { return false }
        let digits = name.filter(\.isNumber).count
        if digits >= 4 || name.contains("@") || name.contains("http") { return false }
        switch name.lowercased() {
        case "phd", "ph.d.", "md", "m.d.", "jr", "jr.", "admin", "administrator", "null",
            "undefined", "author", "none", "unknown", "anonymous", "n/a", "reporter", "editor",
            "staff writer", "staff", "guest", "correspondent", "senior editor", "rd", "cpa":
            return false
        default: break
        }
        if isoDate(name) != nil { return false }
        return true
    }
}
