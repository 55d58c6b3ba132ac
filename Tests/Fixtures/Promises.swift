import LecternCore

/// What is wrong with an article, whatever it was read from; nil when it keeps what `Article` promises.
package func fault(in article: Article) -> String? {
    if article.title.isEmpty { return "no title" }
    let texts =
        [article.title, article.byline ?? "", article.site ?? "", article.summary ?? ""]
        + article.blocks.map(\.text) + article.related.map(\.title) + article.links.map(\.text)
        + article.notes.map(\.text.text)
    for text in texts {
        let isClean = text.unicodeScalars.allSatisfy {
            $0.value == 0x0A || $0.value == 0x09 || !$0.isForbidden
        }
        if !isClean { return "a forbidden character in \(text.debugDescription)" }
    }
    for address in article.links.map(\.address) + article.related.compactMap(\.address)
    where address.scheme == "file" || address.scheme == "javascript" {
        return "a link to \(address)"
    }
    for block in article.blocks {
        for text in block.content.richTexts {
            if let fault = fault(in: text, of: article) { return fault }
        }
        if case .table(let table) = block.content,
            (table.rows + [table.header]).contains(where: {
                !$0.isEmpty && $0.count != table.alignments.count
            })
        {
            return "a table with rows of several lengths"
        }
    }
    for note in article.notes {
        if let fault = fault(in: note.text, of: article) { return fault }
    }
    return nil
}

private func fault(in rich: RichText, of article: Article) -> String? {
    let bytes = rich.text.utf8
    var end = 0
    for span in rich.spans {
        if span.range.lowerBound < end || span.range.isEmpty { return "spans overlap" }
        end = span.range.upperBound
        if end > bytes.count { return "a span past the end of its text" }
        for offset in [span.range.lowerBound, span.range.upperBound] {
            let index = bytes.index(bytes.startIndex, offsetBy: offset)
            if index < bytes.endIndex, bytes[index] & 0xC0 == 0x80 {
                return "a span that begins or ends inside a character"
            }
        }
        if let link = span.link, !article.links.indices.contains(link.index) {
            return "a link that is not there"
        }
        if let note = span.note, !article.notes.indices.contains(note.index) {
            return "a note that is not there"
        }
    }
    return nil
}

extension Content {
    /// Every styled text in it.
    fileprivate var richTexts: [RichText] {
        switch self {
        case .paragraph(let text), .heading(_, let text), .code(let text, _): [text]
        case .figure(let figure): figure.caption.map { [$0] } ?? []
        case .table(let table):
            (table.caption.map { [$0] } ?? []) + table.header + table.rows.flatMap { $0 }
        case .rule: []
        }
    }
}
