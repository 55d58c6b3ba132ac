import LecternCore

extension RelatedFinder {
    /// The words of a link: of the header in or around it (rank 3), else its first line that says something (2),
    /// else what its picture shows (1).
    func title(of index: Int) -> (text: String, rank: Int)? {
        guard let title = words(of: index) else { return nil }
        return (Self.tidied(title.text), title.rank)
    }

    private func words(of index: Int) -> (text: String, rank: Int)? {
        let tree = page.tree
        let range = index..<max(tree.end(index), index + 1)
        for node in range where tree.tag(node).headingLevel != nil {
            let text = tree.text(of: node, limit: 400)
            if isTitle(text) { return (text, 3) }
        }
        let whole = tree.text(of: index, limit: 400)
        let isHeader = tree.ancestors(of: index).prefix(3).contains {
            tree.tag($0).headingLevel != nil
        }
        if isHeader, isTitle(whole) { return (whole, 3) }
        for unit in page.units(in: index)
        where unit.nodes.lowerBound > index && unit.nodes.upperBound <= range.upperBound {
            let text = tree.text(in: unit.nodes, limit: 400)
            if isTitle(text) { return (text, 2) }
        }
        if isTitle(whole) { return (whole, 2) }
        if whole.isEmpty {
            for name in [AttributeName.title, .ariaLabel] {
                if let text = tree.value(name, of: index).map(Wording.tidy), isTitle(text) {
                    return (text, 1)
                }
            }
            for node in range where tree.tag(node) == .img {
                if let text = tree.value(.alt, of: node).map(Wording.tidy), isTitle(text) {
                    return (text, 1)
                }
            }
        }
        return nil
    }

    func isTitle(_ text: String) -> Bool {
        guard text.count <= 300, text.count >= 6, !Phrases.isLabel(text),
            !Phrases.isOfFoot(text)
        else { return false }
        let words = Wording.words(text)
        // A date, or the sections that the card's article is in.
        if words.count <= 4, isoDate(text) != nil { return false }
        let parts = text.split(separator: " • ")
        if parts.count > 1, parts.allSatisfy({ $0.split(separator: " ").count <= 4 }) {
            return false
        }
        if words.count >= 3 { return true }
        return words.count == 2 && text.count >= 14
    }

    /// The title of the card that an empty link is laid over (`.stretched-link` and its like): its header, else its
    /// first line that says something. The card is the largest box that leads nowhere else.
    func titleOfCard(around index: Int, in zone: Range<Int>) -> (text: String, rank: Int)? {
        let tree = page.tree
        guard let href = tree.value(.href, of: index),
            tree.text(of: index, limit: 20).isEmpty
        else { return nil }
        var found: (text: String, rank: Int)?
        for box in tree.ancestors(of: index).prefix(5) where found?.rank != 3 {
            let range = box..<tree.end(box)
            guard range.lowerBound >= zone.lowerBound, range.upperBound <= zone.upperBound,
                range.count <= 300
            else { break }
            // Sections and writers are named in a word or two.
            let leadsElsewhere = range.contains {
                guard tree.tag($0) == .a, let other = tree.value(.href, of: $0), other != href
                else { return false }
                let length = tree.text(of: $0, limit: 60).count
                return length == 0 || length > 24
            }
            let isTitled = range.contains {
                tree.tag($0) == .a && tree.value(.href, of: $0) == href
                    && !tree.text(of: $0, limit: 20).isEmpty
            }
            if isTitled { return nil }
            if leadsElsewhere { break }
            found = titleOfCard(range) ?? found
        }
        return found.map { (Self.tidied($0.text), $0.rank) }
    }

    private func titleOfCard(_ range: Range<Int>) -> (text: String, rank: Int)? {
        let tree = page.tree
        for node in range where tree.tag(node).headingLevel != nil {
            let text = tree.text(of: node, limit: 400)
            if isTitle(text) { return (text, 3) }
        }
        for unit in page.units(in: range.lowerBound)
        where unit.nodes.lowerBound >= range.lowerBound && unit.nodes.upperBound <= range.upperBound
            && unit.linked == 0
        {
            let isAbout = tree.ancestors(of: unit.nodes.lowerBound).prefix(4).contains {
                range.contains($0)
                    && !page.signs[$0].isDisjoint(with: [.metadata, .junk, .offering])
            }
            let text = tree.text(in: unit.nodes, limit: 400)
            if !isAbout, isTitle(text) { return (text, 2) }
        }
        return nil
    }

    /// Without the words that recommend ("Read also: …") and what was escaped twice.
    static func tidied(_ title: String) -> String {
        var text = title.contains("&") ? Wording.unescaped(title) : title
        while let last = text.last, "→›»⟶ ".contains(last) { text.removeLast() }
        guard let rest = Phrases.behindReadAlso(text), !rest.isEmpty else { return text }
        // "Leggi anche su: …": a word may stand before the colon.
        let start = text.prefix(text.count - rest.count + 6)
        guard let colon = start.lastIndex(where: { $0 == ":" || $0 == "：" }) else { return text }
        let behind = Wording.tidy(String(text[text.index(after: colon)...]))
        return Wording.words(behind).count >= 2 ? behind : text
    }
}
