import LecternCore

/// Turns a Markdown tree into blocks, in one walk.
struct MarkdownBuilder {
    let resolver: Resolver
    let base: Address?

    private(set) var blocks: [Block] = []
    private(set) var links: [Link] = []
    private(set) var notes: [Note] = []
    private(set) var related: [RelatedLink] = []

    // What is open around the node being read.
    private var containers: [Container] = []
    private var lists: [Int?] = []
    /// Levels of nesting that are too deep to be shown, and are left out.
    private var tooDeep = 0
    private var noteDepth = 0
    private var noteBlocks: [RichText] = []

    // The text being written.
    private var text = RichText()
    private var styles: [InlineStyle] = []
    private var openLinks: [(id: LinkID?, start: Int)] = []
    private var pictures: [Picture] = []
    private var openPictures: [(node: Picture, outer: Int)] = []
    private var alt = ""
    private var hidden: String?
    private var fragments: [String] = []

    private var table: Table?
    private var row: [RichText] = []
    private var isHeader = false

    private var slugs: [String: Int] = [:]

    /// A picture in a paragraph, and where its description stands in the text.
    private struct Picture {
        var address: Address?
        var alt = ""
        var title = ""
        var range = 0..<0
    }

    /// Containers that are shown inside each other at most.
    private static let deepest = 24

    init(base: Address?) {
        self.base = base
        resolver = Resolver(document: base)
    }

    mutating func read(_ tree: MarkdownTree) {
        tree.walk { node, entering in visit(node, entering) }
    }

    // MARK: Nodes

    private mutating func visit(_ node: MarkdownNode, _ entering: Bool) {
        switch node.type {
        case "text": add(node.literal)
        case "softbreak": add(" ")
        case "linebreak": add("\n")
        case "code": add(node.literal, style: .code)
        case "html_inline": inlineHTML(node.literal)
        case "emph": restyle(.emphasis, entering)
        case "strong": restyle(.strong, entering)
        case "strikethrough": restyle(.strike, entering)
        case "link": entering ? openLink(node.address) : closeLink()
        case "image": entering ? openPicture(node) : closePicture()
        case "footnote_reference": if entering { addNote(node.literal) }
        case "paragraph": if !entering { endParagraph() }
        case "heading": if !entering { endHeading(node.headingLevel) }
        case "thematic_break": append(.rule)
        case "code_block": addCode(node)
        case "html_block": addHTML(node.literal)
        case "block_quote": entering ? open(.quote) : close()
        case "list":
            if entering { lists.append(node.listStart) } else { _ = lists.popLast() }
        case "item": entering ? openItem(nil) : close()
        case "tasklist": entering ? openItem(.task(done: node.isChecked)) : close()
        case "footnote_definition": entering ? openNote() : closeNote()
        case "table": entering ? openTable(node) : closeTable()
        case "table_header", "table_row":
            if entering { isHeader = node.type == "table_header" } else { endRow() }
        case "table_cell": if !entering { endCell() }
        default: break
        }
    }

    // MARK: Containers

    private mutating func open(_ container: Container) {
        if containers.count >= MarkdownBuilder.deepest {
            tooDeep += 1
        } else {
            containers.append(container)
        }
    }

    private mutating func close() {
        if tooDeep > 0 { tooDeep -= 1 } else { _ = containers.popLast() }
    }

    private mutating func openItem(_ marker: Marker?) {
        if let number = lists.last ?? nil {
            lists[lists.count - 1] = number + 1
            open(.item(marker ?? .number(number)))
        } else {
            open(.item(marker ?? .bullet))
        }
    }

    private mutating func append(_ content: Content, fragments: [String] = []) {
        guard noteDepth == 0 else {
            let block = Block(content)
            noteBlocks.append(content.richText ?? RichText(block.text))
            return
        }
        blocks.append(Block(content, in: containers, fragments: self.fragments + fragments))
        self.fragments = []
        // Only an item's first block bears its marker.
        for index in containers.indices where containers[index].isItem {
            containers[index] = .item(nil)
        }
    }

    // MARK: Words

    private mutating func add(_ words: String, style: InlineStyle = []) {
        guard hidden == nil else { return }
        let words = words.gated
        if !openPictures.isEmpty {
            alt += words
            return
        }
        let all = styles.reduce(style) { $0.union($1) }
        text.append(words, style: all, link: openLinks.last?.id ?? nil)
    }

    private mutating func restyle(_ style: InlineStyle, _ entering: Bool) {
        if entering {
            styles.append(style)
        } else if let index = styles.lastIndex(of: style) {
            styles.remove(at: index)
        }
    }

