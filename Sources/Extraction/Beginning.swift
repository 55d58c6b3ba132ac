import LecternCore

/// The beginning of a long text as an article, to be shown while the rest is still being read.
///
/// `document` holds the first bytes of the source alone; the last paragraph, which is cut, is left out. nil where the
/// whole must be known first: for web pages, feeds, and what is compressed or no text.
package func extractBeginning(
    _ document: Document, options: ExtractionOptions = .init()
) -> Article? {
    guard compression(of: document.bytes) == nil, !isUTF16(document.bytes) else { return nil }
    var report = Report()
    guard let kind = try? kind(of: document, report: &report), kind.isReadInOrder else {
        return nil
    }
    var document = document
    document.bytes.removeSubrange(endOfWhole(document.bytes)...)
    guard case .article(let article)? = try? extract(document, options: options).material,
        !article.blocks.isEmpty
    else { return nil }
    return article
}

extension Kind {
    /// Is its beginning shown the same whatever follows?
    var isReadInOrder: Bool { self == .plainText || self == .markdown }
}

/// Behind the last whole paragraph; in a paragraph without end behind a line, a word or a character.
private func endOfWhole(_ bytes: [UInt8]) -> Int {
    let least = bytes.count / 2
    var line: Int?
    var word: Int?
    for index in stride(from: bytes.count - 1, to: least, by: -1) {
        switch bytes[index] {
        case 0x0A:
            if bytes[index - 1] == 0x0A || bytes.has("\n\r", at: index - 2) { return index }
            line = line ?? index
        case 0x20: word = word ?? index
        default: break
        }
    }
    if let end = line ?? word { return end }
    var end = bytes.count
    while end > 1, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
    return max(0, end - 1)
}

private func isUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
}
