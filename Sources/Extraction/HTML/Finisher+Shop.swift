import LecternCore

/// What shops and lists say on every page, or twice on one.
extension Finisher {
    /// Sections of a shop that are about the shop, from their headers to the next of their level.
    mutating func dropShopSections() {
        let all = letters(in: blocks.indices)
        var index = 0
        while index < blocks.count {
            defer { index += 1 }
            guard kept[index], case .heading(let level, let text) = blocks[index].content,
                Phrases.isShopTitle(text.text)
            else { continue }
            let rest = (index + 1)..<blocks.endIndex
            let behind = rest.first { blocks[$0].headingLevel.map { $0 <= level } ?? false }
            var section = index..<(behind ?? blocks.endIndex)
            // Headers of shops are of any level: what is most of the page is not about posting.
            if letters(in: section) * 8 > all, !Phrases.isReviewTitle(text.text) {
                let next = rest.first { blocks[$0].headingLevel != nil }
                section = index..<(next ?? blocks.endIndex)
            }
            for place in section { drop(place) }
        }
    }

    private func letters(in range: Range<Int>) -> Int {
        range.reduce(0) { kept[$1] ? $0 + blocks[$1].text.utf8.count : $0 }
    }

    /// Names of fields in a row that are a program's, when it is one.
    private static let fieldRun = 3

    /// What a shop's program calls the parts of its data, and what stands in them: `cat_thumb_Bone:`. Among several
    /// such names others read better and are no less of the program's.
    mutating func dropFields() {
        var index = 0
        while index < blocks.count {
            guard kept[index], let name = rich(index)?.text, Phrases.isFieldName(name) else {
                index += 1
                continue
            }
            var first = index
            var end = index
            var names = 0
            // Forth over pairs of name and value, as far as names go.
            while let text = term(end) {
                if Phrases.isFieldName(text) { names += 1 }
                end = behindValue(end)
            }
            if names >= Self.fieldRun {
                while first >= 2, term(first - 2) != nil { first -= 2 }
            } else {
                end = behindValue(index)
            }
            for place in first..<min(end, blocks.count) { drop(place) }
            index = max(end, index + 1)
        }
    }

    /// Behind the value of a field: all of it where a list of definitions says so, else one block.
    private func behindValue(_ name: Int) -> Int {
        let rest = blocks.indices.dropFirst(name + 1)
        let first = rest.first { !blocks[$0].containers.contains(.definition) } ?? blocks.endIndex
        return max(min(first, blocks.endIndex), name + 2)
    }

    /// A line that names the next one: short, ending in a colon.
    private func term(_ index: Int) -> String? {
        guard index + 1 < blocks.count, kept[index], let text = rich(index)?.text,
            text.utf8.last == UInt8(ascii: ":"), text.utf8.count <= 80,
            blocks[index + 1].headingLevel == nil
        else { return nil }
        return text
    }

    mutating func dropShopLabels() {
        for index in blocks.indices where kept[index] {
            guard let text = rich(index) else { continue }
            if Phrases.isShopLabel(text.text) || isProduct && isCall(text) { drop(index) }
        }
    }

    /// Columns of a link that asks to go on, at most.
    private static let callColumns = 60

    /// A line that is a link and asks to follow it: "Shop all kettles", "See if you qualify".
    private func isCall(_ text: RichText) -> Bool {
        guard text.text.columns < Self.callColumns, linkShare(text) > 0.9,
            let first = Wording.words(text.text).first
        else { return false }
        return Self.calls.contains(first)
    }

    private static let calls = WordTable(
        """
        learn|see|view|shop|show|go|find|click|read|explore|discover|browse|visit|check|join|previous
        next|chat|call|contact|report|choose|compare|sign|add|download|buy|order|ask|write|back|skip
        mehr|alle|zum|zur|jetzt|entdecken|voir|découvrir|découvrez|ver|comprar|descubre|scopri
        """
    )

    /// Text that was to be replaced before anybody saw it.
    mutating func dropFiller() {
        for index in blocks.indices where kept[index] {
            guard let text = rich(index)?.text, text.utf8.count >= 26,
                text.utf8.prefix(12).elementsEqual("Lorem ipsum ".utf8)
            else { continue }
            drop(index)
        }
    }

    /// Headers whose sections went, or never had anything but pictures and buttons.
    mutating func dropBareHeaders() {
        var next: Int?
        var isBare = true
        for index in blocks.indices.reversed() where kept[index] {
            if let level = blocks[index].headingLevel {
                if isBare, next.map({ $0 <= level }) ?? true {
                    drop(index)
                } else {
                    next = level
                }
                isBare = true
            } else if case .rule = blocks[index].content {
                continue
            } else {
                isBare = false
            }
        }
    }

    /// Columns of a button or a label behind what a shop says, at most.
    private static let labelColumns = 40

