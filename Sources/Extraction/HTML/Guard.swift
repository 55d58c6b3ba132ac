import CGumbo
import Glibc

/// A page made safe and small before it is parsed.
///
/// Scripts, styles, comments, drawings and unread attributes are gone; nesting, the number of elements and
/// attributes are bounded. Without this, a hostile page makes any HTML5 tree builder quadratic: every start tag
/// looks through the open elements and every attribute through its siblings.
///
/// The tree builder's work is by the byte, so texts and attributes stay where they are: the markup has a marker in
/// their place, which `Tree.parsed` puts back.
struct Guarded {
    /// The page as it came.
    let source: [UInt8]
    /// Markup with the same structure, and with markers for texts and attributes.
    var bytes: [UInt8] = []
    /// The stretches of the source that markers stand for.
    var texts: [Stretch] = []
    /// The attributes that elements refer to by `a=` and a number, as ranges of the source.
    var attributes: [Tree.Attribute] = []
    /// Per number, where its attributes end; they begin where those of the number before it end.
    var attributeEnds: [Int32] = []
    /// The contents of `<script type="application/ld+json">`, in page order.
    var linkedData: [Range<Int>] = []
    /// Tags that were dropped to keep within the limits.
    var dropped = 0

    /// A stretch of bytes; a type of its own, for the run-time looks up what an array of generic ranges is.
    struct Stretch {
        var start: Int32
        var end: Int32
    }

    /// Elements inside each other at most. Real pages stay below 100.
    static let depthLimit = 240
    /// Elements at most.
    static let elementLimit = 500_000
    /// U+10FFFD, which no page uses, in UTF-8: a marker is this, a number and a semicolon.
    static let marker: [UInt8] = [0xF4, 0x8F, 0xBF, 0xBD]
    /// Bytes of an attribute's value at most.
    static let valueLimit = 1 << 16
}

/// One pass over a page's bytes, copying what is wanted.
struct Guardian {
    let source: UnsafeBufferPointer<UInt8>
    var out: Guarded
    var position = 0
    /// May texts be replaced by markers? Not in a page that has the marker itself.
    private let marks: Bool
    private var depth = 0
    /// Open `pre` elements, in which white space counts.
    private var verbatim = 0
    private var surplus = 0
    private var elements = 0
    /// Raw text elements whose end tag is known not to come any more.
    private var unclosed: Set<Tag> = []

    static func guarded(_ bytes: [UInt8]) -> Guarded {
        bytes.withUnsafeBufferPointer { source in
            var guardian = Guardian(source: source, out: Guarded(source: bytes))
            guardian.out.bytes.reserveCapacity(source.count / 3)
            guardian.run()
            return guardian.out
        }
    }

    private init(source: UnsafeBufferPointer<UInt8>, out: Guarded) {
        self.source = source
        self.out = out
        marks = !Guardian.holdsMarker(source)
    }

    private static func holdsMarker(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = source.baseAddress else { return false }
        var from = 0
        while from + 4 <= source.count,
            let hit = memchr(base + from, Int32(Guarded.marker[0]), source.count - from - 3)
        {
            let place = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
            if memcmp(hit, Guarded.marker, 4) == 0 { return true }
            from = place + 1
        }
        return false
    }

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

