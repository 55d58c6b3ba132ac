import LecternCore

/// Judges an article's blocks one by one: what repeats its title, what is a label of the page, what recommends.
struct Finisher {
    var blocks: [Block]
    let links: [Link]
    let title: String?
    let titles: [String]
    let byline: String?
    let site: String?
    /// The page is a list or a thread: links are what it is made of.
    var isList = false
    /// The page is entries that lead elsewhere.
    var isLinks = false
    /// The page is posts that answer each other.
    var isThread = false
    /// The page sells one thing: what it says of posting, paying and other things on sale goes.
    var isProduct = false
    /// Recommendations taken out of the text, by link.
    var related: [(link: LinkID, title: String)] = []

    /// Where the page is, if that is known.
    var base: Address?
    var kept: [Bool]
    /// What went, as far as the report tells it: the beginning of its text, and the rule.
    private(set) var cuts: [(text: String, rule: String)] = []
    private var rule = ""

    init(
        blocks: [Block], links: [Link], title: String?, titles: [String], byline: String?,
        site: String?
    ) {
        self.blocks = blocks
        self.links = links
        self.title = title
        self.titles = titles
        self.byline = byline
        self.site = site
        kept = Array(repeating: true, count: blocks.count)
    }

    mutating func run() {
        rule = "the title, or above it"
        dropTitle()
        rule = "a caption"
        joinCaptions()
        if !isList {
            rule = "byline, date or summary above the text"
            dropLead()
            rule = "the same button again"
            dropButtons()
        }
        rule = "behind the end"
        // Before the labels, for some of them say what follows.
        if !isThread, !isProduct, !isLinks { dropEnding() }
        rule = "a label of the page, or a recommendation"
        dropLabels()
        rule = "the site's foot"
        if !isThread { dropFoot() }
        if isThread {
            rule = "quoted from a post above"
            dropQuotedPosts()
        } else if isList {
            dropFiller()
        }
        if isProduct {
            rule = "what the shop says on every page"
            dropShopSections()
            dropFields()
            dropBareHeaders()
        }
        if isList, !isThread {
            dropShopLabels()
            if isLinks { dropTags() }
            dropRepeats()
            if isProduct { dropRepeatedParts() }
            dropButtons()
            if isProduct { dropShopTail() }
        }
        if !isList {
            rule = "links and headers behind the end"
            dropTail()
            rule = "a header over nothing"
            dropEmptySections()
        }
        // Fragments of what goes are passed on, so that links to them still lead somewhere.
        var next: [Block] = []
        var waiting: [String] = []
        for (index, block) in blocks.enumerated() {
            if kept[index] {
                var block = block
                block.fragments = waiting + block.fragments
                waiting = []
                next.append(block)
            } else {
                waiting += block.fragments
            }
        }
        // A line under which nothing stands any more.
        while case .rule? = next.last?.content { waiting += next.removeLast().fragments }
        if !waiting.isEmpty, let last = next.indices.last { next[last].fragments += waiting }
        blocks = next
        repairLevels()
    }

    mutating func drop(_ index: Int) {
        guard kept[index] else { return }
        kept[index] = false
        let text = blocks[index].text
        if cuts.count < 60, !text.isEmpty {
            cuts.append((text.isShorter(than: 61) ? text : text.prefix(60) + "…", rule))
        }
    }

    // MARK: Looking at blocks

    func rich(_ index: Int) -> RichText? {
        switch blocks[index].content {
        case .paragraph(let text), .heading(_, let text): text
        default: nil
        }
    }

    /// Share of the text that is links, 0...1.
    func linkShare(_ text: RichText) -> Double {
        let all = text.text.utf8.count
        guard all > 0 else { return 0 }
        let linked = text.spans.reduce(0) { $0 + ($1.link == nil ? 0 : $1.range.count) }
        return Double(linked) / Double(all)
    }

    func isProse(_ index: Int) -> Bool {
        guard case .paragraph(let text) = blocks[index].content else {
            if case .code = blocks[index].content { return true }
            if case .table = blocks[index].content { return true }
            return false
        }
        let length = text.text.columns
        if length < 60 { return false }
        return linkShare(text) < 0.5
    }

    private func isTitle(_ text: String) -> Bool {
        titles.contains {
            $0.utf8.count <= text.utf8.count * 2 && text.utf8.count <= $0.utf8.count * 2
                && Wording.same($0, text)
        }
    }

    // MARK: Rules

