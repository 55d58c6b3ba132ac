import LecternCore

/// A page as an article.
func readHTML(
    _ bytes: [UInt8], of document: Document, options: ExtractionOptions, report: inout Report
) -> Article {
    let guarded = Guardian.guarded(bytes)
    if guarded.dropped > 0 {
        report.add("intake", "\(guarded.dropped) tags dropped, nested too deep or too many")
    }
    var page = Page(tree: Tree.parsed(guarded))
    let resolver = Resolver(document: document.address, base: page.baseReference)
    page.cutInvisible()
    let metadata = Metadata(page, linkedData: guarded.linkedData.map { bytes[$0] })
    let particulars = Particulars(
        page, metadata, resolver: resolver, document: document, report: &report)
    let titles = [particulars.title, metadata.meta("og:title"), metadata.linked.headline]
        .compactMap { $0 }
    page.measure()
    page.findRepeats()
    page.findTitle(titles)
    page.weigh(byLinkedBody: metadata.linked.body)
    page.cutFurniture()
    page.measure()
    let candidates = page.candidates()
    for candidate in candidates.prefix(5) {
        report.candidates.append(page.described(candidate))
    }

    for cut in page.cuts where cut.letters >= 40 {
        report.add("cut", "\(page.path(cut.index)): \(cut.reason.reason), \(cut.letters) letters")
    }

    var builder = BlockBuilder(tree: page.tree, resolver: resolver)
    let chosen = candidates.indices.contains(options.candidate) ? options.candidate : 0
    if let best = candidates.isEmpty ? nil : candidates[chosen], !options.wholePage {
        for candidate in report.candidates {
            report.add(
                "candidate",
                "\(candidate.path): \(candidate.words) words, score \(Int(candidate.score))")
        }
        builder.read(best.index..<page.tree.end(best.index))
    } else {
        report.isWholePage = true
        builder.keepsCut = true
        builder.read(page.tree.indices)
    }
    var finisher = Finisher(
        blocks: builder.blocks, links: builder.links, title: particulars.title,
        titles: titles,
        byline: particulars.byline, site: particulars.site)
    if !report.isWholePage { finisher.run() }
    return Article(
        title: particulars.title ?? document.name ?? "Untitled", byline: particulars.byline,
        site: particulars.site, published: particulars.published, updated: particulars.updated,
        language: particulars.language, summary: particulars.summary, address: document.address,
        blocks: finisher.blocks, links: builder.links, related: finisher.related)
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

    fileprivate func described(_ candidate: Candidate) -> Report.Candidate {
        let units = units(in: candidate.index)
        return Report.Candidate(
            path: path(candidate.index), words: units.reduce(0) { $0 + $1.letters } / 5,
            score: candidate.score)
    }
}
