import LecternCore

/// Other things on sale on the page of one: boxes side by side and alike, each with a picture or a price, that lead
/// to pages of their own.
extension Page {
    /// Letters of a card, at most.
    private static let cardLetters: Int32 = 400
    /// Nodes of a card that are looked at.
    private static let cardNodes = 400

    /// Cuts rows of such boxes, whatever they are called.
    ///
    /// - Parameter own: Where the page says it is, without questions; what leads there chooses size or colour.
    /// - Parameter areShelf: Things on sale are what the page lists: each has a price, and their prose is no measure.
    /// - Returns: The cards, in page order.
    @discardableResult
    mutating func cutOffers(
        apartFrom own: Set<String>, resolver: Resolver, areShelf: Bool = false
    ) -> [Int] {
        let total = sums[tree.nodes.count]
        var all: [Int] = []
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            guard node.tag != .text, node.cut == nil else {
                index = node.cut == nil ? index + 1 : Int(node.end)
                continue
            }
            guard sum(index).links >= 3 else {
                index = Int(node.end)
                continue
            }
            let found = offers(in: index, own, resolver, areShelf)
            let prose = found.reduce(Float(0)) { $0 + sum($1).good }
            if areShelf || prose * 3 <= total.good || prose < 60 {
                let around = areShelf ? nil : boxOfOffers(found, in: index, total: total)
                for offer in [around].compactMap({ $0 }) + found {
                    cut(offer, .related)
                    cuts.append((offer, .related, Int(sum(offer).letters)))
                }
                all += found
            }
            index += 1
        }
        return all
    }

    /// The largest box that is there for such cards: their header, arrows and what is left of others.
    private func boxOfOffers(_ offers: [Int], in row: Int, total: Sum) -> Int? {
        let cards = offers.reduce(Int32(0)) { $0 + sum($1).letters }
        guard cards > 0 else { return nil }
        let prose = offers.reduce(Float(0)) { $0 + sum($1).good }
        var best: Int?
        for box in [row] + tree.ancestors(of: row).prefix(6) {
            switch tree.tag(box) {
            case .body, .html, .main, .article: return best
            default: break
            }
            let inside = sum(box)
            let holdsTitle = titleNode.map { box <= $0 && $0 < tree.end(box) } ?? false
            guard !holdsTitle, (inside.letters - cards) * 3 <= cards, inside.good - prose < 60,
                inside.letters * 2 < total.letters
            else { return best }
            best = box
        }
        return best
    }

    private func offers(
        in box: Int, _ own: Set<String>, _ resolver: Resolver, _ arePriced: Bool
    ) -> [Int] {
        var groups: [UInt64: [Int]] = [:]
        for child in tree.children(of: box) where !tree.isText(child) {
            guard tree.nodes[child].cut == nil, sum(child).letters > 0 else { continue }
            groups[nameHash(child), default: []].append(child)
        }
        var found: [Int] = []
        for group in groups.values where group.count >= 3 {
            var leads: Set<String> = []
            let cards = group.filter { card in
                guard let lead = lead(of: card, own, resolver, arePriced) else { return false }
                return leads.insert(lead).inserted
            }
            guard cards.count >= 3, cards.count * 5 >= group.count * 4 else { continue }
            found += group
        }
        return found.sorted()
    }

    /// Where a card leads; nil for a box that is none.
    private func lead(
        of card: Int, _ own: Set<String>, _ resolver: Resolver, _ isPriced: Bool
    ) -> String? {
        let inside = sum(card)
        guard inside.letters <= Self.cardLetters, inside.good <= 200 else { return nil }
        let nodes = (card..<max(tree.end(card), card + 1)).prefix(Self.cardNodes)
        guard let link = nodes.first(where: { tree.tag($0) == .a && tree.has(.href, $0) }),
            nodes.contains(where: { !isPriced && tree.tag($0) == .img || isPrice($0) }),
            let href = tree.value(.href, of: link), href.utf8.first != UInt8(ascii: "#"),
            let address = resolver.resolve(href), address.isWeb
        else { return nil }
        let page = address.page.string
        guard !own.contains(Self.path(page)), !Self.isPicture(page) else { return nil }
        return page
    }

    /// An address without its question.
    static func path(_ address: String) -> String {
        String(address.prefix { $0 != "?" })
    }

    private static func isPicture(_ address: String) -> Bool {
        let end = address.utf8.suffix(5).map { $0 | 0x20 }
        return [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"].contains { ending in
            end.count >= ending.utf8.count
                && end.suffix(ending.utf8.count).elementsEqual(ending.utf8)
        }
    }

    /// What a card calls its thing: its header, else its first link that says something, else its picture.
    func title(ofCard card: Int) -> String {
        let nodes = (card..<max(tree.end(card), card + 1)).prefix(Self.cardNodes)
        let headers = nodes.lazy.filter { tree.tag($0).headingLevel != nil }
        let links = nodes.lazy.filter { tree.tag($0) == .a }
        for node in Array(headers) + Array(links) {
            let text = tree.text(of: node, limit: 160)
            if text.count >= 3, text.contains(where: \.isLetter) { return text }
        }
        let pictures = nodes.lazy.filter { tree.tag($0) == .img }
        return pictures.compactMap { tree.value(.alt, of: $0) }.first.map(Wording.tidy) ?? ""
    }

    /// Is this text a sum, by the sign of a currency?
    private func isPrice(_ index: Int) -> Bool {
        guard tree.isText(index), tree.nodes[index].count <= 60 else { return false }
        let bytes = tree.bytes[tree.textRange(index)]
        var previous: UInt8 = 0
        for byte in bytes {
            // $, and £, ¥, €, ₹ by the last bytes of their UTF-8.
            if byte == UInt8(ascii: "$") || previous == 0xC2 && (byte == 0xA3 || byte == 0xA5)
                || previous == 0x82 && (byte == 0xAC || byte == 0xB9)
            {
                return true
            }
            previous = byte
        }
        return false
    }
}
