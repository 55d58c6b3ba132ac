import LecternCore

/// A page as an article.
func readHTML(
    _ bytes: [UInt8], of document: Document, options: ExtractionOptions, report: inout Report
) -> Article {
    report.hasParts = true
    let guarded = Guardian.guarded(bytes)
    if guarded.dropped > 0 {
        report.add("intake", "\(guarded.dropped) tags dropped, nested too deep or too many")
    }
    var page = Page(tree: Tree.parsed(guarded))
    let resolver = Resolver(document: document.address, base: page.baseReference)
    page.cutInvisible()
    if let rule = options.rule {
        let count = page.cut(by: rule)
        report.add("rule", "\(rule.name), \(count) parts cut")
    }
    page.measure()
    let metadata = Metadata(
        page, linkedData: guarded.linkedData.map { bytes[$0] }, address: document.address)
    let particulars = Particulars(
        page, metadata, resolver: resolver, document: document, report: &report)
    var reader = PageReader(
        page: page, metadata: metadata, particulars: particulars, resolver: resolver)
    reader.read(options, report: &report)
    return Article(
        title: particulars.title ?? document.name ?? "Untitled", byline: particulars.byline,
        site: particulars.site, published: particulars.published, updated: particulars.updated,
        language: LanguageTag.decided(
            asked: options.language, declared: metadata.languages, text: reader.blocks,
            report: &report), summary: particulars.summary, address: document.address,
        blocks: reader.blocks, links: reader.links, related: reader.related, notes: reader.notes)
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

extension Page {
    /// `<base href>`, the first one.
    fileprivate var baseReference: String? {
        for index in tree.indices where tree.tag(index) == .base {
            if let reference = tree.value(.href, of: index) { return reference }
        }
        return nil
    }
}
