import LecternCore

/// Turns a part of a tree into blocks, in one walk over its nodes.
struct BlockBuilder {
    let tree: Tree
    let resolver: Resolver
    /// Also what was judged not to belong to the article; never what is invisible.
    var keepsCut = false
    /// Writes a cell or a caption: pictures are left out.
    var isInline = false
    /// Elements that act as headers without being one, with their level.
    var promoted: [Int: Int] = [:]
    /// Elements that are items of a list without being one: the cards of a page of cards.
    var cards: Set<Int> = []
    /// Labels side by side are parted by style alone more often than not, be they named or not.
    var labelsStandApart = false
    /// Elements that stand for a footnote, and what is not written at all.
    var marks: [Int: NoteID] = [:]
    var skipped: Set<Int> = []
    /// What the notes are called in the text.
    var noteLabels: [String] = []
    /// Numbers of blocks before which notes were left out.
    var noteGaps: [Int] = []

    var blocks: [Block] = []
    var links: [Link] = []
    /// The first `a` of each link.
    var linkNodes: [Int] = []

    // The block being written.
    var text = RichText()
    var pendingBlank = false
    var fragments: [String] = []
    var afterwards: [Figure] = []

    // What is open around the node being read.
    var frames: [Frame] = []
    var holders: [Holder] = []
    var style: InlineStyle = []
    var link: LinkID?
    var heading: Int?
    var lists: [ListState] = []
    /// By the address as a string.
    var linkNumbers: [String: LinkID] = [:]

    /// Something to undo when the walk leaves an element.
    struct Frame {
        var end: Int
        var undo: Undo
    }

    enum Undo {
        case flush
        case style(InlineStyle)
        case link(start: Int, id: LinkID?)
        case holder
        case list
        case heading
        case append(String)
    }

    struct Holder {
        var container: Container
        /// Still to be shown by the first block.
        var marker: Marker?
    }

    struct ListState {
        var next: Int?
        var step = 1
    }

    init(tree: Tree, resolver: Resolver) {
        self.tree = tree
        self.resolver = resolver
    }

