import LecternCore

/// Words with Markdown emphasis in them, in one pass: a delimiter looks for its partner once, and after one search
/// in vain no other of its kind looks again.
struct PaneInline {
    private let bytes: [UInt8]
    private let isOpen: Bool
    private var at = 0
    private var style: InlineStyle = []
    private var text = RichText()
    /// Where the plain bytes begin that are not yet in `text`.
    private var pending: [UInt8] = []
    private var hasNoCloser: Set<Delimiter> = []
    private var hasNoTicks: Set<Int> = []
    private var open: [Delimiter] = []

    private enum Delimiter: CaseIterable {
        case stars, unders, star, under, tildes

        var bytes: [UInt8] {
            switch self {
            case .stars: [0x2A, 0x2A]
            case .unders: [0x5F, 0x5F]
            case .star: [0x2A]
            case .under: [0x5F]
            case .tildes: [0x7E, 0x7E]
            }
        }

        var style: InlineStyle {
            switch self {
            case .stars, .unders: .strong
            case .star, .under: .emphasis
            case .tildes: .strike
            }
        }
    }

    /// The words with their styles. In a text that still grows (`isOpen`), emphasis that has begun is
    /// taken as meant; else a delimiter without a partner is a plain character.
    static func text(of words: String, isOpen: Bool) -> RichText {
        var reader = PaneInline(bytes: Array(words.utf8), isOpen: isOpen)
        return reader.read().trimmed
    }

    private init(bytes: [UInt8], isOpen: Bool) {
        self.bytes = bytes
        self.isOpen = isOpen
    }

    private mutating func read() -> RichText {
        while at < bytes.count {
            switch bytes[at] {
            case 0x5C where at + 1 < bytes.count && bytes[at + 1].isPunctuation:
                pending.append(bytes[at + 1])
                at += 2
            case 0x60: code()
            case 0x2A, 0x5F, 0x7E: delimiter()
            case 0x21 where at + 1 < bytes.count && bytes[at + 1] == 0x5B && linkEnd(at + 1) != nil:
                at += 1
            case 0x5B: link()
            default:
                pending.append(bytes[at])
                at += 1
            }
        }
        flush()
        return text
    }

    private mutating func flush() {
        guard !pending.isEmpty else { return }
        text.append(String(decoding: pending, as: UTF8.self), style: style)
        pending = []
    }

    /// Between backticks nothing has a meaning.
    private mutating func code() {
        let count = run(at)
        var end = at + count
        while end < bytes.count, count <= 3, !hasNoTicks.contains(count) {
            guard bytes[end] == 0x60 else {
                end += 1
                continue
            }
            let other = run(end)
            if other == count {
                flush()
                let words = String(decoding: bytes[(at + count)..<end], as: UTF8.self)
                text.append(words, style: style.union(.code))
                at = end + count
                return
            }
            end += other
        }
        if count <= 3 { hasNoTicks.insert(count) }
        pending += bytes[at..<(at + count)]
        at += count
    }

    /// How many equal bytes stand at a place.
    private func run(_ place: Int) -> Int {
        var end = place
        while end < bytes.count, bytes[end] == bytes[place] { end += 1 }
        return end - place
    }

    private mutating func delimiter() {
        for delimiter in Delimiter.allCases where matches(delimiter, at: at) {
            let length = delimiter.bytes.count
            if let last = open.lastIndex(of: delimiter), canClose(delimiter, at: at) {
                flush()
                open.remove(at: last)
                style.remove(delimiter.style)
                at += length
                return
            }
            guard canOpen(delimiter, at: at), !style.contains(delimiter.style),
                hasCloser(delimiter, from: at + length) || isOpen
            else { continue }
            flush()
            open.append(delimiter)
            style.insert(delimiter.style)
            at += length
            return
        }
        // No partner: all of the run is plain, or, at the end of a text that grows, not yet known.
        let end = at + run(at)
        if end < bytes.count || !isOpen { pending += bytes[at..<end] }
        at = end
    }

    private func matches(_ delimiter: Delimiter, at place: Int) -> Bool {
        let wanted = delimiter.bytes
        return place + wanted.count <= bytes.count
            && bytes[place..<(place + wanted.count)].elementsEqual(wanted)
    }

    private func canOpen(_ delimiter: Delimiter, at place: Int) -> Bool {
        let after = place + delimiter.bytes.count
        guard after < bytes.count, !bytes[after].isBlank else { return false }
        guard delimiter == .under || delimiter == .unders, place > 0 else { return true }
        return !bytes[place - 1].isWordByte
    }

    private func canClose(_ delimiter: Delimiter, at place: Int) -> Bool {
        guard place > 0, !bytes[place - 1].isBlank else { return false }
        let after = place + delimiter.bytes.count
        guard delimiter == .under || delimiter == .unders, after < bytes.count else { return true }
        return !bytes[after].isWordByte
    }

    private mutating func hasCloser(_ delimiter: Delimiter, from start: Int) -> Bool {
        guard !hasNoCloser.contains(delimiter) else { return false }
        var place = start + 1
        while place < bytes.count {
            if matches(delimiter, at: place), canClose(delimiter, at: place) { return true }
            place += 1
        }
        hasNoCloser.insert(delimiter)
        return false
    }

    /// `[words](address)` is shown as its words; any other bracket is a plain character.
    private mutating func link() {
        guard let (close, end) = linkEnd(at) else {
            pending.append(bytes[at])
            at += 1
            return
        }
        let words = bytes[(at + 1)..<close]
        // A citation that was written as a link stays a citation.
        pending += words.allSatisfy { (0x30...0x39).contains($0) } ? bytes[at...close] : words
        at = end
    }

    /// Where the words of the link that opens at `place` close, and where it ends; nil when it is none.
    private func linkEnd(_ place: Int) -> (close: Int, end: Int)? {
        var close = place + 1
        let limit = min(bytes.count, place + 300)
        while close < limit, bytes[close] != 0x5D, bytes[close] != 0x5B { close += 1 }
        guard close > place + 1, close + 1 < limit, bytes[close] == 0x5D, bytes[close + 1] == 0x28
        else { return nil }
        var end = close + 2
        let far = min(bytes.count, close + 2_000)
        while end < far, bytes[end] != 0x29, !bytes[end].isBlank { end += 1 }
        guard end < far, bytes[end] == 0x29 else { return nil }
        return (close, end + 1)
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 }
    fileprivate var isWordByte: Bool {
        self >= 0x80 || (0x30...0x39).contains(self) || (0x41...0x5A).contains(self)
            || (0x61...0x7A).contains(self)
    }
    fileprivate var isPunctuation: Bool { (0x21...0x7E).contains(self) && !isWordByte }
}
