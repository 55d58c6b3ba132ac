import LecternCore

/// Finds the blocks of a plain text: runs of lines first, then what each run is.
struct TextShape {
    let bytes: [UInt8]
    private(set) var lines: [TextLine]
    /// Columns that the text was wrapped to; nil when its lines are paragraphs.
    private(set) var pageWidth: Int?
    /// No blank line in all of the text: its lines are paragraphs, unless they are wrapped.
    private(set) var isSolid = false
    /// The usual indentation, in columns.
    private(set) var margin = 0
    let hyphens: HyphenEvidence
    private(set) var blocks: [Block] = []
    /// Blocks that were one short line between blank lines: the title may be among them.
    private(set) var loneLines: Set<Int> = []

    /// List items that are still open.
    private var items: [OpenItem] = []
    /// Code that may go on behind a blank line.
    private var code: OpenCode?

    private struct OpenCode {
        var text: [UInt8]
        var place: [Container]
        /// Indentation that its lines share, in columns.
        var margin: Int
        var isDeep: Bool
        /// Line behind its last.
        var end: Int
    }

    private struct OpenItem {
        /// Columns before the marker, and before the words behind it.
        var indent: Int
        var textIndent: Int
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var lines = textLines(bytes)
        clearPageFurniture(&lines, bytes)
        self.lines = lines
        hyphens = HyphenEvidence(bytes, lines)
        let runs = fencedRuns(lines, bytes)
        isSolid = runs.count == 1
        measure(runs)
        var index = 0
        while index < runs.count {
            let next = index + 1 < runs.count ? runs[index + 1] : nil
            read(runs[index], next: next)
            index += 1
        }
        closeCode()
    }

    /// The wrapping width and the margin: what most lines say.
    private mutating func measure(_ runs: [TextRun]) {
        var widths = [Int](repeating: 0, count: 141)
        var indents = [Int](repeating: 0, count: 41)
        var inner = 0
        var long = 0
        for run in runs where !run.isFenced {
            for index in run.lines { indents[min(40, lines[index].indent)] += 1 }
            guard run.lines.count > 1 else { continue }
            for index in run.lines.dropLast() {
                inner += 1
                if lines[index].columns > 130 { long += 1 }
                widths[min(140, lines[index].columns)] += 1
            }
        }
        margin = indents.indices.max { indents[$0] < indents[$1] } ?? 0
        guard inner > 0, long * 10 < inner else { return }
        var seen = 0
        for width in widths.indices.reversed() {
            seen += widths[width]
            // The top 2 % are outliers: a URL, a table.
            if seen * 50 > inner {
                // Wrapped lines are nearly all about as long; a poem's or an address's are not.
                let near = widths[(width * 7 / 10)...].reduce(0, +)
                pageWidth = (30...130).contains(width) && near * 2 > inner ? width : nil
                return
            }
        }
    }

    private func containers(_ run: TextRun, marker: Marker?? = nil) -> [Container] {
        var found = [Container](repeating: .quote, count: min(8, run.depth))
        for index in items.indices {
            let isLast = index == items.count - 1
            found.append(.item(isLast ? marker.flatMap { $0 } : nil))
        }
        return found
    }

    // MARK: One run

    private mutating func read(_ run: TextRun, next: TextRun?) {
        if run.isFenced {
            items = []
            let first = run.lines.lowerBound + 1
            let last = max(first, run.lines.upperBound - 1)
            let inner = first..<last
            let info = bytes.string(lines[run.lines.lowerBound].range).drop { "`~ ".contains($0) }
            let language = info.split(separator: " ").first.map(String.init)
            let margin = lines[inner].reduce(Int.max) { $1.isBlank ? $0 : min($0, $1.indent) }
            let text = String(decoding: verbatimBytes(inner, margin: margin), as: UTF8.self)
            append(.code(RichText(text), language: language), run)
            return
        }
        let first = lines[run.lines.lowerBound]
        if marker(first, opensRun: true) == nil {
            while let top = items.last, run.indent < top.textIndent { items.removeLast() }
        }
        var start = run.lines.lowerBound
        let end = run.lines.upperBound
        start = readHeadings(run, from: start)
        guard start < end else { return }
        let rest = start..<end
        if readVerbatim(rest, run) { return }
        if run.lines.count == 1, readLoneLine(run, next: next) { return }
        readProse(rest, run)
    }