    /// The title, and short lines above it, are not part of the text.
    private mutating func dropTitle() {
        var prose = 0
        for index in blocks.indices.prefix(60) {
            guard let text = rich(index)?.text else { continue }
            if isTitle(text), blocks[index].headingLevel != nil || prose == 0 {
                drop(index)
                if prose == 0 {
                    for before in 0..<index where !isProse(before) {
                        if case .figure = blocks[before].content { continue }
                        drop(before)
                    }
                }
            }
            if isProse(index) { prose += 1 }
            if prose > 3 { return }
        }
    }

    /// Bylines, dates and reading times above the text.
    private mutating func dropLead() {
        var seen = 0
        for index in blocks.indices {
            guard kept[index] else { continue }
            // What was published before and after it.
            if seen == 0, isOffer(index), !opensProse(index) { drop(index) }
            guard case .paragraph(let text) = blocks[index].content else { continue }
            if isProse(index) {
                seen += 1
                if seen > 2 { return }
                continue
            }
            if isMetadataLine(text.text) { drop(index) }
        }
    }

    /// Does prose follow, after a line or two on who wrote it and when?
    private func opensProse(_ header: Int) -> Bool {
        for index in blocks.indices.dropFirst(header + 1).prefix(3) where kept[index] {
            if isProse(index) { return true }
            if blocks[index].headingLevel != nil { return false }
        }
        return false
    }

    /// Do items of a list follow?
    private func opensList(_ header: Int) -> Bool {
        guard header + 1 < blocks.count, kept[header + 1] else { return false }
        for case .item in blocks[header + 1].containers { return true }
        return false
    }

    private func isMetadataLine(_ text: String) -> Bool {
        guard text.isShorter(than: 141) else { return false }
        if let byline {
            let names = byline.split(separator: ", ").map { Wording.words(String($0)) }
            let words = Wording.words(text)
            if words.count <= 12, !words.isEmpty,
                names.contains(where: {
                    !$0.isEmpty && words.joined(separator: " ").contains($0.joined(separator: " "))
                })
            {
                return true
            }
        }
        let words = Wording.words(text)
        if let date = findDate(text), date.strangers <= 3 { return true }
        if words.first == "by", words.count <= 8 { return true }
        return false
    }

    /// In a list, a title that leads on is an entry, whatever its picture says.
    private func isTeaser(_ text: RichText) -> Bool { isList && linkShare(text) > 0.5 }

    /// A short line right behind a picture that says who made it, or what the picture says of itself, is the words
    /// under it.
    private mutating func joinCaptions() {
        for index in blocks.indices.dropFirst() where kept[index - 1] {
            guard case .figure(var figure) = blocks[index - 1].content, figure.caption == nil,
                case .paragraph(let text) = blocks[index].content, text.text.isShorter(than: 200),
                blocks[index].containers == blocks[index - 1].containers,
                Phrases.creditsPicture(text.text)
                    || !isTeaser(text) && Wording.same(figure.alt ?? "", text.text)
            else { continue }
            figure.caption = text
            blocks[index - 1].content = .figure(figure)
            drop(index)
        }
    }

    /// A link that says the same in three places and leads elsewhere in each is a button: "Check the price".
    mutating func dropButtons() {
        var places: [String: [Int]] = [:]
        for index in blocks.indices where kept[index] {
            guard case .paragraph(let text) = blocks[index].content, text.text.isShorter(than: 51),
                isList || blocks[index].containers.isEmpty, linkShare(text) > 0.9,
                !isList || !text.text.utf8.contains(where: { (0x30...0x39).contains($0) })
            else { continue }
            places[text.text, default: []].append(index)
        }
        for indices in places.values where indices.count >= 3 {
            let leads = Set(indices.compactMap { rich($0)?.spans.first?.link })
            guard leads.count >= 3, let text = rich(indices[0])?.text,
                Wording.words(text).count >= 2
            else { continue }
            for index in indices { drop(index) }
        }
    }

    private mutating func dropLabels() {
        for index in blocks.indices where kept[index] {
            switch blocks[index].content {
            case .paragraph(let text):
                // "No." and "Thanks" are what posts are made of.
                if Phrases.isLabel(text.text), !isThread || Wording.words(text.text).count >= 3 {
                    drop(index)
                } else if text.text.utf8.count < 1_200,
                    let rest = Phrases.behindReadAlso(text.text)
                {
                    readAlso(index, text, rest)
                } else if text.text.isShorter(than: 200), Phrases.beginsWithLabel(text.text),
                    !namesSources(text)
                {
                    drop(index)
                } else if isLoneLink(index, text) {
                    recommend(text)
                    drop(index)
                }
            case .heading(_, let text):
                dropHeader(index, text)
            default: break
            }
        }
    }

