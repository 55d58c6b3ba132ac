import LecternCore

@testable import Extraction

/// What an article says, one line a block, for comparing with what a test expects.
func dump(_ article: Article) -> String {
    var lines = ["# \(article.title)"]
    for (name, value) in [
        ("by", article.byline), ("site", article.site), ("published", article.published),
        ("updated", article.updated),
    ] {
        if let value { lines.append("\(name): \(value)") }
    }
    for block in article.blocks { lines.append(dump(block)) }
    for link in article.related {
        lines.append("related: \(link.title)" + (link.address.map { " -> \($0)" } ?? ""))
    }
    for note in article.notes { lines.append("note \(note.label): \(note.text.text)") }
    return lines.joined(separator: "\n")
}

private func dump(_ block: Block) -> String {
    let place = block.containers.map { container in
        switch container {
        case .quote: "> "
        case .item(nil): "  "
        case .item(.bullet): "* "
        case .item(.number(let number)): "\(number). "
        case .item(.task(let done)): done ? "[x] " : "[ ] "
        case .definition: ": "
        }
    }.joined()
    let text = block.text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "⏎")
    switch block.content {
    case .paragraph: return place + text
    case .heading(let level, _): return place + String(repeating: "=", count: level) + " " + text
    case .code(_, let language): return place + "code(\(language ?? "")): " + text
    case .table(let table): return place + "table(\(table.alignments.count)): " + text
    case .figure(let figure):
        return place + "figure(\(figure.address?.string ?? "")): "
            + (figure.alt.map { "[\($0)] " } ?? "") + (figure.caption?.text ?? "")
    case .rule: return place + "---"
    }
}

/// The article of a plain text.
func plain(_ text: String, base: String? = nil) -> Article {
    readPlainText(
        text,
        of: Document(
            source: .standardInput, address: base.flatMap(Address.init), name: "notes.txt",
            bytes: []), language: nil)
}

/// The article of a Markdown text.
func markdown(_ text: String, base: String? = "https://example.org/docs/page.md") -> Article {
    readMarkdown(
        text,
        of: Document(
            source: .standardInput, address: base.flatMap(Address.init), name: "page.md", bytes: []),
        language: nil)
}