    /// Rules and underlined headings at the start of a run; returns the line behind them.
    private mutating func readHeadings(_ run: TextRun, from start: Int) -> Int {
        var start = start
        let end = run.lines.upperBound
        while start < end {
            if start + 1 < end, let level = underlineLevel(of: lines[start], lines[start + 1]) {
                items = []
                append(.heading(level: level, RichText(joined(start..<start + 1))), run)
                start += 2
            } else if start + 2 < end, ruleMark(lines[start]) != nil,
                let level = underlineLevel(of: lines[start + 1], lines[start + 2])
            {
                items = []
                append(.heading(level: level, RichText(joined(start + 1..<start + 2))), run)
                start += 3
            } else if ruleMark(lines[start]) != nil, run.lines.count == 1 || end - start == 1 {
                items = []
                append(.rule, run)
                start += 1
            } else if start + 1 < end, stands(start, above: start + 1..<end) {
                items = []
                append(.heading(level: 2, RichText(joined(start..<start + 1))), run)
                start += 1
            } else if let (level, from) = hashHeading(lines[start]), level > 1 || blocks.isEmpty {
                items = []
                append(
                    .heading(level: level, RichText(joined(start..<start + 1, from: from))), run)
                start += 1
            } else {
                break
            }
        }
        return start
    }

    /// Does a line stand out to the left of all that follows it in its run, as a manual's headings do?
    private func stands(_ line: Int, above rest: Range<Int>) -> Bool {
        guard rest.count <= 40, lines[line].indent < margin, isCapitals(lines[line]) else {
            return false
        }
        return rest.allSatisfy { lines[$0].indent >= lines[line].indent + 3 }
    }

    /// Code and drawn tables; false when the run is neither.
    private mutating func readVerbatim(_ rest: Range<Int>, _ run: TextRun) -> Bool {
        let base = items.last?.textIndent ?? margin
        let deep = run.indent >= base + 4
        let afterColon =
            blocks.last.map { $0.text.hasSuffix(":") || $0.text.hasSuffix("：") } ?? false
        let verbatim: Bool
        if deep {
            verbatim =
                looksVerbatim(rest, bar: code?.isDeep == true ? 0.25 : 0.5)
                || code == nil && afterColon && !isProse(rest)
        } else {
            verbatim =
                rest.count >= 2 && looksVerbatim(rest, bar: 0.6)
                && (marker(lines[rest.lowerBound], opensRun: true) == nil || isContents(rest))
        }
        guard verbatim else { return false }
        let place = containers(run)
        // Field by field: a copy of the whole would be held while its text grows, and copied each time.
        if code?.place == place, code?.isDeep == deep, let margin = code?.margin,
            let end = code?.end
        {
            let more = verbatimBytes(rest, margin: margin)
            let breaks = min(3, rest.lowerBound - end) + 1
            code?.text.append(contentsOf: repeatElement(0x0A, count: breaks))
            code?.text.append(contentsOf: more)
            code?.end = rest.upperBound
            return true
        }
        closeCode()
        let margin = lines[rest].reduce(Int.max) { min($0, $1.indent) }
        code = OpenCode(
            text: verbatimBytes(rest, margin: margin), place: place, margin: margin, isDeep: deep,
            end: rest.upperBound)
        return true
    }

    private mutating func closeCode() {
        guard let done = code else { return }
        code = nil
        let text = String(decoding: done.text, as: UTF8.self)
        blocks.append(Block(.code(RichText(text), language: nil), in: done.place))
    }

    /// Sentences rather than commands: lines that are words to nine tenths.
    private func isProse(_ run: Range<Int>) -> Bool {
        var letters = 0
        var all = 0
        for index in run {
            all += lines[index].range.count
            for byte in bytes[lines[index].range]
            where byte >= 0x80 || byte == 0x20 || byte == 0x2C
                || byte | 0x20 >= 0x61
                    && byte | 0x20 <= 0x7A
            {
                letters += 1
            }
        }
        let last = lines[run.upperBound - 1]
        return letters * 10 >= all * 9 && (bytes.endsSentence(last.range) || run.count > 2)
    }

