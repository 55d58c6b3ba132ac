/// What fills one place on the screen: a spacing character with its marks.
package struct Glyph: Equatable, Sendable {
    /// UTF-8 bytes in the text it came from, everything that was dropped included.
    package var range: Range<Int>
    /// One spacing scalar and at most 4 marks, free of anything a terminal would obey.
    package var scalars: Scalars
    /// 1 or 2.
    package var columns: Int

    package var text: String { scalars.text }

    /// Up to 5 scalars packed in 16 bytes, so that a screenful of cells is made, compared and forgotten without memory
    /// of its own for any of them.
    package struct Scalars: Equatable, Sendable {
        /// Three scalars of 21 bits and two of them, the first lowest; 0 where there is none.
        private var low: UInt64
        private var high: UInt64 = 0

        package static let most = 5
        package static let none = Scalars(low: 0)

        private init(low: UInt64) { self.low = low }

        package init(_ base: Unicode.Scalar) { low = UInt64(base.value) }

        /// The value of a scalar; 0 behind the last.
        package subscript(index: Int) -> UInt32 {
            UInt32(
                truncatingIfNeeded: (index < 3 ? low &>> (21 * index) : high &>> (21 * (index - 3)))
                    & 0x1F_FFFF)
        }

        /// Adds a mark; nothing happens when there is no room for it.
        package mutating func append(_ mark: Unicode.Scalar) {
            for index in 1..<Scalars.most where self[index] == 0 {
                if index < 3 {
                    low |= UInt64(mark.value) &<< (21 * index)
                } else {
                    high |= UInt64(mark.value) &<< (21 * (index - 3))
                }
                return
            }
        }

        package var text: String {
            var text = String.UnicodeScalarView()
            for index in 0..<Scalars.most where self[index] != 0 {
                if let scalar = Unicode.Scalar(self[index]) { text.append(scalar) }
            }
            return String(text)
        }
    }
}

/// The one gate between text that was read and the screen.
///
/// No C0, DEL, C1, bidi control (embedding, override, isolate, mark), tag character or other invisible format
/// character comes out; a tab or line break comes out as a blank. `Ruler` says what a glyph is. Of a joined
/// emoji its first picture comes out, without skin tones and variation selectors, because a terminal's cell
/// holds one spacing character and the marks on it.
package struct Glyphs: Sequence, IteratorProtocol {
    private let text: String
    private var offset = 0

    package init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
    }

    /// Passes over the printable ASCII characters that come next, which most text is made of: their UTF-8 bytes, each a
    /// glyph of one column.
    package mutating func passASCII(most: Int = .max) -> Range<Int> {
        let bytes = text.utf8Span.span
        let start = offset
        let end = most < bytes.count - start ? start + most : bytes.count
        while offset < end, (0x20..<0x7F).contains(bytes[offset]) { offset += 1 }
        // What follows may belong to the last of them.
        if offset > start, offset < bytes.count, !(0x20..<0x7F).contains(bytes[offset]) {
            offset -= 1
        }
        return start..<offset
    }

    package mutating func next() -> Glyph? {
        let plain = passASCII(most: 1)
        let bytes = text.utf8Span.span
        let start = plain.lowerBound
        if !plain.isEmpty {
            return Glyph(
                range: plain, scalars: Glyph.Scalars(Unicode.Scalar(bytes[start])), columns: 1)
        }
        while offset < bytes.count {
            let from = offset
            let step = Ruler.step(bytes, at: from)
            offset = step.end
            guard step.columns > 0 else { continue }
            var drawn = Glyph.Scalars(step.base.value < 0x20 ? " " : step.base)
            var at = from + UTF8.width(step.base)
            while at < step.end {
                let (mark, end) = Ruler.scalar(bytes, at: at)
                at = end
                if mark.isMark { drawn.append(mark) }
            }
            offset = Glyphs.skipUndrawn(bytes, from: step.end)
            return Glyph(range: start..<offset, scalars: drawn, columns: step.columns)
        }
        return nil
    }

    /// The offset behind what follows a glyph and is not drawn: it belongs to the glyph's range.
    private static func skipUndrawn(
        _ bytes: borrowing Swift.Span<UInt8>, from start: Int
    ) -> Int {
        var offset = start
        while offset < bytes.count, bytes[offset] < 0x20 || bytes[offset] >= 0x7F {
            let step = Ruler.step(bytes, at: offset)
            guard step.columns == 0 else { break }
            offset = step.end
        }
        return offset
    }
}

extension String {
    /// Columns the text takes on the screen.
    package var columns: Int {
        let bytes = utf8Span.span
        return Ruler.columns(bytes, to: bytes.count)
    }

    /// The text as it may be written to a terminal or a message: what `Glyphs` lets through, line breaks kept.
    package var gated: String {
        if utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A }) { return self }
        func passes(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value == 0x0A || scalar.value == 0x09 || !scalar.isForbidden
        }
        // Most texts need no copy.
        if unicodeScalars.allSatisfy(passes) { return self }
        var out = ""
        out.reserveCapacity(utf8.count)
        for scalar in unicodeScalars where passes(scalar) { out.unicodeScalars.append(scalar) }
        return out
    }
}
