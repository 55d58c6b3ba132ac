/// What fills one place on the screen: a spacing character with its marks.
package struct Glyph: Equatable, Sendable {
    /// UTF-8 bytes in the text it came from, everything that was dropped included.
    package var range: Range<Int>
    /// One spacing scalar and at most 4 marks, free of anything a terminal would obey.
    package var text: String
    /// 1 or 2.
    package var columns: Int
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

    /// Marks a cell can carry beside its spacing character: `CCHARW_MAX` of curses.h, less one.
    private static let maximumMarks = 4

    package init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
    }

    package mutating func next() -> Glyph? {
        let bytes = text.utf8Span.span
        let start = offset
        while offset < bytes.count {
            let from = offset
            let step = Ruler.step(bytes, at: from)
            offset = step.end
            guard step.columns > 0 else { continue }
            var drawn = String(step.base.value < 0x20 ? " " : step.base)
            var at = from + UTF8.width(step.base)
            var marks = 0
            while at < step.end, marks < Glyphs.maximumMarks {
                let (mark, end) = Ruler.scalar(bytes, at: at)
                at = end
                guard mark.isMark else { continue }
                drawn.unicodeScalars.append(mark)
                marks += 1
            }
            offset = Glyphs.skipUndrawn(bytes, from: step.end)
            return Glyph(range: start..<offset, text: drawn, columns: step.columns)
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
        var out = ""
        out.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            if scalar.value == 0x0A || scalar.value == 0x09 || !scalar.isForbidden {
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
