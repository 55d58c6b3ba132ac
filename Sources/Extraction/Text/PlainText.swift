import LecternCore

/// Reads plain text: paragraphs, headings, lists, quotes, code, and text that was scraped off a page.
///
/// Linear in the length of the text, whatever is in it.
func readPlainText(_ text: String, of document: Document, language: String?) -> Article {
    let shape = TextShape(cleanedBytes(text))
    var header = TextHeader(shape)
    let repair = ScrapedRepair(header.blocks, base: document.address)
    var linking = Linking(base: document.address)
    let blocks = withHeadings(repair.blocks).map { block in
        guard case .paragraph(let text) = block.content else { return block }
        var block = block
        block.content = .paragraph(linking.linked(text.text))
        return block
    }
    let sample = sample(of: blocks)
    if header.title.isEmpty {
        header.title = document.name.map(nameWithoutExtension) ?? firstWords(sample)
    }
    return Article(
        title: header.title, byline: header.credits.byline ?? repair.credits.byline,
        site: repair.site,
        published: header.credits.published ?? repair.credits.published,
        updated: repair.credits.updated,
        language: language ?? FunctionWords.language(of: sample), address: document.address,
        blocks: blocks,
        links: linking.links, related: repair.related)
}

/// The first words of some blocks, enough to tell their language.
func sample(of blocks: [Block]) -> String {
    var sample = ""
    for block in blocks where block.isProse {
        sample += block.text.utf8.count > 4096 ? String(block.text.utf8Slice(0..<4096)) : block.text
        sample += "\n"
        if sample.utf8.count > 16384 { break }
    }
    return sample
}

/// `notes.txt` as a title: `notes`.
func nameWithoutExtension(_ name: String) -> String {
    let name = name.gated
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
        name.distance(from: dot, to: name.endIndex) <= 6
    else { return name.isEmpty ? "Untitled" : name }
    return String(name[..<dot])
}

/// The first words of a text, 60 characters at most, as its title of last resort.
func firstWords(_ text: String) -> String {
    let line = text.prefix(4096).prefix { $0 != "\n" }
    guard line.count > 60 else { return line.isEmpty ? "Untitled" : String(line) }
    let head = line.prefix(60)
    guard let blank = head.lastIndex(of: " ") else { return head + "…" }
    return head[..<blank] + "…"
}

/// Lone short lines between paragraphs become section headers: in texts whose paragraphs are lines, the
/// headers are lines as well.
private func withHeadings(_ blocks: [Block]) -> [Block] {
    var blocks = blocks
    for index in blocks.indices.dropFirst().dropLast() {
        guard case .paragraph(let text) = blocks[index].content, blocks[index].containers.isEmpty,
            text.text.utf8.count <= 160, isHeading(text.text),
            case .paragraph(let next) = blocks[index + 1].content,
            next.text.utf8.count >= max(100, text.text.utf8.count * 2),
            isSentence(next.text)
        else { continue }
        switch blocks[index - 1].content {
        case .paragraph(let before) where isSentence(before.text) && before.text.utf8.count >= 60:
            break
        case .figure, .code, .table: break
        default: continue
        }
        blocks[index].content = .heading(level: 2, text)
    }
    return blocks
}

private func isHeading(_ text: String) -> Bool {
    guard text.count <= 70, !text.contains("\n"), !text.contains("://"),
        let first = text.first, first.isLetter || first.isNumber || "«“\"¿¡„「『".contains(first),
        !first.isLowercase, let last = text.unicodeScalars.last
    else { return false }
    if last.endsSentence, last != "?", last != "!" { return false }
    return !",;:،、，；：)—–-\"”»".unicodeScalars.contains(last)
        && text.split(separator: " ").count <= 10 && text.contains(where: \.isLetter)
}

private func isSentence(_ text: String) -> Bool {
    let bytes = Array(text.utf8.suffix(16))
    return bytes.endsSentence(0..<bytes.count) || text.hasSuffix(":") || text.hasSuffix("：")
}
