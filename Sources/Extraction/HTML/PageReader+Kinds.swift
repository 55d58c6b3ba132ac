import LecternCore

extension PageReader {
    /// Posts under their writers' names; false when the page has none that can be told apart.
    mutating func readThread(
        _ untouched: Page, _ pattern: ElementPattern?, _ report: inout Report
    ) -> Bool {
        page = untouched
        page.cuts = []
        page.cutFurniture(of: .thread)
        cutPostFurniture()
        page.measure()
        let finder = ThreadFinder(page: page)
        let known = pattern.map { page.elements($0) } ?? []
        let posts = known.count >= 2 ? finder.posts(with: known) : finder.posts()
        let linked = metadata.linked.thread
        let letters = posts.reduce(0) { $0 + Int(page.sum($1.body).letters) }
        guard posts.count >= 2, letters * 2 >= linked.reduce(0, { $0 + $1.text.utf8.count }) else {
            return readLinkedThread(linked, &report)
        }
        var builder = BlockBuilder(tree: page.tree, resolver: resolver)
        for post in posts {
            if !post.header.isEmpty {
                builder.emit(.heading(level: 2, RichText(post.header)))
            }
            builder.read(post.body..<page.tree.end(post.body))
        }
        finish(builder, of: untouched, isList: true, kind: .thread)
        report.add("chosen", "\(posts.count) posts, \(page.path(posts[0].body)) and its like")
        return true
    }

    private mutating func readLinkedThread(
        _ posts: [LinkedData.Post], _ report: inout Report
    ) -> Bool {
        guard posts.count >= 2 else { return false }
        for post in posts {
            let day = post.date.flatMap(isoDate).map { String($0.prefix(10)) }
            let header = [post.author, day].compactMap { $0 }.joined(separator: " · ")
            if !header.isEmpty { blocks.append(Block(.heading(level: 2, RichText(header)))) }
            appendLinkedText(post.text)
        }
        report.add("chosen", "\(posts.count) posts in the page's linked data")
        return true
    }

    /// Adds a text from linked data behind what is there.
    private mutating func appendLinkedText(_ text: String) {
        let before = (blocks, links)
        (blocks, links) = ([], [])
        readLinkedBody(text)
        let shift = before.1.count
        let added = blocks.map { $0.withLinks(movedBy: shift) }
        blocks = before.0 + added
        links = before.1 + links
    }

    /// What a shop says of its thing in linked data alone stands above the rest.
    mutating func addProductText() {
        guard let text = metadata.linked.productText else { return }
        let words = Wording.words(Wording.unescaped(text))
        guard words.count >= 8 else { return }
        let shown = Wording.words(blocks.lazy.map(\.text).joined(separator: " "))
            .joined(separator: " ")
        // Often it begins with the name of the thing, and goes on as the page does.
        let middle = words.dropFirst(words.count / 2).prefix(8)
        for part in [words.prefix(8), middle]
        where part.count == 8 && shown.contains(part.joined(separator: " ")) { return }
        let before = (blocks, links)
        (blocks, links) = ([], [])
        readLinkedBody(text)
        let shift = links.count
        blocks += before.0.map { $0.withLinks(movedBy: shift) }
        links += before.1
    }

    /// Things on a shelf, and letters of the guide above or below it, at least.
    private static let (shelfCount, guideLetters) = (6, 1_200)

    /// A shop's shelf on a page that is a guide to what stands there, too, at least a third of it: the guide is read,
    /// the things are listed behind it.
    mutating func shelved() -> [RelatedLink] {
        var guide = page
        let cards = guide.cutOffers(
            apartFrom: ownAddresses, resolver: resolver, areShelf: true)
        guard cards.count >= Self.shelfCount else { return [] }
        guide.measure()
        let prose = Int(guide.sums[guide.tree.nodes.count].good)
        let offered = cards.reduce(0) { $0 + Int(page.sum($1).letters) }
        guard prose >= max(Self.guideLetters, offered / 2) else { return [] }
        let things = cards.prefix(200).compactMap { card -> RelatedLink? in
            let title = page.title(ofCard: card)
            guard !title.isEmpty,
                let link = (card..<max(page.tree.end(card), card + 1)).first(where: {
                    page.tree.tag($0) == .a && page.tree.has(.href, $0)
                })
            else { return nil }
            return RelatedLink(
                title: title, address: page.tree.value(.href, of: link).flatMap(resolver.resolve))
        }
        page = guide
        return things
    }

    /// Letters of a page that says nothing of its thing on sale but its price and how it is sent, at most.
    private static let bareLetters = 600

    /// A price and where to pay it, on a page whose words a script would fetch, are not worth opening it for.
    mutating func dropBareProduct() {
        let letters = blocks.reduce(0) { $0 + $1.text.utf8.count }
        guard letters < Self.bareLetters else { return }
        let saysSomething = blocks.contains { block in
            switch block.content {
            case .paragraph(let text):
                let words = Wording.words(text.text).count
                return words >= 12 || words >= 4 && !block.containers.isEmpty
            case .heading, .figure, .rule: return false
            case .table, .code: return true
            }
        }
        if !saysSomething { (blocks, links, notes) = ([], [], []) }
    }

    /// What stands in every post and is part of none: signatures, thanks, notes of edits.
    private mutating func cutPostFurniture() {
        for index in page.tree.indices where page.tree.nodes[index].cut == nil {
            guard page.tree.tag(index).isBlock,
                page.tree.mentions(.class, of: index, Self.postFurniture)
            else { continue }
            page.cut(index, .name)
        }
    }

    private static let postFurniture = [
        "signature", "lastedit", "last-edit", "reactionsbar", "reaction-bar", "post-likes",
        "sig_text", "postcontrols", "post-controls", "message-footer", "reputation",
    ].map { Array($0.utf8) }
}

extension Block {
    /// The same block with every link's number raised, for texts that are put behind others.
    fileprivate func withLinks(movedBy shift: Int) -> Block {
        guard shift > 0 else { return self }
        func moved(_ text: RichText) -> RichText {
            var text = text
            for index in text.spans.indices {
                text.spans[index].link = text.spans[index].link.map { LinkID($0.index + shift) }
            }
            return text
        }
        var block = self
        switch content {
        case .paragraph(let text): block.content = .paragraph(moved(text))
        case .heading(let level, let text): block.content = .heading(level: level, moved(text))
        case .figure(var figure):
            figure.caption = figure.caption.map(moved)
            block.content = .figure(figure)
        case .table(var table):
            table.caption = table.caption.map(moved)
            table.header = table.header.map(moved)
            table.rows = table.rows.map { $0.map(moved) }
            block.content = .table(table)
        case .code(let text, let language):
            block.content = .code(moved(text), language: language)
        case .rule: break
        }
        return block
    }
}