    /// A run of one line: perhaps a heading; false when it is a paragraph or a list item.
    private mutating func readLoneLine(_ run: TextRun, next: TextRun?) -> Bool {
        let line = lines[run.lines.lowerBound]
        guard run.depth == 0 else { return false }
        var level: Int?
        if let numbered = numberedHeadingLevel(line), !continuesList(line, next: next) {
            level = numbered
        } else if isChapter(line) || isCapitals(line) {
            level = 2
        } else if run.indent < margin, let next, next.indent >= margin,
            isTitleLike(line, longest: 70)
        {
            level = 2
        }
        guard let level, next != nil || !blocks.isEmpty else { return false }
        items = []
        append(.heading(level: level, RichText(joined(run.lines))), run)
        return true
    }

    /// `1. Milk` between `1.` and `2.` is an item, not a heading.
    private func continuesList(_ line: TextLine, next: TextRun?) -> Bool {
        guard let own = number(line), own.parts.count == 1 else { return false }
        if let next, let other = number(lines[next.lines.lowerBound]), other.parts.count == 1,
            other.parts[0] == own.parts[0] + 1, next.indent == line.indent
        {
            return true
        }
        if case .item(.number(let before))? = blocks.last?.containers.last {
            return before == own.parts[0] - 1
        }
        return false
    }

    // MARK: Prose and lists

    /// What stands in front of a list item.
    struct ItemMark {
        var marker: Marker
        /// Where the words start, in bytes and in columns behind the line's indentation.
        var start: Int
        var columns: Int
    }

    /// The list marker of a line; nil when it has none.
    func marker(_ line: TextLine, opensRun: Bool) -> ItemMark? {
        guard line.range.count >= 3 else { return nil }
        let start = line.range.lowerBound
        let byte = bytes[start]
        var length = 0
        if byte == 0x2D || byte == 0x2A || byte == 0x2B {
            length = 1
        } else if byte == 0x6F, line.indent > 0, bytes.has("o  ", at: start) {
            length = 1
        } else if bytes.has("•", at: start) || bytes.has("‣", at: start)
            || bytes.has("◦", at: start) || bytes.has("▪", at: start) || bytes.has("●", at: start)
        {
            length = 3
        } else if bytes.has("·", at: start) {
            length = 2
        }
        if length > 0 {
            var at = start + length
            guard at < line.range.upperBound, bytes[at] == 0x20 || bytes[at] == 0x09 || length == 3
            else { return nil }
            while at < line.range.upperBound, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
            guard at < line.range.upperBound else { return nil }
            if byte == 0x2D || byte == 0x2A, bytes.has("[ ] ", at: at) || bytes.has("[x] ", at: at)
            {
                return ItemMark(
                    marker: .task(done: bytes[at + 1] == 0x78), start: at + 4,
                    columns: at + 4 - start)
            }
            return ItemMark(marker: .bullet, start: at, columns: at - start - length + 1)
        }
        guard let number = number(line), number.parts.count == 1, number.closed,
            opensRun || number.parts[0] < 200
        else { return nil }
        return ItemMark(
            marker: .number(number.parts[0]), start: number.start,
            columns: number.start - start)
    }

