import LecternCore

/// Chooses what to read of a page, and how, and reads it.
struct PageReader {
    var page: Page
    let metadata: Metadata
    let particulars: Particulars
    let resolver: Resolver
    var blocks: [Block] = []
    var links: [Link] = []
    var related: [RelatedLink] = []
    var notes: [Note] = []
    /// Blocks that went after the cutting, for the report.
    private var dropped: [(text: String, rule: String)] = []

    private let titles: [String]

    init(page: Page, metadata: Metadata, particulars: Particulars, resolver: Resolver) {
        self.page = page
        self.metadata = metadata
        self.particulars = particulars
        self.resolver = resolver
        titles = [particulars.title, metadata.meta("og:title"), metadata.linked.headline]
            .compactMap { $0 }
    }

    mutating func read(_ options: ExtractionOptions, report: inout Report) {
        if options.wholePage { return readAll(&report) }
        page.findRepeats()
        page.findTitle(titles)
        page.weigh(byLinkedBody: metadata.linked.body)
        page.description = Wording.words(particulars.summary ?? "")
        page.keepsSlides =
            !metadata.isArticle && particulars.byline == nil && particulars.published == nil
        let untouched = page
        page.cutComments()
        page.measure()
        page.cutFurniture()
        page.cutTeasers(
            at: [metadata.canonical, metadata.meta("og:url")].compactMap { $0 }, resolver: resolver)
        page.cutCaptions()
        page.usesFactors = true
        page.measure()
        let candidates = page.candidates()
        report.candidates = candidates.map { described($0) }
        for candidate in report.candidates {
            report.add(
                "candidate",
                "\(candidate.path): \(candidate.words) words, score \(Int(candidate.score))")
        }
        if options.candidate == 0, let part = page.part(keptBy: options.rule) {
            return readArticle(part, of: untouched, &report)
        }
        if options.candidate > 0, candidates.indices.contains(options.candidate) {
            return readArticle(candidates[options.candidate].index, of: untouched, &report)
        }
        if candidates.count > 1, report.candidates[1].words >= 100 {
            report.isUncertain = candidates[1].score > candidates[0].score * 0.8
        }
        var (kind, evidence) = PageKind.declared(by: metadata)
        if kind == .article, let best = candidates.first, !metadata.isArticle,
            page.isLinkList(best.index)
        {
            (kind, evidence) = (.list, "one link follows the other")
        }
        if kind == .article, !metadata.isArticle,
            let part = cutOffering(candidates.first, untouched)
        {
            (kind, evidence) = (.list, "what \(page.path(part)) is called")
        }
        if let wanted = options.rule?.kind {
            (kind, evidence) = (PageKind(wanted), "the site's rule")
        }
        report.add("page", "\(kind.words), by \(evidence)")
        switch kind {
        case .thread where readThread(untouched, options.rule?.posts, &report): return
        case .product, .list: break
        default:
            if let best = candidates.first, !isManyParts(best, in: untouched) {
                readArticle(best.index, of: untouched, &report)
            }
        }
        let letters = blocks.reduce(0) { $0 + $1.text.utf8.count }
        if letters < 250 || blocks.isEmpty { readOtherwise(untouched, letters, kind, &report) }
    }

    /// Results or offers that were cut and are more than what was found.
    private func cutOffering(_ best: Page.Candidate?, _ untouched: Page) -> Int? {
        let found = best.map { Int(page.sum($0.index).letters) } ?? 0
        let offers = page.cuts.filter { cut in
            page.signs[cut.index].contains(.offering) && cut.letters > max(found, 500)
                && untouched.sum(cut.index).links >= 8
        }
        guard !offers.isEmpty else { return nil }
        let region = untouched.region()
        return offers.first { $0.index > region && $0.index < page.tree.end(region) }?.index
    }

    private func described(_ candidate: Page.Candidate) -> Report.Candidate {
        let units = page.units(in: candidate.index)
        return Report.Candidate(
            path: page.path(candidate.index), words: units.reduce(0) { $0 + $1.letters } / 5,
            score: candidate.score)
    }