    /// A header that is a label of the page, or offers another.
    private mutating func dropHeader(_ index: Int, _ text: RichText) {
        if Phrases.isWidgetTitle(text.text) {
            // "YouTube", and what to do there: a section like any other.
            if Phrases.isNetwork(text.text), opensProse(index) { return }
            if Phrases.opensReferences(text.text), opensList(index) { return }
            drop(index)
            if !isList, Phrases.isRelatedTitle(text.text) {
                recommendLines(behind: index) { $0.isOffer($1) }
            }
        } else if !isList, isOffer(index), let rest = Phrases.behindReadAlso(text.text),
            !rest.isEmpty
        {
            recommend(text)
            drop(index)
        }
    }

    /// Who made the pictures, each with a link to it: a list of sources, which belongs to the text.
    private func namesSources(_ text: RichText) -> Bool {
        Phrases.creditsPicture(text.text) && Set(text.spans.compactMap(\.link)).count >= 3
    }

    /// A paragraph that is one link, between paragraphs of prose: a recommendation without a word of introduction.
    private func isLoneLink(_ index: Int, _ text: RichText) -> Bool {
        guard !isList, blocks[index].containers.isEmpty, linkShare(text) > 0.9,
            text.text.isShorter(than: 200), Wording.words(text.text).count >= 4,
            Set(text.spans.compactMap(\.link)).count == 1,
            let link = text.spans.first?.link, isOfSite(links[link.index].address)
        else { return false }
        let before = index > 0 && isProse(index - 1)
        let after = index + 1 < blocks.count && isProse(index + 1)
        return before && after
    }

    /// On another site it is what a passage is about rather than what else there is to read.
    private func isOfSite(_ address: Address) -> Bool {
        base.map { RelatedFinder.site($0) == RelatedFinder.site(address) } ?? true
    }

    /// A "read also" line: with a link or a title it is a recommendation, alone it is a label.
    private mutating func readAlso(_ index: Int, _ text: RichText, _ rest: String) {
        if rest.isEmpty {
            drop(index)
            recommendLines(behind: index) { $0.blocks[$1].headingLevel == nil }
        } else if linkShare(text) > 0.4, text.text.isShorter(than: 300) {
            recommend(text)
            drop(index)
        }
    }

    /// The lines that follow are nothing but links.
    private mutating func recommendLines(behind index: Int, where fits: (Finisher, Int) -> Bool) {
        for next in blocks.indices.dropFirst(index + 1) {
            guard kept[next], fits(self, next), let line = rich(next), linkShare(line) > 0.8,
                !line.text.isShorter(than: 12)
            else { return }
            recommend(line)
            drop(next)
        }
    }

    private mutating func recommend(_ text: RichText) {
        for span in text.spans {
            guard let link = span.link else { continue }
            let title = Wording.tidy(String(text.text.utf8Slice(span.range)))
            if related.count < 100, title.count >= 8,
                !related.contains(where: { $0.link == link })
            {
                related.append((link, title))
            }
        }
    }

    /// Behind the last prose: links, labels, credits.
    private mutating func dropTail() {
        let ending = blocks.indices.last { index in
            guard kept[index] else { return false }
            if isProse(index) { return true }
            guard case .paragraph(let text) = blocks[index].content else { return false }
            return linkShare(text) < 0.3
                && (text.text.count > 30 || !blocks[index].containers.isEmpty)
        }
        guard let last = ending else { return }
        for index in blocks.indices where index > last && kept[index] {
            guard let text = rich(index) else { continue }
            if linkShare(text) > 0.5, !namesSources(text) { drop(index) }
            if blocks[index].headingLevel != nil { drop(index) }
        }
    }

    /// Headers with nothing under them.
    private mutating func dropEmptySections() {
        var below = 7
        for index in blocks.indices.reversed() where kept[index] {
            if let level = blocks[index].headingLevel {
                if below == 7 { drop(index) } else { below = level }
            } else if case .rule = blocks[index].content {
                continue
            } else {
                below = 0
            }
        }
    }

    /// No level is skipped on the way down, so that the contents indent by one at a time.
    private mutating func repairLevels() {
        var stack: [(from: Int, to: Int)] = []
        let smallest = blocks.compactMap(\.headingLevel).min() ?? 2
        let base = smallest <= 1 ? 1 : 2
        for index in blocks.indices {
            guard case .heading(let level, let text) = blocks[index].content else { continue }
            while let top = stack.last, top.from >= level { stack.removeLast() }
            let to = min(6, (stack.last?.to ?? base - 1) + 1)
            stack.append((level, to))
            if to != level { blocks[index].content = .heading(level: to, text) }
        }
    }
}
