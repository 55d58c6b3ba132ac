import LecternCore

extension BlockBuilder {
    /// Appends a text node, white space collapsed as HTML does.
    mutating func append(bytes range: Range<Int>) {
        var piece: [UInt8] = []
        piece.reserveCapacity(range.count)
        var blank = pendingBlank
        var isASCII = true
        for byte in tree.bytes[range] {
            if byte <= 0x20 {
                blank = true
                continue
            }
            if blank {
                if !piece.isEmpty { piece.append(0x20) } else if !atLineStart { appendBlank() }
                blank = false
            }
            if byte >= 0x7F { isASCII = false }
            piece.append(byte)
        }
        pendingBlank = false
        if !piece.isEmpty {
            append(isASCII ? String(decoding: piece, as: UTF8.self) : cleanText(piece[...]))
        }
        pendingBlank = blank
    }

    /// Appends words that stand in no text node, or have been cleaned.
    mutating func append(_ piece: String) {
        if pendingBlank, !atLineStart { appendBlank() }
        pendingBlank = false
        text.append(piece, style: style, link: link)
    }

    /// The blank before a link or styled words is not part of them.
    private mutating func appendBlank() {
        let goesOn = text.spans.last.map {
            $0.range.upperBound == text.text.utf8.count && $0.link == link && $0.style == style
        }
        text.append(" ", style: goesOn == true ? style : [], link: goesOn == true ? link : nil)
    }

    private var atLineStart: Bool { text.isEmpty || text.text.utf8.last == 0x0A }

    /// A `<br>`: a line break, and two of them a new paragraph.
    mutating func lineBreak() {
        pendingBlank = false
        if heading != nil {
            pendingBlank = true
        } else if isOnBlankLine {
            flush()
        } else if !text.isEmpty {
            text.append("\n")
        }
    }

    /// Is there nothing behind the last line break but no-break spaces?
    private var isOnBlankLine: Bool {
        var bytes = text.text.utf8[...]
        while let last = bytes.last, last == 0xA0 || last == 0xC2 || last == 0x20 {
            bytes.removeLast()
        }
        return bytes.last == 0x0A
    }

    /// Ends the paragraph or header being written.
    mutating func flush() {
        pendingBlank = false
        if !text.isEmpty {
            let whole = text.trimmed.onCharacterBoundaries
            text = RichText()
            if whole.text.unicodeScalars.contains(where: { $0.columns > 0 && $0 != "\u{A0}" }) {
                if let heading {
                    emit(.heading(level: heading, whole))
                } else {
                    emit(.paragraph(whole))
                }
            }
        }
        if !afterwards.isEmpty {
            let figures = afterwards
            afterwards = []
            for figure in figures { emit(.figure(figure)) }
        }
    }

    /// Adds a block where the walk stands.
    mutating func emit(_ content: Content) {
        var containers: [Container] = []
        for index in holders.indices {
            if case .item = holders[index].container {
                containers.append(.item(holders[index].marker))
                holders[index].marker = nil
            } else {
                containers.append(holders[index].container)
            }
        }
        blocks.append(Block(content, in: containers, fragments: fragments))
        fragments = []
    }

    /// The inline text of a part of the tree on its own: a table cell, a caption.
    mutating func inline(_ range: Range<Int>) -> RichText {
        var inner = BlockBuilder(tree: tree, resolver: resolver)
        inner.keepsCut = keepsCut
        // Moved there and back, for a copy per cell would make a large table quadratic.
        swap(&inner.links, &links)
        swap(&inner.linkNodes, &linkNodes)
        swap(&inner.linkNumbers, &linkNumbers)
        inner.isInline = true
        (inner.marks, inner.skipped, inner.noteLabels) = (marks, skipped, noteLabels)
        inner.read(range)
        swap(&inner.links, &links)
        swap(&inner.linkNodes, &linkNodes)
        swap(&inner.linkNumbers, &linkNumbers)
        fragments += inner.fragments
        var whole = RichText()
        for block in inner.blocks {
            fragments += block.fragments
            let part: RichText
            switch block.content {
            case .paragraph(let text), .heading(_, let text), .code(let text, _): part = text
            case .figure(let figure): part = figure.caption ?? RichText()
            case .table(let table):
                part = RichText(
                    ([table.header] + table.rows).map { $0.map(\.text).joined(separator: " ") }
                        .joined(separator: " "))
            case .rule: part = RichText()
            }
            guard !part.isEmpty else { continue }
            if !whole.isEmpty { whole.append(" ") }
            whole.append(part)
        }
        return whole
    }
}

extension RichText {
    /// The same text with every span moved out to Character boundaries; spans that meet then are cut short.
    var onCharacterBoundaries: RichText {
        guard !spans.isEmpty, spans.contains(where: { !looksLikeBoundary($0.range) }) else {
            return self
        }
        var boundaries: [Int] = []
        var offset = 0
        for character in text {
            boundaries.append(offset)
            offset += character.utf8.count
        }
        boundaries.append(offset)
        func floor(_ offset: Int) -> Int {
            var low = 0
            var high = boundaries.count - 1
            while low < high {
                let middle = (low + high + 1) / 2
                if boundaries[middle] <= offset { low = middle } else { high = middle - 1 }
            }
            return boundaries[low]
        }
        var moved: [Span] = []
        for span in spans {
            let lower = floor(span.range.lowerBound)
            let upper = floor(span.range.upperBound)
            guard lower < upper else { continue }
            var next = span
            next.range = lower..<upper
            moved.append(next)
        }
        return RichText(text, spans: moved)
    }

    /// Can both ends be told to be boundaries by looking at one scalar?
    private func looksLikeBoundary(_ range: Range<Int>) -> Bool {
        for offset in [range.lowerBound, range.upperBound] {
            guard offset > 0, offset < text.utf8.count else { continue }
            let index = text.utf8.index(text.utf8.startIndex, offsetBy: offset)
            let scalar = text.unicodeScalars[index]
            let before = text.unicodeScalars[text.unicodeScalars.index(before: index)]
            if scalar.value >= 0x300, before.value >= 0x20 {
                if scalar.value < 0x2000, !scalar.properties.isGraphemeExtend,
                    scalar.value < 0x900
                {
                    continue
                }
                if (0x3040..<0xA000).contains(scalar.value) { continue }
                if (0x2010..<0x2070).contains(scalar.value) { continue }
                return false
            }
        }
        return true
    }
}