    /// Is the page a list, a shop, a thread: many parts, none of which is the page?
    private func isManyParts(_ candidate: Page.Candidate, in untouched: Page) -> Bool {
        let (best, score) = (candidate.index, candidate.score)
        let whole = untouched.sums[untouched.tree.nodes.count]
        // Most of what can be seen: no need to look at it without its furniture.
        if !metadata.isThread, score >= 150, page.sum(best).letters >= 500,
            untouched.sum(best).good >= whole.good * (metadata.isArticle ? 0.6 : 0.75)
        {
            return false
        }
        var gentle = untouched
        if !metadata.isThread {
            gentle.cutComments()
            gentle.measure()
        }
        gentle.cutFurniture(of: .parts)
        gentle.measure()
        let all = Int(gentle.sum(gentle.region()).letters)
        let found = Int(page.sum(best).letters)
        if metadata.isThread { return found * 100 < all * 45 }
        let region = gentle.sum(gentle.region())
        // The best of nothing much.
        if score < 150, found * 3 < all { return true }
        let prose = gentle.sum(best).good
        // Set in so many boxes that the best of them is a scrap.
        if metadata.isArticle { return prose < region.good * 0.15 }
        if found >= 500, prose >= region.good * 0.6 { return false }
        if found * 100 < all * (found < 500 ? 45 : 20) { return true }
        // A page of many boxes, all of them prose.
        return found * 100 < all * 60 && region.weight > region.good * 0.6
    }

    private mutating func readArticle(
        _ index: Int, of untouched: Page, _ report: inout Report
    ) {
        let inside = page.sum(index)
        let all = max(1, page.sums[page.tree.nodes.count].good)
        report.add(
            "chosen",
            "\(page.path(index)): \(inside.letters / 5) words, \(Int(inside.good * 100 / all)) % of the page's prose, "
                + "\(inside.linked * 100 / max(1, inside.letters)) % of them links")
        let builder = builderWithNotes(in: index..<page.tree.end(index))
        finish(builder, of: untouched, isList: false)
        reportCuts(&report)
        if !related.isEmpty { report.add("related", "\(related.count) articles") }
    }

    private func reportCuts(_ report: inout Report) {
        for cut in page.cuts.lazy.filter({ $0.letters >= 40 }).prefix(100) {
            let name = cut.reason == .name ? page.signs[cut.index].words : ""
            report.add(
                "cut",
                "\(page.path(cut.index)): \(cut.reason.reason)\(name), \(cut.letters) letters")
        }
        for (text, rule) in dropped {
            report.add(
                "cut", "“\(text.gated.split(separator: "\n").joined(separator: " "))”: \(rule)")
        }
    }

    /// Nothing that reads like an article, or too little: everything between the page's head and foot, or what
    /// linked data has.
    private mutating func readOtherwise(
        _ untouched: Page, _ letters: Int, _ kind: PageKind, _ report: inout Report
    ) {
        if kind == .article || kind == .thread, let body = metadata.linked.body,
            body.utf8.count > max(250, letters * 2)
        {
            report.add("chosen", "the text in the page's linked data")
            return readLinkedBody(body)
        }
        let before = (blocks, links, related, notes)
        page = untouched
        page.cuts = []
        if !metadata.isThread {
            page.cutComments()
            page.measure()
        }
        page.cutFurniture(of: kind == .article ? .parts : kind)
        page.measure()
        if kind == .product {
            page.cutOffers(apartFrom: ownAddresses, resolver: resolver)
            page.measure()
        }
        let shelf = kind == .product ? [] : shelved()
        let region = page.region()
        let builder = builderWithNotes(
            in: region..<page.tree.end(region),
            cards: kind == .product ? [] : page.cards(in: region), labelsStandApart: true)
        // A guide says what shops say of a thing.
        finish(builder, of: untouched, isList: true, kind: shelf.isEmpty ? kind : .product)
        if kind == .product {
            addProductText()
            dropBareProduct()
        }
        if !shelf.isEmpty { related = shelf }
        let now = blocks.reduce(0) { $0 + $1.text.utf8.count }
        if now < letters * 2, letters > 0 {
            (blocks, links, related, notes) = before
            return
        }
        report.isUncertain = kind == .article
        report.add("chosen", "\(page.path(region)), a page of many parts")
        reportCuts(&report)
        // What a shop shows without its scripts is often its foot alone.
        if blocks.isEmpty, kind != .product { readAll(&report) }
    }

    /// Where the page says it is.
    var ownAddresses: Set<String> {
        let stated = [metadata.canonical, metadata.meta("og:url")].compactMap { $0 }
        let known = stated.compactMap { resolver.resolve($0) } + [resolver.base].compactMap { $0 }
        return Set(known.map { Page.path($0.page.string) })
    }

    mutating func readLinkedBody(_ body: String) {
        if body.contains("<p") || body.contains("<br") {
            let fragment = readFragment(body, base: resolver.base)
            blocks = fragment.blocks
            links = fragment.links
            return
        }
        blocks = body.split(whereSeparator: \.isNewline).compactMap { line in
            let text = Wording.unescaped(String(line))
            return text.isEmpty ? nil : Block(.paragraph(RichText(text)))
        }
    }

