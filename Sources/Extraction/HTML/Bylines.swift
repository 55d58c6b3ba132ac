import LecternCore

/// Finds who wrote a page: names only.
struct BylineFinder {
    let page: Page
    let metadata: Metadata
    let site: String?
    let host: String?

    /// Names parted by ", " and where they were found.
    func find() -> (byline: String, evidence: String)? {
        let stated = stated()
        // Where a publisher names itself as the author, the page may name the person.
        if let stated, !namesSite(stated.byline) { return stated }
        if let shown = onPage(), !namesSite(shown.byline) { return shown }
        return stated
    }

    private func stated() -> (byline: String, evidence: String)? {
        if let names = joined(metadata.linked.authors) { return (names, "linked data") }
        for name in [
            "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
            "sailthru.author", "citation_author", "byl", "article:author_name", "dc.contributor",
            "og:author", "book:author", "cxenseparse:author", "vr:author", "nar_author",
        ] {
            if let values = metadata.metas[name], let names = joined(values) {
                return (names, "meta \(name)")
            }
        }
        if metadata.meta("twitter:label1")?.lowercased().hasPrefix("written by") == true,
            let names = joined(metadata.metas["twitter:data1"] ?? [])
        {
            return (names, "meta twitter:data1")
        }
        return nil
    }

    /// The site, its publisher or its host rather than a person.
    private func namesSite(_ names: String) -> Bool {
        let name = Wording.squeezed(names)
        if let site, Wording.squeezed(site) == name { return true }
        if let publisher = metadata.linked.publisher, Wording.squeezed(publisher) == name {
            return true
        }
        guard let host else { return false }
        return host.split(separator: ".").dropLast().contains { $0.filter { $0 != "-" } == name }
    }

