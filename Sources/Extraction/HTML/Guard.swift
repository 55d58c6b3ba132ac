import Glibc

/// A page made safe and small before it is parsed.
///
/// Scripts, styles, comments, drawings and unread attributes are gone; nesting, the number of elements and
/// attributes are bounded. Without this, a hostile page makes any HTML5 tree builder quadratic: every start tag
/// looks through the open elements and every attribute through its siblings.
struct Guarded {
    /// Markup with the same text and structure.
    var bytes: [UInt8] = []
    /// The contents of `<script type="application/ld+json">`, in page order.
    var linkedData: [Range<Int>] = []
    /// Tags that were dropped to keep within the limits.
    var dropped = 0

    /// Elements inside each other at most. Real pages stay below 100.
    static let depthLimit = 240
    /// Elements at most.
    static let elementLimit = 500_000
    /// Bytes of an attribute's value at most.
    static let valueLimit = 1 << 16
}

/// One pass over a page's bytes, copying what is wanted.
struct Guardian {
    private let source: UnsafeBufferPointer<UInt8>
    private var out = Guarded()
    private var position = 0
    private var depth = 0
    private var surplus = 0
    private var elements = 0
    /// Raw text elements whose end tag is known not to come any more.
    private var unclosed: Set<String> = []

    static func guarded(_ bytes: [UInt8]) -> Guarded {
        bytes.withUnsafeBufferPointer { source in
            var guardian = Guardian(source: source)
            guardian.out.bytes.reserveCapacity(source.count)
            guardian.run()
            return guardian.out
        }
    }

    private init(source: UnsafeBufferPointer<UInt8>) { self.source = source }

    private mutating func run() {
        while position < source.count {
            let open = find(UInt8(ascii: "<"), from: position) ?? source.count
            copy(position..<open)
            position = open
            guard open + 1 < source.count else {
                copy(open..<source.count)
                return
            }
            switch source[open + 1] {
            case UInt8(ascii: "!"): declaration()
            case UInt8(ascii: "?"): skipPast(UInt8(ascii: ">"))
            case UInt8(ascii: "/"):
                if open + 2 < source.count, isLetter(source[open + 2]) {
                    endTag()
                } else {
                    skipPast(UInt8(ascii: ">"))
                }
            case let byte where isLetter(byte): startTag()
            default:
                out.bytes.append(UInt8(ascii: "<"))
                position += 1
            }
        }
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < source.count, let base = source.baseAddress,
            let hit = memchr(base + start, Int32(byte), source.count - start)
        else { return nil }
        return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }

    private mutating func copy(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        out.bytes.append(contentsOf: source[range])
    }

    private mutating func skipPast(_ byte: UInt8) {
        position = find(byte, from: position).map { $0 + 1 } ?? source.count
    }

    private mutating func declaration() {
        let at = position
        if at + 3 < source.count, source[at + 2] == 0x2D, source[at + 3] == 0x2D {
            position = commentEnd(from: at + 4)
        } else if at + 9 < source.count, source[at + 2] | 0x20 == UInt8(ascii: "d") {
            skipPast(UInt8(ascii: ">"))
            copy(at..<position)
        } else {
            skipPast(UInt8(ascii: ">"))
        }
    }

    /// Behind `-->` or `--!>`; `<!-->` and `<!--->` are whole comments.
    private func commentEnd(from start: Int) -> Int {
        if start < source.count, source[start] == 0x3E { return start + 1 }
        if start + 1 < source.count, source[start] == 0x2D, source[start + 1] == 0x3E {
            return start + 2
        }
        var from = start
        while let close = find(UInt8(ascii: ">"), from: from) {
            if close >= start + 2, source[close - 1] == 0x2D, source[close - 2] == 0x2D {
                return close + 1
            }
            if close >= start + 3, source[close - 1] == 0x21, source[close - 2] == 0x2D,
                source[close - 3] == 0x2D
            {
                return close + 1
            }
            from = close + 1
        }
        return source.count
    }

