import CSystem

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
/// No C0, DEL, C1, bidi control, tag character or other invisible format character comes out; a tab comes
/// out as a blank. Widths are libc's `wcwidth`, which is what terminals built on it count; a scalar joined
/// by a zero-width joiner adds nothing and is dropped with the joiner, as are emoji modifiers
/// and variation selectors, because ncurses cells hold one spacing character each.
package struct Glyphs: Sequence, IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var pending: Unicode.Scalar?
    private var offset = 0

    package init(_ text: String) {
        scalars = text.unicodeScalars.makeIterator()
        pending = scalars.next()
    }

    package mutating func next() -> Glyph? {
        let start = offset
        while let scalar = pending {
            advance(past: scalar)
            let columns = scalar.columns
            guard columns > 0 else { continue }
            var text = String(scalar.value == 0x09 || scalar.value == 0x0A ? " " : scalar)
            var marks = 0
            while let mark = pending, mark.columns == 0 || mark.isEmojiModifier {
                advance(past: mark)
                if mark.value == 0x200D {
                    if scalar.joinsEmoji, let joined = pending, joined.joinsEmoji {
                        advance(past: joined)
                    }
                } else if mark.isMark, marks < 4 {
                    text.unicodeScalars.append(mark)
                    marks += 1
                }
            }
            return Glyph(range: start..<offset, text: text, columns: columns)
        }
        return nil
    }

    private mutating func advance(past scalar: Unicode.Scalar) {
        offset += UTF8.width(scalar)
        pending = scalars.next()
    }
}

extension Unicode.Scalar {
    /// Columns on the screen: 0 for marks and for all that never reaches it, else 1 or 2.
    package var columns: Int {
        switch value {
        case 0x20...0x7E: return 1
        case 0x09, 0x0A: return 1
        case 0..<0x20, 0x7F..<0xA0: return 0
        case 0xA0: return 1
        case 0xAD: return 0
        default: return isForbidden ? 0 : Swift.max(0, Int(lec_wcwidth(value)))
        }
    }

    /// Controls the direction or the meaning of its neighbours, or hides text: never drawn.
    package var isForbidden: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x061C, 0xFEFF: true
        case 0xFFF0...0xFFFB, 0xE0000...0xE0FFF, 0x180E, 0x1D173...0x1D17A: true
        default: false
        }
    }

    /// A combining mark that a cell may carry.
    fileprivate var isMark: Bool {
        guard !isForbidden, value >= 0x300, !(0xFE00...0xFE0F).contains(value), !isEmojiModifier
        else { return false }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .otherLetter: return true
        default: return value == 0x200C
        }
    }

    fileprivate var isEmojiModifier: Bool { (0x1F3FB...0x1F3FF).contains(value) }

    /// Stands on either side of a joiner in an emoji sequence.
    fileprivate var joinsEmoji: Bool { value >= 0x2190 && (properties.isEmoji || isEmojiModifier) }
}

extension String {
    /// Columns the text takes on the screen.
    package var columns: Int {
        var total = 0
        for glyph in Glyphs(self) { total += glyph.columns }
        return total
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
