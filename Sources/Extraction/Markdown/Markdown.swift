import LecternCore

/// Reads Markdown in GitHub's dialect, front matter included.
func readMarkdown(_ text: String, of document: Document, language: String?) -> Article {
    let (matter, body) = FrontMatter.split(text)
    let base = document.address
    var builder = MarkdownBuilder(base: base)
    builder.read(MarkdownTree(MarkdownMath.written(in: boundedMarkdown(body))))
    var blocks = builder.blocks
    let title = takeTitle(&blocks, matter.title)
    var linking = Linking(base: base, links: builder.links)
    for index in blocks.indices { linking.link(&blocks[index]) }
    let reading = MarkdownRelated(blocks, links: linking.links)
    blocks = reading.blocks
    let sample = sample(of: blocks)
    return Article(
        title: title.flatMap { $0.gated.isEmpty ? nil : $0 } ?? document.name.map(
            nameWithoutExtension) ?? firstWords(sample),
        byline: matter.byline, published: matter.published, updated: matter.updated,
        language: language ?? matter.language ?? FunctionWords.language(of: sample),
        summary: matter.summary,
        address: document.address, blocks: blocks, links: linking.links,
        related: reading.related + builder.related, notes: builder.notes)
}

/// The title, taken out of the blocks: the front matter's, else the first header if it is of the first level
/// or the first block.
private func takeTitle(_ blocks: inout [Block], _ given: String?) -> String? {
    guard let index = blocks.firstIndex(where: { $0.headingLevel != nil }),
        blocks[index].containers.isEmpty
    else { return given }
    let text = blocks[index].text
    if let given, given != text { return given }
    guard given != nil || blocks[index].headingLevel == 1 || index == 0 else { return nil }
    let fragments = blocks.remove(at: index).fragments
    if blocks.indices.contains(index) { blocks[index].fragments += fragments }
    return text
}
