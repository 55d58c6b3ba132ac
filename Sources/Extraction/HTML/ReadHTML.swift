import LecternCore

/// A page as an article.
func readHTML(
    _ bytes: [UInt8], of document: Document, options: ExtractionOptions, report: inout Report
) -> Article {
    let guarded = Guardian.guarded(bytes)
    var page = Page(tree: Tree.parsed(guarded))
    if guarded.dropped > 0 { report.add("intake", "\(guarded.dropped) tags dropped") }
    let base = page.tree.indices.first { page.tree.tag($0) == .base && page.tree.has(.href, $0) }
    let resolver = Resolver(
        document: document.address, base: base.flatMap { page.tree.value(.href, of: $0) })
    page.cutInvisible()
    page.measure()
    page.cutFurniture()
    page.measure()
    let candidates = page.candidates()
    var builder = BlockBuilder(tree: page.tree, resolver: resolver)
    if let best = candidates.first {
        builder.read(best.index..<page.tree.end(best.index))
    } else {
        builder.keepsCut = true
        builder.read(page.tree.indices)
    }
    for candidate in candidates {
        report.candidates.append(
            .init(path: page.path(candidate.index), words: 0, score: candidate.score))
        report.add("candidate", "\(page.path(candidate.index)) \(Int(candidate.score))")
    }
    return Article(
        title: document.name ?? "", address: document.address, blocks: builder.blocks,
        links: builder.links)
}

/// Converts a piece of HTML (a feed's content, raw HTML in Markdown) block by block; judges nothing.
func readFragment(_ html: String, base: Address?) -> Fragment {
    let guarded = Guardian.guarded(Array(html.utf8))
    var page = Page(tree: Tree.parsed(guarded))
    page.cutInvisible()
    var builder = BlockBuilder(tree: page.tree, resolver: Resolver(document: base))
    builder.read(page.tree.indices)
    return Fragment(blocks: builder.blocks, links: builder.links)
}
