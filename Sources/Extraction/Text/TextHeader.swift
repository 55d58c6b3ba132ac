import LecternCore

/// The top of a text: its title, and who wrote it when, where the first lines say so.
struct TextHeader {
    /// Empty when no line is one.
    var title = ""
    var credits = Credits.none
    /// The blocks behind the header, the title left out.
    var blocks: [Block]

    init(_ shape: TextShape) {
        blocks = shape.blocks
        takeBookHeader()
        if takeMessageHeader() { return }
        if !title.isEmpty {
            // The title page repeats what the header said.
            let said = title.lowercased()
            if let first = blocks.first, first.text.lowercased() == said { blocks.removeFirst() }
            return
        }
        takeTitle(shape)
        guard !title.isEmpty else { return }
        // Scraped pages say their title twice, seldom three times; more of it is the text itself.
        let said = title
        blocks.removeFirst(blocks.prefix(2).prefix { $0.text == said }.count)
    }

    /// The first block if it is a heading or one short line; a letterhead drawn with blanks may stand above.
    private mutating func takeTitle(_ shape: TextShape) {
        for index in blocks.indices.prefix(3) {
            switch blocks[index].content {
            case .heading(_, let text):
                title = text.text
                blocks.remove(at: index)
                return
            case .code, .rule: continue
            case .figure, .table: return
            case .paragraph(let text):
                guard text.text.utf8.count <= 4096 else { return }
                let lines = text.text.split(separator: "\n", omittingEmptySubsequences: true)
                guard blocks[index].containers.isEmpty, let first = lines.first else { return }
                let isLone = shape.loneLines.contains(index) || lines.count > 1
                guard isLone, TextHeader.isTitle(String(first)) else { return }
                guard lines.count <= 4, blocks.count > 1 || lines.count > 1 else { return }
                title = DebrisFinder(String(first), base: nil).text
                let rest = lines.dropFirst().map { Block(.paragraph(RichText(String($0)))) }
                blocks.replaceSubrange(index...index, with: rest)
                return
            }
        }
    }

    private static func isTitle(_ text: String) -> Bool {
        guard (2...200).contains(text.count), let last = text.last else { return false }
        if text.hasPrefix("http://") || text.hasPrefix("https://") { return false }
        if Credits(text) != nil || ReadAlsoCue(text)?.rest.isEmpty == true { return false }
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return false }
        if text.hasSuffix("...") { return true }
        return !".,;:。，；：、।".contains(last)
            || text.count <= 60 && last == "." && !text.contains(". ")
                && text.split(separator: " ").count <= 6 && text.contains("...")
    }

    // MARK: Books

    /// The header of a Project Gutenberg text, up to its `*** START OF …` line, and the licence behind `*** END OF …`.
    private mutating func takeBookHeader() {
        guard
            let start = blocks.prefix(80).firstIndex(where: {
                TextHeader.isBookMark($0.text, "start")
            })
        else { return }
        for block in blocks[..<start] where block.text.utf8.count <= 16384 {
            for line in block.text.split(separator: "\n") {
                guard let colon = line.firstIndex(of: ":") else { continue }
                let value = RichText(String(line[line.index(after: colon)...])).trimmed.text
                switch line[..<colon].lowercased() {
                case "title": if title.isEmpty { title = value }
                case "author": credits.byline = credits.byline ?? value
                case "release date", "release date of this ebook":
                    credits.published = isoDate(String(value.prefix { $0 != "[" }))
                default: break
                }
            }
        }
        guard !title.isEmpty else { return }
        let end = blocks.lastIndex { TextHeader.isBookMark($0.text, "end") } ?? blocks.count
        blocks = end > start ? Array(blocks[(start + 1)..<end]) : Array(blocks[(start + 1)...])
    }

    private static func isBookMark(_ text: String, _ word: String) -> Bool {
        guard text.hasPrefix("***"), text.utf8.count <= 300 else { return false }
        let words = text.lowercased().drop { $0 == "*" || $0 == " " }
        return words.hasPrefix(word + " of th") && words.contains("project gutenberg")
    }

    // MARK: Letters

    /// `From:`, `Subject:`, `Date:` as the first lines; true when they were there.
    private mutating func takeMessageHeader() -> Bool {
        guard let first = blocks.first else { return false }
        guard first.text.utf8.count <= 16384 else { return false }
        let lines: [Substring]
        switch first.content {
        case .paragraph(let text): lines = text.text.split(separator: "\n")
        case .code(let text, _): lines = text.text.split(separator: "\n")
        default: return false
        }
        var fields: [String: String] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = line[..<colon].lowercased()
            guard name.utf8.count <= 24, !name.contains(" ") else { continue }
            fields[name] = RichText(String(line[line.index(after: colon)...])).trimmed.text
        }
        guard let subject = fields["subject"], !subject.isEmpty, lines.count >= 2,
            fields["from"] != nil || fields["date"] != nil, fields.count * 3 >= lines.count * 2
        else { return false }
        title = subject
        if let from = fields["from"] { credits.byline = TextHeader.sender(from) }
        if let date = fields["date"] { credits.published = isoDate(date) }
        blocks.removeFirst()
        return true
    }

    /// `"Name" <name@example.org>`: the name, else the address.
    private static func sender(_ from: String) -> String? {
        let name = from.prefix { $0 != "<" }.filter { $0 != "\"" }
        let trimmed = RichText(String(name)).trimmed.text
        return trimmed.isEmpty ? from.filter { $0 != "<" && $0 != ">" } : trimmed
    }
}
