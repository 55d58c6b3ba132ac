import LecternCore

/// Mends what scraping a page to text has done to it, by what the text itself proves.
///
/// On text that nobody scraped it changes nothing.
struct ScrapedRepair {
    private(set) var blocks: [Block]
    private(set) var related: [RelatedLink] = []
    private(set) var site: String?
    private(set) var credits = Credits.none
    /// Scars that were found, by what they are, for the report and for judging doubtful ones.
    private(set) var scars = 0
    private let base: Address?

    init(_ blocks: [Block], base: Address?) {
        self.blocks = blocks
        self.base = base
        takeSite()
        clearDebris()
        takeRelated()
        takeCredits()
        cutJunctions()
    }

    private func paragraph(_ index: Int) -> String? {
        guard blocks.indices.contains(index), case .paragraph(let text) = blocks[index].content
        else {
            return nil
        }
        return text.text
    }

    // MARK: The site

    /// A host name alone as the last line.
    private mutating func takeSite() {
        guard blocks.count >= 3, let last = paragraph(blocks.count - 1), last.utf8.count <= 80
        else {
            return
        }
        var words = last[...]
        for front in [
            "Source:", "Source :", "©", "Quelle:", "Fuente:", "Fonte:", "Bron:", "Källa:",
        ]
        where words.hasPrefix(front) {
            words = words.dropFirst(front.count).drop { $0 == " " }
        }
        guard DebrisFinder.isHost(Array(words.utf8)) else { return }
        let host = words.lowercased()
        site = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        blocks.removeLast()
    }

    // MARK: Pictures

    /// Cuts debris out of paragraphs; a picture whose address can be rebuilt becomes a figure.
    private mutating func clearDebris() {
        var kept: [Block] = []
        kept.reserveCapacity(blocks.count)
        var index = 0
        while index < blocks.count {
            let block = blocks[index]
            index += 1
            guard case .paragraph(let rich) = block.content else {
                kept.append(block)
                continue
            }
            var text = rich.text
            // The two halves of ![alt](address) on two lines.
            if text.hasPrefix("!["), !text.contains("]("), let next = paragraph(index),
                next.hasPrefix("](")
            {
                text += next
                index += 1
            }
            let finder = DebrisFinder(text, base: base)
            guard !finder.found.isEmpty else {
                kept.append(block)
                continue
            }
            scars += 1
            let words = finder.text
            // A related title keeps its line as it is: the picture belongs to it, and proves it.
            if !words.isEmpty, let last = kept.last, let cue = ReadAlsoCue(last.text),
                cue.rest.isEmpty
            {
                kept.append(block)
                continue
            }
            if ReadAlsoCue(text) != nil, !words.isEmpty {
                kept.append(block)
                continue
            }
            let figures = finder.found.compactMap { debris -> Block? in
                guard debris.address != nil || debris.alt != nil else { return nil }
                return Block(
                    .figure(Figure(address: debris.address, alt: debris.alt)), in: block.containers)
            }
            let leads = finder.found.first.map { $0.range.lowerBound == 0 } ?? false
            if leads { kept += figures }
            if !words.isEmpty {
                kept.append(Block(.paragraph(RichText(words)), in: block.containers))
            }
            if !leads { kept += figures }
        }
        blocks = kept
    }

    // MARK: Read also

    private mutating func takeRelated() {
        var kept: [Block] = []
        kept.reserveCapacity(blocks.count)
        var index = 0
        while index < blocks.count {
            guard let text = lineText(index), text.utf8.count <= 1200, let cue = ReadAlsoCue(text)
            else {
                kept.append(blocks[index])
                index += 1
                continue
            }
            if cue.rest.isEmpty {
                let taken = takeTitles(after: index)
                if taken > 0 || paragraph(index) != nil && !cue.isWeak {
                    scars += 1
                    index += 1 + taken
                } else {
                    kept.append(blocks[index])
                    index += 1
                }
            } else if let title = title(of: cue) {
                scars += 1
                index += 1
                index += add(title, next: index)
            } else {
                kept.append(blocks[index])
                index += 1
            }
        }
        blocks = kept
    }

    /// A paragraph's or a heading's words.
    private func lineText(_ index: Int) -> String? {
        guard blocks.indices.contains(index) else { return nil }
        switch blocks[index].content {
        case .paragraph(let text), .heading(_, let text): return text.text
        default: return nil
        }
    }

    /// The title that stands on the cue's own line, if the line is no sentence.
    private func title(of cue: ReadAlsoCue) -> RelatedTitle? {
        let title = RelatedTitle(cue.rest, base: base)
        guard title.title.count >= 3 || title.address != nil else { return nil }
        if title.hasEvidence { return title.title.count <= 400 ? title : nil }
        guard cue.rest.count <= 200, !cue.rest.contains("\n") else { return nil }
        let last = cue.rest.last
        guard last != ".", last != "。", last != ",", last != ";", last != ":" else { return nil }
        if cue.isParted { return startsUpper(cue.rest) || !cue.isWeak ? title : nil }
        if cue.isWeak { return cue.isGlued ? title : nil }
        return cue.isGlued || startsUpper(cue.rest) ? title : nil
    }