    func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < source.count, let base = source.baseAddress,
            let hit = memchr(base + start, Int32(byte), source.count - start)
        else { return nil }
        return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }

    /// Copies text: long stretches by marker, references such as `&eacute;` as they are.
    private mutating func copy(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        guard marks else {
            out.bytes.append(contentsOf: source[range])
            return
        }
        var start = range.lowerBound
        while start < range.upperBound {
            var end = range.upperBound
            if let base = source.baseAddress {
                if let hit = memchr(base + start, 0x26, end - start) {
                    end = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
                }
                if let hit = memchr(base + start, 0, end - start) {
                    end = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
                }
            }
            mark(start..<end)
            start = end
            guard start < range.upperBound else { return }
            out.bytes.append(source[start])
            start += 1
            while start < range.upperBound, isNamePart(source[start]) {
                out.bytes.append(source[start])
                start += 1
            }
        }
    }

    private func isNamePart(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x23 || byte == 0x3B
    }

    /// A stretch of text without references.
    private mutating func mark(_ range: Range<Int>) {
        guard range.count >= 12 else {
            out.bytes.append(contentsOf: source[range])
            return
        }
        if source[range].allSatisfy({ $0 <= 0x20 }) {
            if verbatim > 0 {
                out.bytes.append(contentsOf: source[range])
            } else {
                out.bytes.append(0x0A)
            }
            return
        }
        out.bytes.append(contentsOf: Guarded.marker)
        append(number: out.texts.count)
        out.bytes.append(0x3B)
        out.texts.append(
            Guarded.Stretch(start: Int32(range.lowerBound), end: Int32(range.upperBound)))
    }

    /// Appends a number in decimal digits.
    mutating func append(number: Int) {
        var scale = 1
        while number / scale >= 10 { scale *= 10 }
        while scale > 0 {
            out.bytes.append(UInt8(ascii: "0") + UInt8(number / scale % 10))
            scale /= 10
        }
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
            out.bytes.append(contentsOf: source[at..<position])
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

    /// The element named at `start` and where its name ends; nil for a name longer than any.
    private func name(at start: Int) -> (tag: Tag?, range: Range<Int>) {
        var end = start
        while end < source.count, source[end] > 0x20, source[end] != 0x2F, source[end] != 0x3E {
            end += 1
        }
        guard end - start <= 24, end > start else { return (nil, start..<end) }
        let name = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(source)[start..<end])
        let number = gumbo_tagn_enum(
            name.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(name.count))
        let tag = Tag.of(number)
        if tag == .unknown, name.count >= 6, name.starts(with: "amp-".utf8) {
            // AMP's picture is a picture, its machinery a menu.
            if name.elementsEqual("amp-img".utf8) { return (.img, start..<end) }
            if Self.machinery.contains(where: { name.elementsEqual($0.utf8) }) {
                return (.nav, start..<end)
            }
        }
        return (tag, start..<end)
    }

    private static let machinery = [
        "amp-ad", "amp-sticky-ad", "amp-embed", "amp-social-share", "amp-sidebar", "amp-consent",
        "amp-user-notification",
    ]

    /// Appends an element's name as the tree builder is to see it.
    private mutating func appendName(_ tag: Tag, _ name: Range<Int>) {
        switch tag {
        case .img: out.bytes.append(contentsOf: "img".utf8)
        case .nav: out.bytes.append(contentsOf: "nav".utf8)
        default: out.bytes.append(contentsOf: source[name])
        }
    }

    private mutating func endTag() {
        let (tag, name) = name(at: position + 2)
        position = name.upperBound
        skipAttributes()
        // A picture has no end.
        guard let tag, tag != .img else { return }
        if tag == .pre { verbatim = max(0, verbatim - 1) }
        if deepens(tag) {
            if surplus > 0 {
                surplus -= 1
                return
            }
            depth = max(0, depth - 1)
        }
        out.bytes.append(0x3C)
        out.bytes.append(0x2F)
        appendName(tag, name)
        out.bytes.append(0x3E)
    }

    /// Does an unclosed element of this name nest the following ones in it?
    private func deepens(_ tag: Tag) -> Bool {
        switch tag {
        case .p, .li, .td, .th, .tr, .dd, .dt, .option, .optgroup, .thead, .tbody, .tfoot, .html,
            .head, .body, .br, .hr, .img, .meta, .link, .input, .wbr, .area, .base, .col, .embed,
            .param, .source, .track, .frame, .keygen:
            false
        default: true
        }
    }

    private mutating func startTag() {
        let (tag, name) = name(at: position + 1)
        position = name.upperBound
        let begin = out.bytes.count
        guard let tag else {
            skipAttributes()
            return
        }
        out.bytes.append(0x3C)
        appendName(tag, name)
        let script = copyAttributes(of: tag)
        switch tag {
        case .script, .style, .textarea, .noembed, .noframes:
            out.bytes.removeSubrange(begin...)
            let content = rawText(name)
            if script == .linkedData { out.linkedData.append(content) }
            if script == .formula { formula(content) }
            return
        case .svg:
            out.bytes.removeSubrange(begin...)
            if !selfClosed { skipDrawing() }
            return
        case .iframe:
            out.bytes.append(contentsOf: "></iframe>".utf8)
            if !selfClosed { _ = rawText(name) }
            return
        case .title:
            out.bytes.append(0x3E)
            let content = rawText(name)
            copy(content.lowerBound..<min(content.upperBound, content.lowerBound + 8192))
            out.bytes.append(contentsOf: "</title>".utf8)
            return
        case .plaintext, .xmp, .listing: out.bytes.replaceSubrange(begin..., with: "<pre".utf8)
        default: break
        }
        if elements >= Guarded.elementLimit {
            out.bytes.replaceSubrange(begin..., with: CollectionOfOne(0x20))
            out.dropped += 1
            return
        }
        if deepens(tag) {
            if depth >= Guarded.depthLimit {
                out.bytes.replaceSubrange(begin..., with: CollectionOfOne(0x20))
                surplus += 1
                out.dropped += 1
                return
            }
            depth += 1
        }
        if tag == .pre { verbatim += 1 }
        elements += 1
        out.bytes.append(0x3E)
    }

    /// `<script type="math/tex">` is the source of a formula.
    private mutating func formula(_ content: Range<Int>) {
        guard content.count < 4000, elements < Guarded.elementLimit else { return }
        elements += 1
        out.attributes.append(
            Tree.Attribute(
                name: .alttext, start: Int32(content.lowerBound), count: Int32(content.count)))
        out.attributeEnds.append(Int32(out.attributes.count))
        out.bytes.append(contentsOf: "<math a=".utf8)
        append(number: out.attributeEnds.count - 1)
        out.bytes.append(contentsOf: "></math>".utf8)
    }

    private var selfClosed: Bool {
        position >= 2 && source[position - 1] == 0x3E && source[position - 2] == 0x2F
    }

    /// The range up to the end tag; goes behind that tag. Everything that is left when there is none.
    private mutating func rawText(_ name: Range<Int>) -> Range<Int> {
        let start = position
        let word = source[name].map { $0 | 0x20 }
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
        guard !unclosed.contains(.svg) else { return }
        let start = position
        var nested = 1
        var from = position
        while let open = find(UInt8(ascii: "<"), from: from) {
            from = open + 1
            let closing = open + 1 < source.count && source[open + 1] == 0x2F
            let (tag, name) = name(at: open + (closing ? 2 : 1))
            guard tag == .svg else { continue }
            position = name.upperBound
            skipAttributes()
            from = position
            if closing { nested -= 1 } else if !selfClosed { nested += 1 }
            if nested == 0 { return }
        }
        position = start
        unclosed.insert(.svg)
    }
}