    /// The name at `start`, lower case, and where it ends.
    private func name(at start: Int) -> (name: String, end: Int) {
        var end = start
        while end < source.count, source[end] > 0x20, source[end] != 0x2F, source[end] != 0x3E {
            end += 1
        }
        guard end - start <= 24 else { return ("", end) }
        let text = String(unsafeUninitializedCapacity: end - start) { buffer in
            for index in start..<end {
                let byte = source[index]
                buffer[index - start] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            }
            return end - start
        }
        return (text, end)
    }

    private mutating func endTag() {
        let (name, end) = name(at: position + 2)
        position = end
        skipAttributes()
        guard !name.isEmpty else { return }
        if deepens(name) {
            if surplus > 0 {
                surplus -= 1
                return
            }
            depth = max(0, depth - 1)
        }
        out.bytes.append(contentsOf: "</".utf8)
        out.bytes.append(contentsOf: name.utf8)
        out.bytes.append(UInt8(ascii: ">"))
    }

    /// Does an unclosed element of this name nest the following ones in it?
    private func deepens(_ name: String) -> Bool {
        switch name {
        case "p", "li", "td", "th", "tr", "dd", "dt", "option", "optgroup", "thead", "tbody",
            "tfoot", "html", "head", "body", "br", "hr", "img", "meta", "link", "input", "wbr",
            "area", "base", "col", "embed", "param", "source", "track", "frame", "keygen":
            false
        default: true
        }
    }

    private mutating func startTag() {
        let (name, end) = name(at: position + 1)
        let begin = out.bytes.count
        position = end
        out.bytes.append(UInt8(ascii: "<"))
        out.bytes.append(contentsOf: name.utf8)
        let isLinkedData = copyAttributes(ofScript: name == "script")
        switch name {
        case "":
            out.bytes.removeSubrange(begin...)
            return
        case "script", "style", "textarea", "noembed", "noframes":
            out.bytes.removeSubrange(begin...)
            let content = rawText(name)
            if isLinkedData { out.linkedData.append(content) }
            return
        case "svg":
            out.bytes.removeSubrange(begin...)
            if !selfClosed { skipDrawing() }
            return
        case "iframe":
            out.bytes.append(contentsOf: "></iframe>".utf8)
            if !selfClosed { _ = rawText(name) }
            return
        case "title":
            out.bytes.append(UInt8(ascii: ">"))
            let content = rawText(name)
            copy(content.lowerBound..<min(content.upperBound, content.lowerBound + 8192))
            out.bytes.append(contentsOf: "</title>".utf8)
            return
        case "plaintext", "xmp", "listing": out.bytes.replaceSubrange(begin..., with: "<pre".utf8)
        default: break
        }
        if elements >= Guarded.elementLimit {
            out.bytes.replaceSubrange(begin..., with: CollectionOfOne(0x20))
            out.dropped += 1
            return
        }
        if deepens(name) {
            if depth >= Guarded.depthLimit {
                out.bytes.replaceSubrange(begin..., with: CollectionOfOne(0x20))
                surplus += 1
                out.dropped += 1
                return
            }
            depth += 1
        }
        elements += 1
        out.bytes.append(UInt8(ascii: ">"))
    }

    private var selfClosed: Bool {
        position >= 2 && source[position - 1] == 0x3E && source[position - 2] == 0x2F
    }

    /// The range up to the end tag; goes behind that tag. Everything that is left when there is none.
    private mutating func rawText(_ name: String) -> Range<Int> {
        let start = position
        let word = Array(name.utf8)
        var from = position
        while let open = find(UInt8(ascii: "<"), from: from) {
            from = open + 1
            let behind = open + 2 + word.count
            guard behind < source.count, source[open + 1] == 0x2F else { continue }
            var equal = true
            for index in 0..<word.count where source[open + 2 + index] | 0x20 != word[index] {
                equal = false
                break
            }
            guard equal, source[behind] <= 0x20 || source[behind] == 0x3E || source[behind] == 0x2F
            else { continue }
            position = open
            skipPast(UInt8(ascii: ">"))
            return start..<open
        }
        position = source.count
        return start..<position
    }