    /// Upper case, a digit, a quote, or a script without case.
    private func startsUpper(_ text: String) -> Bool {
        guard let first = text.first(where: { $0.isLetter || $0.isNumber }) else { return false }
        return !first.isLowercase
    }

    /// Takes the titles on the lines behind a cue that stands alone; returns how many blocks that were.
    private mutating func takeTitles(after cue: Int) -> Int {
        var index = cue + 1
        var titles = 0
        while let text = paragraph(index), titles < 20 {
            let title = RelatedTitle(text, base: base)
            let isItem = blocks[index].containers.contains { $0.isItem }
            guard titles == 0 || title.hasEvidence || isItem else { break }
            guard isTitle(text, title) else { break }
            titles += 1
            index += 1
            index += add(title, next: index)
        }
        return index - cue - 1
    }

    private func isTitle(_ text: String, _ title: RelatedTitle) -> Bool {
        guard title.title.count >= 3 || title.address != nil else { return false }
        if title.hasEvidence { return title.title.count <= 400 }
        guard text.count <= 180, !text.contains("\n"), let last = text.last else { return false }
        return !".。।,;:".contains(last) || text.hasSuffix("...")
    }

    /// Keeps a related article; returns 1 when the next block was its address, else 0.
    private mutating func add(_ found: RelatedTitle, next: Int) -> Int {
        var found = found
        var taken = 0
        if found.address == nil, let text = paragraph(next), text.utf8.count <= 2000,
            !text.contains(" "), text.hasPrefix("http"), let address = Address(text), address.isWeb
        {
            found.address = address
            taken = 1
        }
        let title = found.title.isEmpty ? found.address?.string ?? "" : found.title
        let isKnown = related.contains {
            $0.title == title || $0.address != nil && $0.address == found.address
        }
        if !isKnown, !title.isEmpty, related.count < 200 {
            related.append(RelatedLink(title: title, address: found.address))
        }
        return taken
    }

    // MARK: Bylines and dates

    /// Looks at the lines above the first long paragraph and at the last two.
    private mutating func takeCredits() {
        var index = 0
        while index < min(6, blocks.count) {
            if case .figure = blocks[index].content {
                index += 1
                continue
            }
            guard let text = paragraph(index), text.utf8.count <= 200 else { break }
            if take(Credits(text)) {
                blocks.remove(at: index)
            } else {
                index += 1
            }
        }
        for _ in 0..<2 {
            guard blocks.count > 2, let text = paragraph(blocks.count - 1),
                take(Credits(text))
            else { break }
            blocks.removeLast()
        }
    }

    private mutating func take(_ found: Credits?) -> Bool {
        guard let found else { return false }
        if found.byline != nil, credits.byline != nil { return false }
        credits.byline = credits.byline ?? found.byline
        credits.published = credits.published ?? found.published
        credits.updated = credits.updated ?? found.updated
        return true
    }

    // MARK: Glued section heads

    private mutating func cutJunctions() {
        var candidates: [(block: Int, junctions: [Junction])] = []
        for index in blocks.indices where blocks[index].containers.isEmpty {
            guard let text = paragraph(index), text.utf8.count >= 40 else { continue }
            let found = JunctionFinder.candidates(text)
            if !found.isEmpty { candidates.append((index, found)) }
        }
        guard !candidates.isEmpty else { return }
        var census = WordCensus(of: JunctionJudge.words(candidates.flatMap(\.junctions)))
        for block in blocks { census.read(block.text) }
        var judge = JunctionJudge(census: census)
        judge.hasNoteMarks = hasNoteMarks
        let judged = candidates.compactMap { block, junctions -> (Int, Junction, Int)? in
            var best: (junction: Junction, confidence: Int)?
            for junction in junctions {
                let confidence = judge.confidence(junction)
                if confidence > best?.confidence ?? 0 { best = (junction, confidence) }
            }
            return best.map { (block, $0.junction, $0.confidence) }
        }
        let certain = judged.count { $0.2 == 2 }
        guard certain > 0 || scars > 0 else { return }
        var cuts: [Int: Junction] = [:]
        for (block, junction, _) in judged { cuts[block] = junction }
        var made: [Block] = []
        for index in blocks.indices {
            guard let cut = cuts[index], let text = paragraph(index) else {
                made.append(blocks[index])
                continue
            }
            let head = RichText(cut.head).trimmed
            let body = RichText(String(text.utf8Slice(cut.offset..<text.utf8.count))).trimmed
            made.append(Block(.heading(level: 2, head)))
            made.append(Block(.paragraph(body)))
        }
        scars += cuts.count
        blocks = made
    }

    /// Words with a digit glued behind them, inside the text: marks of footnotes.
    private var hasNoteMarks: Bool {
        var marks = 0
        for block in blocks.prefix(400) {
            var before: UInt8 = 0
            var letters = 0
            for byte in block.text.utf8.dropFirst(80) {
                let isLower = (0x61...0x7A).contains(byte)
                if (0x30...0x39).contains(byte), letters >= 4, before != 0 { marks += 1 }
                letters = isLower ? letters + 1 : 0
                before = byte
            }
        }
        return marks >= 2
    }
}

extension Credits {
    /// Nothing known.
    static let none = Credits()

    private init() {}
}

extension Container {
    var isItem: Bool { if case .item = self { true } else { false } }
}
