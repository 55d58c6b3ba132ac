import CBidi
import LecternCore

/// The directions of a paragraph's letters, by the Unicode bidirectional algorithm (UAX #9).
///
/// Controls in the text (embeddings, overrides, isolates) are never obeyed: whoever wrote them must not decide in what
/// order other words are read.
struct Bidi {
    /// Levels of the text's scalars and what each is drawn as, in the text's order.
    private var levels: [Int8] = []
    private var drawn: [UInt32] = []
    /// UTF-8 byte offset of each scalar.
    private var offsets: [Int] = []
    /// The paragraph runs from right to left.
    private(set) var isRightToLeft = false

    /// Scalars that are looked at together: longer paragraphs are looked at piece by piece, so that memory stays
    /// bounded. The first piece decides the direction of all.
    private static let most = 50_000

    /// nil where all runs from left to right, or the library is not installed.
    init?(_ text: String) {
        guard Bidi.isNeeded(in: text) else { return nil }
        var scalars: [UInt32] = []
        var offset = 0
        var base: Int32 = -1
        func look(_ bidi: inout Bidi) -> Bool {
            guard !scalars.isEmpty else { return true }
            var levels = [Int8](repeating: 0, count: scalars.count)
            var drawn = scalars
            guard lec_bidi(scalars, Int32(scalars.count), &base, &levels, &drawn) != 0 else {
                return false
            }
            bidi.levels += levels
            bidi.drawn += drawn
            scalars.removeAll(keepingCapacity: true)
            return true
        }
        for scalar in text.unicodeScalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
            // A boundary neutral says nothing and keeps its place.
            scalars.append(scalar.isForbidden && scalar != "\n" ? 0x200B : scalar.value)
            let isFull = scalars.count >= Bidi.most && scalar.properties.isWhitespace
            if isFull || scalars.count >= 2 * Bidi.most, !look(&self) { return nil }
        }
        guard look(&self) else { return nil }
        isRightToLeft = base == 1
    }

    /// Is there a letter that runs from right to left?
    private static func isNeeded(in text: String) -> Bool {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8Span.span
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            // U+0590–07FF, U+0800–08FF, the presentation forms, and the planes above.
            switch byte {
            case 0..<0xD6: offset += 1
            case 0xD6...0xDF: return true
            case 0xE0:
                if offset + 1 < bytes.count, bytes[offset + 1] < 0xA4 { return true }
                offset += 3
            case 0xEF:
                if offset + 1 < bytes.count, bytes[offset + 1] >= 0xAC, bytes[offset + 1] < 0xBC {
                    return true
                }
                offset += 3
            case 0xF0:
                if offset + 2 < bytes.count, bytes[offset + 1] == 0x90, bytes[offset + 2] >= 0xA0 {
                    return true
                }
                if offset + 1 < bytes.count, bytes[offset + 1] == 0x9E, offset + 2 < bytes.count,
                    bytes[offset + 2] >= 0xA0
                {
                    return true
                }
                offset += 4
            default: offset += 1
            }
        }
        return false
    }

    /// Index of the scalar at a byte offset.
    private func index(at offset: Int) -> Int {
        var low = 0
        var high = offsets.count
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The runs of a line in the order they stand on the screen, each of one direction.
    ///
    /// - Parameter base: where the paragraph stands in the text that the runs' sources count in.
    func ordered(_ runs: [Run], base: Int) -> [Run] {
        let own: Int8 = isRightToLeft ? 1 : 0
        var split: [Run] = []
        for run in runs {
            guard let source = run.source else {
                var run = run
                // What was added stands with what it was added to.
                run.level = split.last?.level ?? own
                split.append(run)
                continue
            }
            split += parts(of: run, from: source.lowerBound - base, base: base)
        }
        // Blanks at the end of a line stand at the end of the paragraph's direction (L1).
        for index in split.indices.reversed() {
            guard split[index].text.utf8.allSatisfy({ $0 == 0x20 }) else { break }
            split[index].level = own
        }
        return Bidi.reordered(split)
    }

    /// A run as parts of one level each.
    private func parts(of run: Run, from start: Int, base: Int) -> [Run] {
        var parts: [Run] = []
        var first = index(at: start)
        let end = index(at: start + run.text.utf8.count)
        while first < end {
            let level = levels[first]
            var last = first + 1
            while last < end, levels[last] == level { last += 1 }
            let stop =
                last < offsets.count && last < end ? offsets[last] : start + run.text.utf8.count
            var part = run
            part.level = level
            part.text = String(run.text.utf8Slice((offsets[first] - start)..<(stop - start)))
            part.source = (offsets[first] + base)..<(stop + base)
            part.columns = part.text.columns
            if level & 1 == 1 { part.drawn = forms(first..<last) }
            parts.append(part)
            first = last
        }
        return parts
    }

    /// What stands for scalars that run from right to left, glyph by glyph from the left.
    private func forms(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for index in range { text.append(Unicode.Scalar(drawn[index]) ?? "\u{FFFD}") }
        var out = ""
        for glyph in Array(Glyphs(String(text))).reversed() { out += glyph.text }
        return out
    }

    /// Runs turned round by their levels (L2). Done twice, they are in the order of the text again.
    private static func reordered(_ runs: [Run]) -> [Run] {
        var runs = runs
        let highest = runs.map(\.level).max() ?? 0
        guard highest > 0 else { return runs }
        for level in (1...highest).reversed() { turn(&runs, from: level) }
        return runs
    }

    /// Turns every row of runs of at least this level round.
    fileprivate static func turn(_ runs: inout [Run], from level: Int8) {
        var start = 0
        while start < runs.count {
            guard runs[start].level >= level else {
                start += 1
                continue
            }
            var end = start
            while end < runs.count, runs[end].level >= level { end += 1 }
            runs[start..<end].reverse()
            start = end
        }
    }
}

extension Line {
    /// Its runs in the order of the text, as they are written where a terminal or another program does the turning.
    package var runsAsWritten: [Run] {
        let highest = runs.map(\.level).max() ?? 0
        guard highest > 0 else { return runs }
        var runs = runs
        for level in 1...highest { Bidi.turn(&runs, from: level) }
        return runs
    }
}