    /// Short lines behind the last thing said of what is on sale: buttons, prices, where else to look in the shop.
    mutating func dropShopTail() {
        guard blocks.indices.contains(where: { kept[$0] && isProse($0) }) else { return }
        for index in blocks.indices.reversed() where kept[index] {
            switch blocks[index].content {
            case .table, .code: return
            case .figure, .rule: continue
            case .paragraph(let text), .heading(_, let text):
                // Entries of a list may be what it is made of.
                let isEntry = !blocks[index].containers.isEmpty && linkShare(text) < 0.5
                guard !isEntry, !isSentence(text.text), text.text.columns < Self.labelColumns
                else { return }
                drop(index)
            }
        }
    }

    /// Pages that a row of tags leads to, at least, and bytes of one's name on average, at most.
    private static let (tagCount, tagBytes) = (4, 24)

    /// Rows of tags under the entries of a list: lines that are short links to several pages and nothing else; a page
    /// that has little else is made of them.
    mutating func dropTags() {
        let rows = blocks.indices.filter { index in
            guard kept[index], case .paragraph(let text) = blocks[index].content,
                linkShare(text) > 0.8
            else { return false }
            let leads = Set(
                text.spans.compactMap { $0.link.map { links[$0.index].address.page.string } })
            return leads.count >= Self.tagCount
                && text.text.utf8.count <= leads.count * Self.tagBytes
        }
        let bytes = rows.reduce(0) { $0 + blocks[$1].text.utf8.count }
        guard bytes * 2 < letters(in: blocks.indices) else { return }
        for index in rows { drop(index) }
    }

    /// Bytes of a line that tell it from others.
    private func opening(of text: RichText) -> String {
        String(decoding: text.text.utf8.prefix(160), as: UTF8.self)
    }

    /// Was this picture, or another that leads to the same page, there before?
    private func isShown(_ index: Int, among known: inout Set<String>) -> Bool {
        guard case .figure(let figure) = blocks[index].content, figure.caption == nil else {
            return false
        }
        let isSame = figure.address.map { !known.insert("▣ \($0.string)").inserted } ?? false
        let leadsThere = figure.link.map { !known.insert("→ \($0.index)").inserted } ?? false
        return isSame || leadsThere
    }

    /// Does the line end as a sentence does?
    private func isSentence(_ text: String) -> Bool {
        text.last.map { ".!?…".contains($0) } ?? false
    }

    /// Does it stand under a header or a question, which would be left with nothing?
    private func answers(_ index: Int) -> Bool {
        guard let before = blocks[..<index].indices.last(where: { kept[$0] }) else { return false }
        return blocks[before].headingLevel != nil || blocks[before].text.last == "?"
    }

    /// Blocks that stand together twice, at least, before the second time goes.
    private static let runLength = 4

    /// Whole parts of the page that are there again, for another size of screen or another colour.
    mutating func dropRepeatedParts() {
        let places = blocks.indices.filter { kept[$0] && !blocks[$0].text.isEmpty }
        let keys = places.map { opening(of: RichText(blocks[$0].text)) }
        var first: [String: Int] = [:]
        var place = 0
        while place < places.count {
            var length = 0
            if let before = first[keys[place]] {
                while place + length < places.count, before + length < place,
                    keys[before + length] == keys[place + length]
                {
                    length += 1
                }
            } else {
                first[keys[place]] = place
            }
            if length >= Self.runLength {
                for index in places[place..<(place + length)] { drop(index) }
            }
            place += length >= Self.runLength ? length : 1
        }
    }

    /// Pages say things once for each size of screen, and show cards again where they slide: titles that lead to the
    /// same page are read once, with what stands under them, and so is prose of shops and lists.
    mutating func dropRepeats() {
        var titles: Set<String> = []
        var lines: Set<String> = []
        var followsRepeat = false
        for index in blocks.indices where kept[index] {
            guard let text = rich(index) else {
                if isShown(index, among: &lines) { drop(index) } else { followsRepeat = false }
                continue
            }
            let isRepeat: Bool
            if let lead = text.spans.lazy.compactMap(\.link).first, text.text.utf8.count >= 20,
                linkShare(text) > 0.9
            {
                isRepeat = !titles.insert("\(lead.index) \(text.text)").inserted
                followsRepeat = isRepeat
                lines.insert(opening(of: text))
            } else {
                // A preview ends sooner than the text, and not where a sentence does.
                let isKnown = !lines.insert(opening(of: text)).inserted
                if !isKnown { followsRepeat = false }
                let isRepeatedProse =
                    (isLinks || isProduct) && isProse(index) && isSentence(text.text)
                    && !answers(index)
                isRepeat = isKnown && (followsRepeat || isRepeatedProse)
            }
            if isRepeat { drop(index) }
        }
    }
}
