import LecternCore

/// What stands behind the text and is no part of it: its writer's life, what else the site has, notices.
extension Finisher {
    /// Blocks from the end that can belong to an ending.
    private static let reach = 24

    mutating func dropEnding() {
        let all = blocks.indices.reduce(0) { $0 + (kept[$1] ? blocks[$1].text.utf8.count : 0) }
        guard all > 0 else { return }
        let tail = blocks.indices.filter { kept[$0] }.suffix(Self.reach)
        var left = all / 4
        var first = blocks.endIndex
        for index in tail.reversed() {
            left -= blocks[index].text.utf8.count
            if left < 0 { break }
            first = index
        }
        let ending = tail.filter { $0 >= first }
        let names = (byline ?? "").split(separator: "," as Character).map {
            Wording.words(String($0))
        }
        for (place, index) in ending.enumerated() where kept[index] {
            let rest = ending[place...]
            if namesWriter(index, names, before: rest.dropFirst())
                || offersMore(index, before: rest.dropFirst())
            {
                for index in rest { drop(index) }
                return
            }
        }
        if !isList { dropOffers(in: ending) }
    }

    /// A line with the writer's name, or over what is said of them, and at most a few lines on it.
    private func namesWriter(
        _ index: Int, _ names: [[String]], before rest: ArraySlice<Int>
    ) -> Bool {
        guard let text = rich(index)?.text, blocks[index].containers.isEmpty else { return false }
        let life = rest.count { isProse($0) }
        guard rest.count <= 8, life <= 3 else { return false }
        // As many as a name and the words behind it have.
        let words = Wording.words(String(decoding: text.utf8.prefix(160), as: UTF8.self))
        let isShort = text.isShorter(than: 81)
        if isShort, Phrases.isAboutWriter(words) { return life > 0 }
        for name in names where name.count >= 2 {
            if isShort, words == name { return true }
            // "Ana Lima is a reporter who has written about boats since 2001."
            guard rest.isEmpty, words.starts(with: name) else { continue }
            let next = words.dropFirst(name.count).first ?? ""
            if ["is", "was", "has", "writes", "covers", "ist", "est", "es"].contains(next) {
                return true
            }
        }
        return false
    }

    /// A title of recommendations, with nothing behind it that is more than a card says.
    private func offersMore(_ index: Int, before rest: ArraySlice<Int>) -> Bool {
        guard let text = rich(index)?.text, blocks[index].containers.isEmpty,
            text.isShorter(than: 81), !rest.isEmpty,
            Phrases.isRelatedTitle(text) || Phrases.isUnrelatedTitle(text)
                || blocks[index].headingLevel != nil && Phrases.isWidgetTitle(text)
        else { return false }
        // Lists of what else to read are often the writer's own.
        guard rest.allSatisfy({ blocks[$0].containers.isEmpty }) else { return false }
        let cards = rest.count { blocks[$0].headingLevel != nil || isLinked($0) }
        return cards > 0 && rest.count { isProse($0) } <= cards
    }

    /// Headers at the very end that each lead to another page of the site, with a sentence each.
    private mutating func dropOffers(in ending: [Int]) {
        var offers: [Int] = []
        var prose = 0
        var first = ending.endIndex
        for (place, index) in ending.enumerated().reversed() {
            if blocks[index].headingLevel != nil {
                guard isOffer(index) else { break }
                offers.append(index)
                prose = 0
                first = place
            } else if isProse(index) {
                prose += 1
                if prose > 1 { break }
            }
        }
        guard offers.count >= 2 else { return }
        for index in ending[first...] { drop(index) }
    }

    /// A header that is a link to another page of the site.
    func isOffer(_ index: Int) -> Bool {
        blocks[index].headingLevel != nil && isLinked(index) && leadsOn(index)
    }

    /// Blocks that are looked at for the foot of the site.
    private static let footReach = 120

    /// The site's foot where the page does not call it one: a run of links, among them three that every site has there.
    mutating func dropFoot() {
        let tail = Array(blocks.indices.filter { kept[$0] }.suffix(Self.footReach))
        let known = tail.indices.filter { place in
            guard isLinked(tail[place]), let text = rich(tail[place])?.text,
                text.isShorter(than: 41)
            else { return false }
            return Phrases.isOfFoot(text)
        }
        // The last few that stand close together; one in the middle of the page is something else.
        guard var first = known.last else { return }
        var count = 0
        for place in known.reversed() {
            guard first - place <= 12 else { break }
            first = place
            count += 1
        }
        guard count >= 3 else { return }
        while first > 0, !isProse(tail[first - 1]),
            isLinked(tail[first - 1]) || blocks[tail[first - 1]].headingLevel != nil
        {
            first -= 1
        }
        let all = blocks.indices.reduce(0) { $0 + (kept[$1] ? blocks[$1].text.utf8.count : 0) }
        let foot = tail[first...].reduce(0) { $0 + blocks[$1].text.utf8.count }
        guard foot * 4 < all * 3 else { return }
        for index in tail[first...] { drop(index) }
    }

    /// Is the line a link from its beginning to its end?
    private func isLinked(_ index: Int) -> Bool {
        guard let text = rich(index), !text.isEmpty else { return false }
        return linkShare(text) > 0.9
    }

    /// Does the line's link lead to another page of the site?
    private func leadsOn(_ index: Int) -> Bool {
        guard let base, let link = rich(index)?.spans.lazy.compactMap(\.link).first else {
            return false
        }
        let address = links[link.index].address
        return address.host == base.host && address.page != base.page
    }
}
