/// Puts hard-wrapped lines together again.
extension TextShape {
    /// Was the break behind this line made by wrapping? Yes when the next line's first word had no room.
    func isFull(_ index: Int, width: Int) -> Bool {
        let line = lines[index]
        let next = lines[index + 1]
        guard !line.isBlank, !next.isBlank else { return false }
        var word = 0
        for byte in bytes[next.range] {
            if byte == 0x20 || word > 40 { break }
            if byte & 0xC0 != 0x80 { word += 1 }
        }
        let first = bytes.scalar(at: next.range.lowerBound).scalar
        if first.isIdeographic { word = 2 }
        // Hand-set lines stop a little early: a tenth is let go.
        return (line.columns + 1 + word) * 10 >= width * 9
    }

    /// How lines of a run go together.
    enum Flow {
        /// Wrapped: one paragraph.
        case wrapped
        /// Every line is a paragraph.
        case lines
        /// Breaks that are meant, inside one paragraph: verse, an address.
        case verse
    }

    func flow(of run: Range<Int>) -> Flow {
        guard run.count > 1 else { return .wrapped }
        let widths = lines[run].map(\.columns)
        guard let widest = widths.max() else { return .wrapped }
        if widest > 130 { return .lines }
        if isSolid, run.count > 2, run.prefix(2000).contains(where: isCue) { return .lines }
        var continued = 0
        var sentences = 0
        for index in run {
            if index > run.lowerBound,
                bytes.scalar(at: lines[index].range.lowerBound).scalar.isLower
            {
                continued += 1
            }
            if bytes.endsSentence(lines[index].range) { sentences += 1 }
        }
        let breaks = run.count - 1
        if let width = pageWidth {
            var full = 0
            for index in run.dropLast() where isFull(index, width: width) { full += 1 }
            if full * 10 >= breaks * 6 { return .wrapped }
        }
        // Narrower than the page, as quotes and notes are: its own width counts when words run on.
        if widest >= 30, continued * 2 >= breaks {
            var full = 0
            for index in run.dropLast() where isFull(index, width: widest) { full += 1 }
            if full * 10 >= breaks * 6 { return .wrapped }
        }
        if continued * 10 >= breaks * 7 { return .wrapped }
        if sentences * 10 >= run.count * 6 || widest > 100 || run.count > 60 { return .lines }
        return isSolid && run.count > 2 ? .lines : .verse
    }

    /// A "read also" alone on its line or with a colon: the text was scraped, and its lines are paragraphs.
    private func isCue(_ index: Int) -> Bool {
        guard lines[index].range.count <= ReadAlsoCues.longest,
            let cue = ReadAlsoCue(bytes.string(lines[index].range))
        else { return false }
        return cue.rest.isEmpty || cue.isParted && !cue.isWeak
    }