    private mutating func openLink(_ reference: String) {
        guard openPictures.isEmpty else {
            openLinks.append((openLinks.last?.id ?? nil, text.text.utf8.count))
            return
        }
        var id: LinkID?
        if let address = resolver.resolve(reference) {
            id = LinkID(links.count)
            links.append(Link(text: "", address: address))
        }
        openLinks.append((id, text.text.utf8.count))
    }

    private mutating func closeLink() {
        guard let (id, start) = openLinks.popLast(), let id, openPictures.isEmpty else { return }
        links[id.index].text = String(text.text.utf8Slice(start..<text.text.utf8.count))
    }

    private mutating func openPicture(_ node: MarkdownNode) {
        openPicture(Picture(address: resolver.resolve(node.address), title: node.title.gated))
    }

    private mutating func openPicture(_ picture: Picture) {
        openPictures.append((picture, alt.utf8.count))
    }

    private mutating func closePicture() {
        guard var (picture, _) = openPictures.popLast() else { return }
        // A picture in a picture's description is part of that description.
        guard openPictures.isEmpty else { return }
        picture.alt = RichText(alt).trimmed.text
        alt = ""
        let start = text.text.utf8.count
        add(picture.alt)
        picture.range = start..<text.text.utf8.count
        pictures.append(picture)
    }

    private mutating func addNote(_ label: String) {
        guard let number = Int(label), number > 0, openPictures.isEmpty else { return }
        text.append(label, style: .superscript, note: NoteID(number - 1))
    }

    /// Ends the text being written: all that was opened in it is closed.
    private mutating func takeText() -> RichText {
        let taken = text.trimmed
        text = RichText()
        styles = []
        openLinks = []
        openPictures = []
        alt = ""
        hidden = nil
        return taken
    }

    // MARK: Paragraphs and headings

    private mutating func endParagraph() {
        let found = pictures
        pictures = []
        let whole = text
        let taken = takeText()
        if !found.isEmpty, noteDepth == 0 {
            let figures = found.map {
                Figure(
                    address: $0.address, alt: $0.alt.isEmpty ? nil : $0.alt,
                    caption: $0.title.isEmpty ? nil : RichText($0.title))
            }
            let rest = remainder(of: whole, without: found)
            if rest.isEmpty {
                for figure in figures { append(.figure(figure)) }
                return
            }
            if figures.count == 1, rest.isEmphasised, found[0].range.lowerBound == 0 {
                var figure = figures[0]
                figure.caption = rest
                append(.figure(figure))
                return
            }
        }
        guard !taken.isEmpty else { return }
        // An emphasised line under a picture is its caption.
        if taken.isEmphasised, taken.text.utf8.count <= 600, noteDepth == 0, let last = blocks.last,
            case .figure(var figure) = last.content, figure.caption == nil,
            last.containers == containers
        {
            figure.caption = taken
            blocks[blocks.count - 1].content = .figure(figure)
            return
        }
        append(.paragraph(taken))
    }

    private func remainder(of whole: RichText, without pictures: [Picture]) -> RichText {
        var rest = RichText()
        var at = 0
        for picture in pictures {
            rest.append(whole.slice(at..<max(at, picture.range.lowerBound)))
            at = picture.range.upperBound
        }
        rest.append(whole.slice(at..<max(at, whole.text.utf8.count)))
        return rest.trimmed
    }

    private mutating func endHeading(_ level: Int) {
        pictures = []
        var taken = takeText()
        var own: [String] = []
        // `Title {#name}`, as several dialects have it.
        if taken.text.hasSuffix("}"), let mark = taken.text.lastIndex(of: "{"),
            taken.text[mark...].hasPrefix("{#")
        {
            own.append(String(taken.text[mark...].dropFirst(2).dropLast()))
            let end = taken.text[..<mark].utf8.count
            taken = taken.slice(0..<end).trimmed
        }
        guard !taken.isEmpty else { return }
        own.append(slug(taken.text))
        append(.heading(level: level, taken), fragments: own)
    }

    /// The id that GitHub gives a header: lower case, no punctuation, blanks as hyphens, `-1` for the second.
    private mutating func slug(_ title: String) -> String {
        var slug = ""
        for scalar in title.lowercased().unicodeScalars {
            if scalar == " " || scalar == "-" {
                slug.unicodeScalars.append("-")
            } else if scalar == "_" || scalar.isLetter || scalar.isDigit
                || scalar.properties.generalCategory == .nonspacingMark
            {
                slug.unicodeScalars.append(scalar)
            }
        }
        let count = slugs[slug, default: 0]
        slugs[slug] = count + 1
        return count == 0 ? slug : "\(slug)-\(count)"
    }

    // MARK: Code, notes, tables