    /// Reads the nodes of `range` and appends their blocks.
    mutating func read(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            close(upTo: index)
            index = read(index)
        }
        close(upTo: .max)
        flush()
    }

    private mutating func close(upTo index: Int) {
        while let frame = frames.last, frame.end <= index {
            frames.removeLast()
            switch frame.undo {
            case .flush: flush()
            case .style(let previous): style = previous
            case .link(let start, let previous): closeLink(from: start, previous: previous)
            case .holder:
                flush()
                holders.removeLast()
            case .list:
                flush()
                lists.removeLast()
            case .heading:
                flush()
                heading = nil
            case .append(let mark): append(mark)
            }
        }
    }

    /// Reads one node; returns the index to go on with.
    private mutating func read(_ index: Int) -> Int {
        let node = tree.nodes[index]
        if !noteLabels.isEmpty, readMark(index) { return Int(node.end) }
        if let cut = node.cut, !keepsCut || cut.isInvisible {
            if node.tag.isBlock { flush() }
            if cut == .caption { caption(index) }
            if cut == .note, noteGaps.last != blocks.count { noteGaps.append(blocks.count) }
            return Int(node.end)
        }
        if node.tag == .text {
            append(bytes: tree.textRange(index))
            return index + 1
        }
        if let id = tree.value(.id, of: index) ?? anchorName(index), !id.isEmpty,
            id.utf8.count < 200
        {
            if node.tag.isBlock { flush() }
            fragments.append(id)
        }
        if let level = promoted[index] {
            open(heading: level, until: Int(node.end))
            return index + 1
        }
        if cards.contains(index) {
            hold(.item(.bullet), marker: .bullet, until: Int(node.end))
            return index + 1
        }
        if !text.isEmpty, !pendingBlank, standsApart(index, node.tag) { pendingBlank = true }
        return read(element: index, node)
    }

    /// Pages set labels side by side by style alone, `<span>Ann</span><time>May 3</time>`: where one ends as a word
    /// and the next begins as another, a blank is meant.
    private func standsApart(_ index: Int, _ tag: Tag) -> Bool {
        guard tag == .span || tag == .time || tag == .a,
            style.isDisjoint(with: [.code, .keyboard]),
            let last = text.text.unicodeScalars.last, last.value < 0x250,
            last.properties.isAlphabetic || last.properties.numericType != nil,
            labelsStandApart || tree.has(.class, index) || tag == .time
        else { return false }
        let parent = tree.parent(index)
        var before = index - 1
        guard before > parent else { return false }
        while tree.parent(before) != parent { before = tree.parent(before) }
        switch tree.tag(before) {
        case .span, .time, .a:
            if !labelsStandApart, !tree.has(.class, before), tree.tag(before) != .time {
                return false
            }
        default: return false
        }
        let own = (index + 1)..<max(tree.end(index), index + 1)
        guard let node = own.first(where: { tree.isText($0) && tree.nodes[$0].count > 0 }),
            let first = tree.bytes[tree.textRange(node)].first
        else { return false }
        let isUpper = (0x41...0x5A).contains(first)
        let isDigit = (0x30...0x39).contains(first)
        if last.properties.numericType != nil { return isUpper || labelsStandApart && isDigit }
        return last.properties.isLowercase ? isUpper || isDigit : isDigit
    }

    private func anchorName(_ index: Int) -> String? {
        tree.tag(index) == .a ? tree.value(.name, of: index) : nil
    }

    private mutating func read(element index: Int, _ node: Tree.Node) -> Int {
        let end = Int(node.end)
        switch node.tag {
        case .h1, .h2, .h3, .h4, .h5, .h6:
            // A header around whole paragraphs is a box, not a header.
            if isWholeItem(index) {
                open(.flush, until: end)
                push(style: .strong, until: end)
            } else if !contains(index, where: { $0 == .p || $0 == .ul || $0 == .table })
                || tree.text(of: index, limit: 400).utf8.count < 200
            {
                open(heading: node.tag.headingLevel ?? 2, until: end)
            } else {
                open(.flush, until: end)
            }
        case .ul, .menu, .dir:
            openBlock()
            lists.append(ListState(next: nil))
            frames.append(Frame(end: end, undo: .list))
        case .ol:
            openBlock()
            let start = tree.value(.start, of: index).flatMap { Int($0) } ?? 1
            let number = max(-99_999, min(99_999, start))
            let step = tree.has(.reversed, index) ? -1 : 1
            lists.append(ListState(next: number, step: step))
            frames.append(Frame(end: end, undo: .list))
        case .li: openItem(index, end: end)
        case .dt:
            openBlock()
            frames.append(Frame(end: end, undo: .flush))
            push(style: .strong, until: end)
        case .dd: hold(.definition, marker: nil, until: end)
        case .blockquote: hold(.quote, marker: nil, until: end)
        case .pre:
            flush()
            readCode(index)
            return end
        case .table: return readTable(index)
        case .figure: return readFigure(index)
        case .img: return readPicture(index)
        case .hr:
            flush()
            if heading == nil { emit(.rule) }
        case .br: lineBreak()
        case .a:
            if heading != nil, tree.isPermalink(index) { return end }
            openLink(index, end: end)
        case .em, .i, .cite, .dfn, .var: push(style: .emphasis, until: end)
        case .strong, .b: push(style: .strong, until: end)
        case .code, .tt, .samp: push(style: .code, until: end)
        case .kbd: push(style: .keyboard, until: end)
        case .s, .strike, .del: push(style: .strike, until: end)
        case .u, .ins: push(style: .underline, until: end)
        case .mark: push(style: .mark, until: end)
        case .sup: push(style: .superscript, until: end)
        case .sub: push(style: .subscript, until: end)
        case .q:
            append("“")
            frames.append(Frame(end: end, undo: .append("”")))
        case .summary:
            openBlock()
            frames.append(Frame(end: end, undo: .flush))
            push(style: .strong, until: end)
        case .math: return readMath(index)
        case .rt:
            append("(")
            frames.append(Frame(end: end, undo: .append(")")))
        case .rp, .wbr: return end
        case .head, .script, .style, .template, .iframe, .object, .embed, .video,
            .audio, .canvas, .svg, .map, .select, .datalist, .input, .textarea, .applet,
            .annotation, .frameset, .meta, .link, .title, .base:
            return end
        default:
            if node.tag.isBlock { open(.flush, until: end) }
        }
        return index + 1
    }

    /// A header that is all a list item says is an item, not a header.
    private func isWholeItem(_ index: Int) -> Bool {
        let parent = tree.parent(index)
        guard tree.tag(parent) == .li else { return false }
        return tree.children(of: parent).allSatisfy { child in
            child == index
                || tree.isText(child) && tree.bytes[tree.textRange(child)].allSatisfy { $0 <= 0x20 }
        }
    }

    func contains(_ index: Int, where matches: (Tag) -> Bool) -> Bool {
        ((index + 1)..<tree.end(index)).contains { matches(tree.tag($0)) }
    }

    // MARK: Opening

    private mutating func openBlock() { flush() }

    private mutating func open(_ undo: Undo, until end: Int) {
        flush()
        frames.append(Frame(end: end, undo: undo))
    }

    private mutating func open(heading level: Int, until end: Int) {
        flush()
        heading = level
        frames.append(Frame(end: end, undo: .heading))
    }

    private mutating func push(style more: InlineStyle, until end: Int) {
        frames.append(Frame(end: end, undo: .style(style)))
        style.formUnion(more)
    }

    private mutating func hold(_ container: Container, marker: Marker?, until end: Int) {
        flush()
        // Deeper than anybody indents; the text goes on at this depth.
        guard holders.count < 12 else {
            frames.append(Frame(end: end, undo: .flush))
            return
        }
        holders.append(Holder(container: container, marker: marker))
        frames.append(Frame(end: end, undo: .holder))
    }

    private mutating func openItem(_ index: Int, end: Int) {
        var marker = Marker.bullet
        if let last = lists.indices.last, let next = lists[last].next {
            let given = tree.value(.value, of: index).flatMap { Int($0) }
            let number = max(-99_999, min(99_999, given ?? next))
            marker = .number(number)
            lists[last].next = number + lists[last].step
        }
        for child in (index + 1)..<min(end, index + 6)
        where tree.tag(child) == .input && tree.value(.type, of: child) == "checkbox" {
            marker = .task(done: tree.has(.checked, child))
        }
        hold(.item(marker), marker: marker, until: end)
    }

    // MARK: Links

    private mutating func openLink(_ index: Int, end: Int) {
        guard let href = tree.value(.href, of: index), let id = linkID(index, href) else { return }
        frames.append(Frame(end: end, undo: .link(start: text.text.utf8.count, id: link)))
        link = id
    }

    /// The link to an address, a new one if it is not known yet; nil for what cannot be followed.
    mutating func linkID(_ index: Int, _ href: String) -> LinkID? {
        // What a script answers to leads nowhere.
        guard href != "#", let address = resolver.resolve(href) else { return nil }
        if let known = linkNumbers[address.string] { return known }
        guard links.count < 20_000 else { return nil }
        let id = LinkID(links.count)
        links.append(Link(text: "", address: address))
        linkNodes.append(index)
        linkNumbers[address.string] = id
        return id
    }

    private mutating func closeLink(from start: Int, previous: LinkID?) {
        name(link, text.text, from: start)
        link = previous
    }

    /// Calls a link by the words it stands on first.
    mutating func name(_ link: LinkID?, _ text: String, from start: Int) {
        guard let link, links[link.index].text.isEmpty else { return }
        let part = text.utf8Slice(min(start, text.utf8.count)..<text.utf8.count)
        links[link.index].text = Wording.tidy(String(part))
    }
}