    /// The words of a run as one paragraph, breaks as blanks (or nothing, where the script has none).
    func joined(_ run: Range<Int>, from start: Int? = nil) -> String {
        if run.count == 1, let only = run.first {
            let range = (start ?? lines[only].range.lowerBound)..<lines[only].range.upperBound
            return collapsed(range)
        }
        var out: [UInt8] = []
        for index in run {
            var range = lines[index].range
            if index == run.lowerBound, let start { range = start..<range.upperBound }
            if index > run.lowerBound { appendBreak(&out, before: range) }
            appendCollapsed(range, to: &out)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// What stands between two lines that were one: a blank, nothing, or a hyphen less.
    private func appendBreak(_ out: inout [UInt8], before range: Range<Int>) {
        guard let end = out.last, !range.isEmpty else { return }
        let next = bytes.scalar(at: range.lowerBound).scalar
        let last = out.scalar(before: out.count, floor: 0)
        if end == 0x2D || last.scalar.value == 0x2010 || last.scalar.value == 0xAD {
            let front = out.count - last.length
            if front > 0, out[front - 1] == 0x2D {
                // `word--` goes on at once, `word --` does not.
                if front < 2 || out[front - 2] == 0x20 { out.append(0x20) }
                return
            }
            guard front > 0, out.scalar(before: front, floor: 0).scalar.isLetter else {
                out.append(0x20)
                return
            }
            guard next.isLower else {
                if !next.isLetter, !next.isDigit { out.append(0x20) }
                return
            }
            if Joiners.words.contains(firstWord(range)) {
                out.append(0x20)
                return
            }
            if last.scalar.value == 0xAD || hyphens.isDivision(out, hyphen: front, bytes, range) {
                out.removeLast(last.length)
            }
            return
        }
        if last.scalar.value == 0x2014 || last.scalar.value == 0x2013 {
            // A dash that stood between blanks keeps them.
            let front = out.count - last.length
            if front > 0, out[front - 1] != 0x20 { return }
        }
        if last.scalar.isIdeographic, next.isIdeographic { return }
        out.append(0x20)
    }

    private func firstWord(_ range: Range<Int>) -> String {
        let end = bytes.firstIndex(of: 0x20, from: range.lowerBound, to: range.upperBound)
        return bytes.string(range.lowerBound..<min(end ?? range.upperBound, range.lowerBound + 8))
    }

    private func collapsed(_ range: Range<Int>) -> String {
        var blank = false
        for index in range {
            let byte = bytes[index]
            if byte == 0x09 || byte == 0x20 && blank {
                var out: [UInt8] = []
                out.reserveCapacity(range.count)
                appendCollapsed(range, to: &out)
                return String(decoding: out, as: UTF8.self)
            }
            blank = byte == 0x20
        }
        return bytes.string(range)
    }

    /// Appends a line with its runs of blanks and tabs made one blank.
    private func appendCollapsed(_ range: Range<Int>, to out: inout [UInt8]) {
        var blank = false
        for index in range {
            let byte = bytes[index]
            if byte == 0x20 || byte == 0x09 {
                if !blank { out.append(0x20) }
                blank = true
            } else {
                out.append(byte)
                blank = false
            }
        }
    }
}

/// Words before which a hyphen hangs: "over- and underfed".
private enum Joiners {
    static let words: Set<String> = [
        "and", "or", "to", "und", "oder", "bis", "en", "of", "och", "eller", "og", "et", "ou", "y",
        "o", "e", "i", "lub", "oraz", "ja", "tai", "и", "или", "та", "або", "a", "nebo",
    ]
}

/// What the text itself says about hyphens at line ends: does it divide words?
struct HyphenEvidence {
    private var census = WordCensus(of: [])
    /// Line ends with a hyphen in a thousand full lines: books that divide words have dozens.
    private var dividesWords = false

    init() {}

    init(_ bytes: [UInt8], _ lines: [TextLine]) {
        var wanted: Set<String> = []
        var ends = 0
        var full = 0
        for index in lines.indices.dropLast() where lines[index].columns >= 30 {
            full += 1
            let range = lines[index].range
            guard bytes[range.upperBound - 1] == 0x2D, !lines[index + 1].isBlank else { continue }
            ends += 1
            let next = lines[index + 1].range
            if let word = HyphenEvidence.whole(bytes, range.upperBound - 1, bytes, next) {
                wanted.insert(word)
            }
        }
        guard !wanted.isEmpty else { return }
        dividesWords = ends >= 4 && ends * 25 >= full
        census = WordCensus(of: wanted)
        census.read(bytes)
    }

    /// Should the hyphen at the end of `out` go, because it only divided a word?
    func isDivision(_ out: [UInt8], hyphen: Int, _ bytes: [UInt8], _ next: Range<Int>) -> Bool {
        guard let word = HyphenEvidence.whole(out, hyphen, bytes, next) else { return false }
        return census[word].alone > 0 || dividesWords
    }

    /// The word that the two halves make; nil when either is no word.
    private static func whole(
        _ front: [UInt8], _ hyphen: Int, _ back: [UInt8], _ next: Range<Int>
    ) -> String? {
        var start = hyphen
        while start > 0, isWordByte(front[start - 1]), hyphen - start < 64 { start -= 1 }
        var end = next.lowerBound
        while end < next.upperBound, isWordByte(back[end]), end - next.lowerBound < 64 { end += 1 }
        guard start < hyphen, end > next.lowerBound else { return nil }
        return String(decoding: front[start..<hyphen], as: UTF8.self)
            + String(decoding: back[next.lowerBound..<end], as: UTF8.self)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
