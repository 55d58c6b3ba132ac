import LecternCore

/// An article as CommonMark with the usual extensions.
enum ArticleMarkdown {
    static func text(of article: Article) -> String {
        var out = ["# " + escaped(article.title)]
        let facts = [article.byline, article.published, article.site].compactMap { $0 }
        if !facts.isEmpty { out.append("*" + escaped(facts.joined(separator: " · ")) + "*") }
        var previous: Block?
        var body = ""
        for block in article.blocks {
            let isTight = previous.map { inList($0) && inList(block) && block.isProse } ?? false
            if let previous { body += isTight ? "\n" : gap(between: previous, and: block) }
            body += lines(of: block, in: article)
            previous = block
        }
        if !body.isEmpty { out.append(body) }
        let notes = article.notes.map { "[^\($0.label)]: " + inline($0.text, in: article) }
        if !notes.isEmpty { out.append(notes.joined(separator: "\n")) }
        let related = article.related.map { link in
            "Read also: "
                + (link.address.map { "[\(escaped(link.title))](\($0.string))" }
                    ?? escaped(link.title))
        }
        out += related
        return out.joined(separator: "\n\n") + "\n"
    }

    /// A blank line, which bears the mark of a quote that goes on behind it.
    private static func gap(between one: Block, and other: Block) -> String {
        var marks = ""
        for (last, next) in zip(one.containers, other.containers) {
            switch (last, next) {
            case (.quote, .quote): marks += "> "
            case (.item(let marker), .item(nil)):
                marks += String(repeating: " ", count: width(of: marker))
            case (.definition, .definition): marks += "  "
            default: return "\n" + marks.withoutBlanksAtEnd + "\n"
            }
        }
        return "\n" + marks.withoutBlanksAtEnd + "\n"
    }

    private static func width(of marker: Marker?) -> Int {
        marker.map { min(mark($0).count, 4) } ?? 2
    }

    private static func inList(_ block: Block) -> Bool {
        block.containers.contains { if case .item = $0 { true } else { false } }
    }

    /// The block with what it stands in written before each of its lines.
    private static func lines(of block: Block, in article: Article) -> String {
        var first = ""
        var rest = ""
        for container in block.containers {
            switch container {
            case .quote:
                first += "> "
                rest += "> "
            case .definition:
                first += ": "
                rest += "  "
            case .item(let marker):
                let text = marker.map(mark) ?? ""
                first += text.isEmpty ? "  " : text
                rest += String(repeating: " ", count: width(of: marker))
            }
        }
        let lines = content(of: block, in: article).split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { ($0.offset == 0 ? first : rest) + $0.element }.joined(
            separator: "\n")
    }

    private static func mark(_ marker: Marker) -> String {
        switch marker {
        case .bullet: "- "
        case .number(let number): "\(number). "
        case .task(let done): done ? "- [x] " : "- [ ] "
        }
    }

    private static func content(of block: Block, in article: Article) -> String {
        switch block.content {
        case .paragraph(let text): return inline(text, in: article).replacing("\n", with: "\\\n")
        case .heading(let level, let text):
            return String(repeating: "#", count: level) + " "
                + inline(text, in: article)
        case .code(let code, let language):
            let longest = code.text.split { $0 != "`" }.map(\.count).max() ?? 0
            let fence = String(repeating: "`", count: max(3, longest + 1))
            return "\(fence)\(language ?? "")\n\(code.text)\n\(fence)"
        case .rule: return "---"
        case .figure(let figure):
            let caption =
                figure.caption.map { "\n\n*" + inline($0.withoutEmphasis, in: article) + "*" } ?? ""
            guard let address = figure.address else { return "*" + escaped(block.text) + "*" }
            let image = "![\(escaped(figure.alt ?? ""))](\(address.string))"
            guard let link = figure.link, article.links.indices.contains(link.index) else {
                return image + caption
            }
            return "[\(image)](\(article.links[link.index].address.string))" + caption
        case .table(let table): return self.table(table, in: article)
        }
    }

    private static func table(_ table: Table, in article: Article) -> String {
        let row = { (cells: [RichText]) -> String in
            "| "
                + cells.map {
                    inline($0, in: article).replacing("|", with: "\\|").replacing("\n", with: " ")
                }
                .joined(separator: " | ") + " |"
        }
        let header = table.header.isEmpty ? table.alignments.map { _ in RichText() } : table.header
        let ruler = table.alignments.map { alignment in
            switch alignment {
            case .left: "---"
            case .center: ":-:"
            case .right: "--:"
            }
        }
        let lines =
            [row(header), "| " + ruler.joined(separator: " | ") + " |"] + table.rows.map(row)
        return (table.caption.map { "*" + inline($0, in: article) + "*\n\n" } ?? "")
            + lines.joined(separator: "\n")
    }

    static func inline(_ text: RichText, in article: Article) -> String {
        var out = ""
        var place = 0
        for span in text.spans {
            out += escaped(String(text.text.utf8Slice(place..<span.range.lowerBound)))
            out += styled(String(text.text.utf8Slice(span.range)), span, in: article)
            place = span.range.upperBound
        }
        return out + escaped(String(text.text.utf8Slice(place..<text.text.utf8.count)))
    }

    private static func styled(_ text: String, _ span: Span, in article: Article) -> String {
        if let note = span.note, article.notes.indices.contains(note.index) {
            return "[^\(article.notes[note.index].label)]"
        }
        var out =
            span.style.contains(.code) || span.style.contains(.keyboard)
            ? "`\(text)`" : escaped(text)
        if span.style.contains(.strike) { out = "~~\(out)~~" }
        if span.style.contains(.emphasis) { out = "*\(out)*" }
        if span.style.contains(.strong) { out = "**\(out)**" }
        if let link = span.link, article.links.indices.contains(link.index) {
            out = "[\(out)](\(article.links[link.index].address.string))"
        }
        return out
    }

    /// Backslashes before what Markdown would read as markup.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            if "\\`*_[]<>#|~".contains(character) { out.append("\\") }
            out.append(character)
        }
        return out
    }
}

extension String {
    fileprivate var withoutBlanksAtEnd: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}

extension RichText {
    /// The text for a place that is emphasised as a whole.
    fileprivate var withoutEmphasis: RichText {
        var plain = self
        for index in plain.spans.indices { plain.spans[index].style.remove(.emphasis) }
        return plain
    }
}
