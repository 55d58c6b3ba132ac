import LecternCore

/// Cards of other articles: boxes side by side and alike, each a title that leads elsewhere on the site with a
/// picture or a header, and a sentence or two at most.
extension Page {
    /// Cuts rows of cards, whatever their boxes are called, unless they are what the page is made of.
    ///
    /// - Parameter addresses: Where the page says it is; the names of its site are taken from there.
    mutating func cutTeasers(at addresses: [String], resolver: Resolver) {
        let total = sums[tree.nodes.count]
        guard total.linked >= 60 else { return }
        let showy = tree.indices.filter {
            tree.tag($0) == .img || tree.tag($0).headingLevel != nil
        }
        guard showy.count >= 3 else { return }
        let hosts =
            addresses.compactMap { Address($0)?.host } + [resolver.base?.host].compactMap { $0 }
        let site = Set(hosts.map(Page.siteName))
        let bodies = Array(tree.indices.filter { callsItselfText($0) }.prefix(40))
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            guard node.tag != .text, node.cut == nil else {
                index = node.cut == nil ? index + 1 : Int(node.end)
                continue
            }
            let inside = sum(index)
            guard inside.linked >= 60, inside.units >= 3 else {
                index = Int(node.end)
                continue
            }
            for card in cards(in: index, showy, bodies, resolver, site) {
                cut(card, .related)
                cuts.append((card, .related, Int(sum(card).letters)))
            }
            index += 1
        }
    }

    /// The children of a box that are cards; empty when they are fewer than three or too much of the page.
    private func cards(
        in box: Int, _ showy: [Int], _ bodies: [Int], _ resolver: Resolver, _ site: Set<String>
    ) -> [Int] {
        let total = sums[tree.nodes.count]
        var groups: [UInt64: [Int]] = [:]
        var others: [UInt64: Int] = [:]
        var plain: [Int] = []
        for child in tree.children(of: box) where !tree.isText(child) {
            let inside = sum(child)
            guard tree.nodes[child].cut == nil, inside.letters > 0 else { continue }
            let name = kindHash(child)
            let mayBe =
                inside.linked > 0 && inside.letters <= 900 && inside.good <= 500
                && holds(child, anyOf: showy)
            if mayBe {
                groups[name, default: []].append(child)
            } else {
                others[name, default: 0] += 1
                plain.append(child)
            }
        }
        var found: [Int] = []
        for (name, group) in groups
        where group.count >= 3 && others[name, default: 0] * 4 <= group.count
            && isRow(group, apartFrom: plain)
        {
            var leads: Set<String> = []
            let cards = group.filter { child in
                guard let lead = lead(of: child, resolver, site) else { return false }
                return leads.insert(lead).inserted
            }
            guard cards.count * 5 >= group.count * 4, cards.count >= 3 else { continue }
            let prose = group.reduce(Float(0)) { $0 + sum($1).good }
            let rest = total.good - prose
            // A list of the site's own pages with a word on each is an article too, if little else is there.
            let isApartFromText =
                prose <= rest * 0.3
                || bodies.contains { isApart($0, from: box) && sum($0).good >= rest * 0.6 }
            guard rest >= 600, isApartFromText else { continue }
            found += group
        }
        return found.sorted()
    }

    /// Do they stand side by side, without prose between them? What stands between paragraphs may be part of them.
    private func isRow(_ group: [Int], apartFrom plain: [Int]) -> Bool {
        guard let first = group.first, let last = group.last else { return false }
        let between = plain.lazy.filter { first < $0 && $0 < last }
        return between.reduce(Float(0)) { $0 + sum($1).good } <= 60
    }

    /// Equal for elements of one tag and of classes that differ in their numbers.
    private func kindHash(_ index: Int) -> UInt64 {
        var hash = FixedHash()
        hash.feed(tree.tag(index).rawValue)
        if let range = tree.valueRange(.class, of: index) {
            for name in tree.bytes[range].split(separator: 0x20) {
                let letters = name.lazy.filter { !(0x30...0x39).contains($0) }
                if letters.count >= 3 { for byte in letters { hash.feed(byte) } }
            }
        }
        return hash.value
    }

    private func holds(_ index: Int, anyOf places: [Int]) -> Bool {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < index { low = middle + 1 } else { high = middle }
        }
        return low < places.count && places[low] < tree.end(index)
    }

    /// Where a card's title leads: to a page of the same site; nil for a box that is no card.
    private func lead(of card: Int, _ resolver: Resolver, _ site: Set<String>) -> String? {
        for node in card..<tree.end(card) where tree.tag(node) == .a && tree.nodes[node].cut == nil
        {
            guard let href = tree.value(.href, of: node), href.utf8.first != UInt8(ascii: "#"),
                isTitle(node, of: card), let address = resolver.resolve(href), address.isWeb
            else { continue }
            if let host = address.host, !site.contains(Page.siteName(host)) { return nil }
            return address.page.string
        }
        return nil
    }

    /// Is the link a card's title: in or around its header, or as long as one and all there is?
    private func isTitle(_ link: Int, of card: Int) -> Bool {
        if tree.ancestors(of: link).prefix(3).contains(where: {
            $0 > card && tree.tag($0).headingLevel != nil
        }) {
            return letters(in: link) >= 8
        }
        let range = (link + 1)..<max(tree.end(link), link + 1)
        if range.contains(where: { tree.tag($0).headingLevel != nil }) { return true }
        let letters = letters(in: link)
        return letters >= 20 && letters * 5 >= Int(sum(card).letters) * 2
    }

    private func callsItselfText(_ index: Int) -> Bool {
        tree.tag(index) != .text
            && (tree.tag(index) == .article || signs[index].contains(.body)
                || tree.value(.itemprop, of: index)?.lowercased() == "articlebody"
                || tree.value(.itemtype, of: index)?.hasSuffix("Article") == true)
    }

    private func isApart(_ index: Int, from box: Int) -> Bool {
        tree.end(index) <= box || index >= tree.end(box)
    }

    /// The part of a host's name that two hosts of a site share: its last two labels, or three when these are short.
    static func siteName(_ host: String) -> String {
        let labels = host.split(separator: ".")
        let isShort = labels.count > 2 && labels.suffix(2).allSatisfy { $0.count <= 3 }
        return labels.suffix(isShort ? 3 : 2).joined(separator: ".")
    }
}