    /// From `rel="author"`, `itemprop="author"`, `class="byline"`, links to author pages and lines that begin
    /// with "By".
    private func onPage() -> (byline: String, evidence: String)? {
        let tree = page.tree
        var best: (names: String, rank: Int, evidence: String)?
        func offer(_ text: String, _ rank: Int, _ evidence: String) {
            guard rank > best?.rank ?? 0, text.count <= 200, let names = joined([text]) else {
                return
            }
            best = (names, rank, evidence)
        }
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if node.cut?.isInvisible == true
                || node.tag != .text && node.tag != .body
                    && (page.signs[index].contains(.comments) || node.tag == .nav)
            {
                index = Int(node.end)
                continue
            }
            if node.tag != .text, node.count > 0, let (rank, evidence) = rank(index),
                rank > best?.rank ?? 0
            {
                offer(tree.text(of: index, limit: 400), rank, evidence)
            }
            index += 1
        }
        if best == nil || best?.rank ?? 0 < 3 {
            for unit in page.units where unit.letters < 120 && unit.letters > 5 {
                let text = tree.text(in: unit.nodes, limit: 300)
                // Most lines begin otherwise, and lower case is slow.
                guard let first = text.utf8.first,
                    first >= 0x80 || Self.initials.contains(first | 0x20)
                else { continue }
                let lower = String(decoding: text.utf8.prefix(40), as: UTF8.self).lowercased()
                let rest = Self.introductions.first { lower.hasPrefix($0) }.map {
                    String(text.dropFirst($0.count))
                }
                guard let rest, rest.split(separator: " ").count <= 8,
                    rest.first?.isUppercase == true || rest.first?.isCased == false
                else { continue }
                offer(rest, 3, "a line that begins with it")
                break
            }
        }
        return best.map { ($0.names, $0.evidence) }
    }

    private static let authorWords = ["author", "byline", "fn"].map { Array($0.utf8) }
    private static let authorPages = ["author", "contributor", "/staff/", "/byline/"].map {
        Array($0.utf8)
    }

    private static let introductions = [
        "written by ", "by ", "posted by ", "author: ", "written by: ", "by: ", "words by ",
        "story by ", "von ", "par ", "por ", "door ", "autor: ", "auteur : ", "автор: ",
        "medically reviewed by ", "published by ", "text: ", "av ", "af ",
    ]

    private static let initials = Set(introductions.compactMap(\.utf8.first))

    private func rank(_ index: Int) -> (Int, String)? {
        let tree = page.tree
        let property = tree.value(.itemprop, of: index)
        if let property = property?.lowercased(), property == "author" {
            for child in (index + 1)..<max(tree.end(index), index + 1)
            where tree.value(.itemprop, of: child) == "name" {
                return nil
            }
            return (5, "itemprop")
        }
        if property == "name",
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
        if tree.tag(index) == .a, tree.mentions(.href, of: index, Self.authorPages),
            let href = tree.value(.href, of: index)?.lowercased(),
            ["/author/", "/authors/", "/contributors/", "/contributor/", "/staff/", "/byline/"]
                .contains(where: { href.contains($0) })
        {
            return (3, "a link to an author's page")
        }
        guard tree.mentions(.class, of: index, Self.authorWords),
            let names = tree.value(.class, of: index)?.lowercased()
        else {
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
                let name = withoutSite(name)
                if !names.contains(where: { Wording.same($0, name) }) { names.append(name) }
            }
        }
        guard !names.isEmpty, names.count <= 12 else { return nil }
        return names.joined(separator: ", ")
    }

    /// "Ana Lima The Example", where the site is called The Example.
    private func withoutSite(_ name: String) -> String {
        guard let site, name.lowercased().hasSuffix(" " + site.lowercased()) else { return name }
        let rest = Wording.tidy(String(name.dropLast(site.count)))
        return rest.contains(" ") ? rest : name
    }

    private static let openers = [
        "written by", "authored by", "posted by", "story by", "words by", "text by", "reviewed by",
        "by", "von",
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
                // "Posted byAna Lima", parted by style alone.
                let isGlued = opener.hasSuffix(" by") && next.isUppercase
                if isGlued || next.isWhitespace || next == ":" || opener.hasSuffix(":")
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
            while let place = rest.firstRange(of: mark) { rest.replaceSubrange(place, with: ",") }
        }
        for part in rest.split(separator: ",") {
            let name = nameAlone(Wording.tidy(String(part))).drop { "@.·•-–—".contains($0) }
            guard isName(String(name)) else { continue }
            names.append(String(name))
        }
        return names
    }

    /// A name of two words or more without the day, or what its bearer does, behind it: "Ana Lima May 4",
    /// "Ana Lima Senior Reporter".
    private static func nameAlone(_ text: String) -> String {
        let words = text.split(separator: " ")
        guard words.count >= 4 else { return text }
        let day = words.indices.dropFirst(2).first { index in
            guard index + 1 < words.count else { return false }
            let (one, two) = (words[index].lowercased(), words[index + 1].lowercased())
            return isMonth(one) && isDay(two) || isDay(one) && isMonth(two)
        }
        let role = words.indices.dropFirst(2).first { roles.contains(words[$0].lowercased()) }
        guard let end = [day, role].compactMap({ $0 }).min() else { return text }
        return words[..<end].joined(separator: " ")
    }

    private static func isMonth(_ word: String) -> Bool {
        months.contains(String(word.prefix(3))) && word.count <= 9
    }

    private static func isDay(_ word: String) -> Bool {
        word.count <= 2 && (Int(word).map { (1...31).contains($0) } ?? false)
    }

    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static let roles: Set<String> = [
        "senior", "staff", "reporter", "editor", "correspondent", "writer", "columnist",
        "associate", "managing", "executive", "contributor", "contributing",
    ]

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
            "staff writer", "staff", "webmaster", "view more posts", "website", "home", "blog",
            "read more", "guest", "correspondent", "senior editor", "rd", "cpa":
            return false
        default: break
        }
        if isoDate(name) != nil { return false }
        return true
    }
}
