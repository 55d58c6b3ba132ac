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
        let start = words.prefix(8).joined(separator: " ")
        let shown = blocks.lazy.map(\.text).joined(separator: " ")
        if Wording.words(shown).joined(separator: " ").contains(start) { return }
        let before = (blocks, links)
        (blocks, links) = ([], [])
        readLinkedBody(text)
        let shift = links.count
        blocks += before.0.map { $0.withLinks(movedBy: shift) }
        links += before.1
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