    /// Goes behind the end of an `svg`, whatever is nested in it; stays where the end is missing.
    private mutating func skipDrawing() {
        guard !unclosed.contains("svg") else { return }
        let start = position
        var nested = 1
        var from = position
        while let open = find(UInt8(ascii: "<"), from: from) {
            from = open + 1
            let closing = open + 1 < source.count && source[open + 1] == 0x2F
            let (name, end) = name(at: open + (closing ? 2 : 1))
            guard name == "svg" else { continue }
            position = end
            skipAttributes()
            from = position
            if closing { nested -= 1 } else if !selfClosed { nested += 1 }
            if nested == 0 { return }
        }
        position = start
        unclosed.insert("svg")
    }
}

extension Guardian {
    /// Goes behind the tag's `>`, quotes observed.
    private mutating func skipAttributes() {
        while position < source.count {
            switch source[position] {
            case 0x3E:
                position += 1
                return
            case 0x22, 0x27:
                position = find(source[position], from: position + 1).map { $0 + 1 } ?? source.count
            default: position += 1
            }
        }
    }

    /// Copies the attributes that are read, each name once, and goes behind the tag's `>`.
    ///
    /// - Returns: For a script, whether it holds linked data.
    private mutating func copyAttributes(ofScript isScript: Bool) -> Bool {
        var seen: UInt64 = 0
        var isLinkedData = false
        while position < source.count {
            let byte = source[position]
            if byte == 0x3E {
                position += 1
                return isLinkedData
            }
            if byte <= 0x20 || byte == 0x2F {
                position += 1
                continue
            }
            let start = position
            position += 1
            while position < source.count, source[position] > 0x20, source[position] != 0x3D,
                source[position] != 0x3E, source[position] != 0x2F
            {
                position += 1
            }
            let name = AttributeName.of(UnsafeBufferPointer(rebasing: source[start..<position]))
            while position < source.count, source[position] <= 0x20 { position += 1 }
            guard position < source.count, source[position] == 0x3D else {
                if let name { append(name, 0..<0, quote: 0x22, seen: &seen) }
                continue
            }
            position += 1
            while position < source.count, source[position] <= 0x20 { position += 1 }
            guard position < source.count else { return isLinkedData }
            var quote = source[position]
            let value: Range<Int>
            if quote == 0x22 || quote == 0x27 {
                let end = find(quote, from: position + 1) ?? source.count
                value = (position + 1)..<end
                position = min(end + 1, source.count)
            } else {
                quote = 0
                let begin = position
                while position < source.count, source[position] > 0x20, source[position] != 0x3E {
                    position += 1
                }
                value = begin..<position
            }
            guard let name else { continue }
            if isScript, name.name == .type {
                let type = source[value].map { $0 | 0x20 }
                isLinkedData = type.starts(with: "application/ld+json".utf8)
            }
            append(name, value, quote: quote, seen: &seen)
        }
        return isLinkedData
    }

    private mutating func append(
        _ entry: AttributeName.Entry, _ value: Range<Int>, quote: UInt8, seen: inout UInt64
    ) {
        let bit = UInt64(1) << entry.number
        guard seen & bit == 0 else { return }
        seen |= bit
        var value = value
        if value.count > Guarded.valueLimit { value = value.lowerBound..<value.lowerBound }
        // Pictures inside the page are never shown from there; the placeholder is all that matters.
        if value.count > 64, source[value].starts(with: "data:".utf8) {
            value = value.lowerBound..<(value.lowerBound + 5)
        }
        let mark = quote == 0x27 ? quote : 0x22
        out.bytes.append(0x20)
        out.bytes.append(contentsOf: entry.bytes)
        out.bytes.append(0x3D)
        out.bytes.append(mark)
        if quote == 0 {
            for byte in source[value] where byte != 0x22 { out.bytes.append(byte) }
        } else {
            out.bytes.append(contentsOf: source[value])
        }
        out.bytes.append(mark)
    }
}
