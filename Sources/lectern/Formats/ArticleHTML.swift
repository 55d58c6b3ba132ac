import LecternCore

/// An article as a small, complete HTML page.
enum ArticleHTML {
    static func text(of article: Article) -> String {
        var out =
            "<!DOCTYPE html>\n<html\(article.language.map { " lang=\"\(escaped($0))\"" } ?? "")>\n<head>\n"
        out += "<meta charset=\"utf-8\">\n<title>\(escaped(article.title))</title>\n"
        if let byline = article.byline {
            out += "<meta name=\"author\" content=\"\(escaped(byline))\">\n"
        }
        if let address = article.address {
            out += "<link rel=\"canonical\" href=\"\(escaped(address.string))\">\n"
        }
        out += "</head>\n<body>\n<article>\n<h1>\(escaped(article.title))</h1>\n"
        let facts = [article.byline, article.published, article.site].compactMap { $0 }
        if !facts.isEmpty {
            out += "<p><small>\(escaped(facts.joined(separator: " · ")))</small></p>\n"
        }
        var open: [Container] = []
        for block in article.blocks {
            let wanted = block.containers
            var shared = 0
            while shared < open.count, shared < wanted.count,
                continues(open[shared], wanted[shared])
            { shared += 1 }
            // The next item of a list that is open goes on in it.
            if shared < open.count, shared < wanted.count,
                let item = nextItem(after: open[shared], wanted[shared])
            {
                while open.count > shared + 1 { out += close(open.removeLast()) }
                out += "</li>\n" + item
                open[shared] = wanted[shared]
                shared += 1
            }
            while open.count > shared { out += close(open.removeLast()) }
            for container in wanted[shared...] {
                out += self.open(container)
                open.append(container)
            }
            out += content(of: block, in: article) + "\n"
        }
        while let last = open.popLast() { out += close(last) }
        if !article.notes.isEmpty {
            let notes = article.notes.map {
                "<p id=\"note-\(escaped($0.label))\"><sup>\(escaped($0.label))</sup> \(inline($0.text, in: article))</p>"
            }
            out += "<hr>\n" + notes.joined(separator: "\n") + "\n"
        }
        out += "</article>\n"
        if !article.related.isEmpty {
            let items = article.related.map { link in
                "<li>"
                    + (link.address.map {
                        "<a href=\"\(escaped($0.string))\">\(escaped(link.title))</a>"
                    } ?? escaped(link.title)) + "</li>"
            }
            out += "<nav>\n<ul>\n" + items.joined(separator: "\n") + "\n</ul>\n</nav>\n"
        }
        return out + "</body>\n</html>\n"
    }

    /// Does a block in `wanted` go on in the container that is open? A marker starts a new item.
    private static func continues(_ open: Container, _ wanted: Container) -> Bool {
        switch (open, wanted) {
        case (.quote, .quote), (.definition, .definition), (.item, .item(nil)): true
        default: false
        }
    }

    /// How the item after another of the same list begins; nil when it begins a list of its own.
    private static func nextItem(after last: Container, _ next: Container) -> String? {
        switch (last, next) {
        case (.item(.number(let number)), .item(.number(let following))) where following > number:
            following == number + 1 ? "<li>" : "<li value=\"\(following)\">"
        case (.item(.bullet), .item(.bullet)): "<li>"
        case (.item(.task), .item(.task(let done))): "<li>" + box(done)
        default: nil
        }
    }

    private static func box(_ done: Bool) -> String {
        "<input type=\"checkbox\" disabled\(done ? " checked" : "")> "
    }

    private static func open(_ container: Container) -> String {
        switch container {
        case .quote: "<blockquote>\n"
        case .definition: "<dl><dd>\n"
        case .item(.number(let number)): "<ol\(number == 1 ? "" : " start=\"\(number)\"")><li>"
        case .item(.task(let done)): "<ul><li>" + box(done)
        case .item: "<ul><li>"
        }
    }

    private static func close(_ container: Container) -> String {
        switch container {
        case .quote: "</blockquote>\n"
        case .definition: "</dd></dl>\n"
        case .item(.number): "</li></ol>\n"
        case .item: "</li></ul>\n"
        }
    }

    private static func content(of block: Block, in article: Article) -> String {
        switch block.content {
        case .paragraph(let text): return "<p>\(inline(text, in: article))</p>"
        case .heading(let level, let text):
            let tag = "h\(level)"
            return "<\(tag)>\(inline(text, in: article))</\(tag)>"
        case .code(let code, let language):
            let name = language.map { " class=\"language-\(escaped($0))\"" } ?? ""
            return "<pre><code\(name)>\(inline(code, in: article, breaking: false))</code></pre>"
        case .rule: return "<hr>"
        case .figure(let figure):
            var image =
                figure.address.map {
                    "<img src=\"\(escaped($0.string))\" alt=\"\(escaped(figure.alt ?? ""))\">"
                } ?? escaped(figure.alt ?? "")
            if let link = figure.link, article.links.indices.contains(link.index) {
                let address = article.links[link.index].address.string
                image = "<a href=\"\(escaped(address))\">\(image)</a>"
            }
            let caption =
                figure.caption.map { "<figcaption>\(inline($0, in: article))</figcaption>" } ?? ""
            return "<figure>\(image)\(caption)</figure>"
        case .table(let table):
            let row = { (cells: [RichText], tag: String) in
                "<tr>"
                    + cells.enumerated().map { column, cell in
                        let side = alignment(of: column, in: table)
                        return "<\(tag)\(side)>\(inline(cell, in: article))</\(tag)>"
                    }.joined() + "</tr>\n"
            }
            let caption =
                table.caption.map { "<caption>\(inline($0, in: article))</caption>\n" } ?? ""
            let head = table.header.isEmpty ? "" : row(table.header, "th")
            return "<table>\n\(caption)\(head)\(table.rows.map { row($0, "td") }.joined())</table>"
        }
    }

    private static func alignment(of column: Int, in table: Table) -> String {
        guard table.alignments.indices.contains(column) else { return "" }
        return switch table.alignments[column] {
        case .left: ""
        case .center: " style=\"text-align: center\""
        case .right: " style=\"text-align: right\""
        }
    }

    /// - Parameter breaking: Line feeds are `<br>`, as they are anywhere but in `<pre>`.
    private static func inline(
        _ text: RichText, in article: Article, breaking: Bool = true
    ) -> String {
        func set(_ range: Range<Int>) -> String {
            let part = String(text.text.utf8Slice(range))
            return breaking ? broken(part) : escaped(part)
        }
        var out = ""
        var place = 0
        for span in text.spans {
            out += set(place..<span.range.lowerBound)
            out += styled(set(span.range), span, in: article)
            place = span.range.upperBound
        }
        return out + set(place..<text.text.utf8.count)
    }

    private static func broken(_ text: String) -> String {
        escaped(text).replacing("\n", with: "<br>")
    }

    private static func styled(_ text: String, _ span: Span, in article: Article) -> String {
        let tags: [(InlineStyle, String)] = [
            (.code, "code"), (.keyboard, "kbd"), (.strike, "s"), (.superscript, "sup"),
            (.subscript, "sub"),
            (.mark, "mark"), (.underline, "u"), (.emphasis, "em"), (.strong, "strong"),
        ]
        var out = text
        // A footnote's mark is raised by its link.
        let shown = span.note == nil ? span.style : span.style.subtracting(.superscript)
        for (style, tag) in tags where shown.contains(style) {
            out = "<\(tag)>\(out)</\(tag)>"
        }
        if let note = span.note, article.notes.indices.contains(note.index) {
            out =
                "<sup><a href=\"#note-\(escaped(article.notes[note.index].label))\">\(out)</a></sup>"
        }
        if let link = span.link, article.links.indices.contains(link.index) {
            out = "<a href=\"\(escaped(article.links[link.index].address.string))\">\(out)</a>"
        }
        return out
    }

    private static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.gated.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