    private mutating func readProse(_ rest: Range<Int>, _ run: TextRun) {
        var start = rest.lowerBound
        var index = start
        var inList = false
        while index < rest.upperBound {
            let line = lines[index]
            let opens = index == rest.lowerBound
            let mayOpen =
                opens || inList || bytes.endsSentence(lines[index - 1].range)
                || endsWithComma(lines[index - 1]) || !isFull(index - 1, width: pageWidth ?? 72)
            if mayOpen, let mark = marker(line, opensRun: opens || inList) {
                flush(start..<index, run, inItem: inList)
                while let top = items.last, line.indent < top.textIndent { items.removeLast() }
                items.append(
                    OpenItem(indent: line.indent, textIndent: line.indent + mark.columns))
                if items.count > 12 { items.removeFirst() }
                inList = true
                var end = index + 1
                while end < rest.upperBound, marker(lines[end], opensRun: true) == nil {
                    end += 1
                }
                let text =
                    flow(of: index..<end) == .lines && end - index > 1
                        && lines[index + 1].indent <= line.indent
                    ? nil : joined(index..<end, from: mark.start)
                if let text {
                    append(.paragraph(RichText(text)), run, marker: mark.marker)
                    index = end
                } else {
                    append(
                        .paragraph(RichText(joined(index..<index + 1, from: mark.start))), run,
                        marker: mark.marker)
                    index += 1
                    items = []
                    inList = false
                }
                start = index
                continue
            }
            index += 1
        }
        flush(start..<rest.upperBound, run, inItem: inList)
    }

    /// Lines without list markers: paragraphs by indentation, then by how the lines were broken.
    private mutating func flush(_ part: Range<Int>, _ run: TextRun, inItem: Bool) {
        guard !part.isEmpty else { return }
        let base = part.reduce(Int.max) { min($0, lines[$1].indent) }
        let indented = part.reduce(0) { $0 + (lines[$1].indent > base ? 1 : 0) }
        let ideographic = part.contains { lines[$0].opensParagraph }
        // The first line stands in: paragraphs open so. The others do: they hang under it.
        let hanging =
            part.count > 1 && !ideographic && lines[part.lowerBound].indent == base
            && indented * 5 > part.count * 2
        var start = part.lowerBound
        for index in part.dropFirst() {
            let opens =
                ideographic
                ? lines[index].opensParagraph
                : indented > 0
                    && (hanging ? lines[index].indent == base : lines[index].indent > base)
                    && lines[index].indent <= base + 16
            if opens {
                paragraph(start..<index, run)
                start = index
            }
        }
        paragraph(start..<part.upperBound, run)
    }

    private mutating func paragraph(_ part: Range<Int>, _ run: TextRun) {
        let hangs =
            part.count > 1 && lines[part.lowerBound].indent < lines[part.lowerBound + 1].indent
        let opens =
            part.count > 1 && lines[part.lowerBound].indent > lines[part.lowerBound + 1].indent
        switch hangs || opens ? .wrapped : flow(of: part) {
        case .wrapped:
            let text = joined(part)
            if run.startsPage, part.lowerBound == run.lines.lowerBound, continues(text) { return }
            append(.paragraph(RichText(text)), run)
        case .lines:
            for index in part { readLine(index, run) }
        case .verse:
            let text = part.map { joined($0..<$0 + 1) }.joined(separator: "\n")
            append(.paragraph(RichText(text)), run)
        }
        if run.lines.count == 1 || part.count == 1 { loneLines.insert(blocks.count - 1) }
    }

    /// A paragraph of one line; in such texts headings are lines as well.
    private mutating func readLine(_ index: Int, _ run: TextRun) {
        if isChapter(lines[index]) || isCapitals(lines[index]), index + 1 < run.lines.upperBound {
            append(.heading(level: 2, RichText(joined(index..<index + 1))), run)
        } else {
            append(.paragraph(RichText(joined(index..<index + 1))), run)
            loneLines.insert(blocks.count - 1)
        }
    }

    /// Joins a paragraph that a page break had cut; false when the one before it was complete.
    private mutating func continues(_ text: String) -> Bool {
        guard let last = blocks.last, case .paragraph(let before) = last.content,
            let end = before.text.unicodeScalars.last, let first = text.unicodeScalars.first,
            first.isLower, end.isLetter || end == ",", code == nil,
            // Longer than a paragraph: then the breaks are not a printer's.
            before.text.utf8.count < 16384
        else { return false }
        blocks[blocks.count - 1].content = .paragraph(RichText(before.text + " " + text))
        return true
    }

    private mutating func append(_ content: Content, _ run: TextRun, marker: Marker?? = nil) {
        closeCode()
        blocks.append(Block(content, in: containers(run, marker: marker)))
    }
}