    /// Everything that can be seen.
    private mutating func readAll(_ report: inout Report) {
        report.isWholePage = true
        report.isUncertain = true
        report.add("chosen", "the whole page")
        var builder = BlockBuilder(tree: page.tree, resolver: resolver)
        builder.keepsCut = true
        builder.read(page.tree.indices)
        notes = []
        blocks = builder.blocks
        links = builder.links
    }

    /// Reads a part of the page; its footnotes are at the foot of the article.
    private mutating func builderWithNotes(
        in range: Range<Int>, cards: Set<Int> = [], labelsStandApart: Bool = false
    ) -> BlockBuilder {
        let footnotes = Footnotes(
            of: page.tree, signs: page.signs, in: range, page: resolver.base)
        for note in footnotes.notes { page.cut(note.body, .note) }
        var builder = BlockBuilder(tree: page.tree, resolver: resolver)
        builder.cards = cards
        builder.labelsStandApart = labelsStandApart
        if labelsStandApart { builder.promoted = page.roleHeaders(in: range) }
        builder.expect(footnotes)
        builder.read(range)
        notes = builder.read(footnotes)
        return builder
    }

    mutating func finish(
        _ builder: BlockBuilder, of untouched: Page, isList: Bool, kind: PageKind = .article
    ) {
        var builder = builder
        let header = builder.takeNotesHeader()
        var finisher = Finisher(
            blocks: builder.blocks, links: builder.links, title: particulars.title,
            titles: titles, byline: particulars.byline, site: particulars.site)
        finisher.isList = isList
        finisher.isProduct = kind == .product
        finisher.isThread = kind == .thread
        finisher.isLinks = kind == .list
        finisher.base = resolver.base
        finisher.run()
        blocks = finisher.blocks
        dropped = finisher.cuts
        if isList {
            related = []
        } else {
            let finder = RelatedFinder(
                page: untouched, resolver: resolver, titles: titles,
                linked: metadata.linked.related)
            related = finder.find(
                inText: finisher.related.map {
                    (
                        builder.linkNodes[$0.link.index], $0.title,
                        builder.links[$0.link.index].address
                    )
                })
            dropRecommendations()
        }
        // The notes are all that comes behind it.
        if var header, let text = header.content.richText {
            header.content = .heading(level: blocks.compactMap(\.headingLevel).min() ?? 2, text)
            blocks.append(header)
        }
        links = builder.links
        keepUsedLinks()
    }

    /// Titles of related articles behind the text: cards that do not look like links.
    private mutating func dropRecommendations() {
        guard !related.isEmpty else { return }
        let titles = Set(related.map(\.title))
        guard
            var start = blocks.indices.suffix(24).first(where: { titles.contains(blocks[$0].text) })
        else { return }
        let cards = blocks[start...].count { titles.contains($0.text) }
        guard cards >= 2, blocks[start...].allSatisfy({ $0.text.isShorter(than: 300) }) else {
            return
        }
        // Their header, and the section that the first is in.
        while start > 0, blocks[start - 1].text.isShorter(than: 60) { start -= 1 }
        let rest = blocks[start...].reduce(0) { $0 + $1.text.utf8.count }
        let all = blocks.reduce(0) { $0 + $1.text.utf8.count }
        guard start > 0, rest * 3 < all else { return }
        dropped += blocks[start...].prefix(20).map { ($0.text, "a recommendation") }
        blocks.removeSubrange(start...)
    }

    /// Links of what was dropped go too.
    private mutating func keepUsedLinks() {
        var used: [Int: LinkID] = [:]
        var kept: [Link] = []
        func moved(_ link: LinkID) -> LinkID {
            if let known = used[link.index] { return known }
            let next = LinkID(kept.count)
            kept.append(links[link.index])
            used[link.index] = next
            return next
        }
        func moved(_ text: RichText) -> RichText {
            var text = text
            for index in text.spans.indices {
                text.spans[index].link = text.spans[index].link.map(moved)
            }
            return text
        }
        for index in blocks.indices {
            switch blocks[index].content {
            case .paragraph(let text): blocks[index].content = .paragraph(moved(text))
            case .heading(let level, let text):
                blocks[index].content = .heading(level: level, moved(text))
            case .figure(var figure):
                figure.link = figure.link.map(moved)
                figure.caption = figure.caption.map(moved)
                blocks[index].content = .figure(figure)
            case .table(var table):
                table.caption = table.caption.map(moved)
                table.header = table.header.map(moved)
                table.rows = table.rows.map { $0.map(moved) }
                blocks[index].content = .table(table)
            case .code(let text, let language):
                blocks[index].content = .code(moved(text), language: language)
            case .rule: break
            }
        }
        for index in notes.indices { notes[index].text = moved(notes[index].text) }
        links = kept
    }
}