    private mutating func addCode(_ node: MarkdownNode) {
        var code = node.literal.gated
        while code.hasSuffix("\n") { code.removeLast() }
        if node.info == "math" {
            return append(
                .paragraph(
                    RichText(TeXMath.text(of: code.split(separator: "\n").joined(separator: " ")))))
        }
        let name = node.info.drop { "{. ".contains($0) }.prefix { !" ,}{".contains($0) }
        append(.code(RichText(code), language: name.isEmpty ? nil : String(name).gated))
    }

    private mutating func openNote() {
        noteDepth += 1
        noteBlocks = []
    }

    private mutating func closeNote() {
        noteDepth -= 1
        var whole = RichText()
        for text in noteBlocks {
            if !whole.isEmpty { whole.append("\n") }
            whole.append(text)
        }
        notes.append(Note(label: String(notes.count + 1), text: whole))
        noteBlocks = []
    }

    private mutating func openTable(_ node: MarkdownNode) {
        table = Table(header: [], rows: [], alignments: node.alignments)
    }

    private mutating func endCell() {
        pictures = []
        row.append(takeText())
    }

    private mutating func endRow() {
        guard let columns = table?.alignments.count else { return }
        while row.count < columns { row.append(RichText()) }
        let cells = Array(row.prefix(columns))
        if isHeader, cells.contains(where: { !$0.isEmpty }) {
            table?.header = cells
        } else if !isHeader {
            table?.rows.append(cells)
        }
        row = []
    }

    private mutating func closeTable() {
        if let table { append(.table(table)) }
        table = nil
    }

    // MARK: HTML

    private mutating func addHTML(_ html: String) {
        let fragment = readFragment(html, base: base)
        let linkOffset = links.count
        let noteOffset = notes.count
        links += fragment.links
        related += fragment.related
        for block in fragment.blocks {
            var moved = block
            moved.shift(links: linkOffset, notes: noteOffset)
            let inner = moved.containers
            guard containers.count + inner.count <= MarkdownBuilder.deepest else { continue }
            let outer = containers
            containers += inner
            append(moved.content, fragments: moved.fragments)
            containers = outer.map { $0.isItem ? .item(nil) : $0 }
        }
    }

    private mutating func inlineHTML(_ html: String) {
        guard let tag = InlineTag(html) else { return }
        if let name = hidden {
            if tag.name == name, tag.closes { hidden = nil }
            return
        }
        if let style = tag.style {
            restyle(style, !tag.closes)
            return
        }
        switch tag.name {
        case "br": add("\n")
        case "script", "style", "template", "noscript", "title":
            if !tag.closes { hidden = tag.name }
        case "img":
            guard openPictures.isEmpty else { return }
            let address = tag.attributes["src"].flatMap { resolver.resolve($0) }
            openPicture(Picture(address: address, title: tag.attributes["title"] ?? ""))
            alt = tag.attributes["alt"] ?? ""
            closePicture()
        case "a":
            if tag.closes {
                closeLink()
            } else {
                if let name = tag.attributes["id"] ?? tag.attributes["name"] {
                    fragments.append(name)
                }
                openLink(tag.attributes["href"] ?? "")
            }
        default:
            if let name = tag.attributes["id"] { fragments.append(name) }
        }
    }
}

extension RichText {
    /// All of it, blanks aside, is emphasised and nothing is a link.
    var isEmphasised: Bool {
        guard !isEmpty, let first = spans.first, first.range.lowerBound == 0 else { return false }
        var end = 0
        for span in spans {
            guard span.range.lowerBound == end, span.style.contains(.emphasis) else { return false }
            end = span.range.upperBound
        }
        return end == text.utf8.count
    }

    /// Moves the numbers of links and notes by those that stand before them in the article.
    mutating func shift(links: Int, notes: Int) {
        for index in spans.indices {
            spans[index].link = spans[index].link.map { LinkID($0.index + links) }
            spans[index].note = spans[index].note.map { NoteID($0.index + notes) }
        }
    }
}

extension Block {
    /// The same for all text in the block.
    mutating func shift(links: Int, notes: Int) {
        func moved(_ text: RichText) -> RichText {
            var text = text
            text.shift(links: links, notes: notes)
            return text
        }
        switch content {
        case .paragraph(let text): content = .paragraph(moved(text))
        case .heading(let level, let text): content = .heading(level: level, moved(text))
        case .figure(var figure):
            figure.caption = figure.caption.map(moved)
            content = .figure(figure)
        case .table(var table):
            table.caption = table.caption.map(moved)
            table.header = table.header.map(moved)
            table.rows = table.rows.map { $0.map(moved) }
            content = .table(table)
        case .code(let text, let language):
            content = .code(moved(text), language: language)
        case .rule: break
        }
    }
}
