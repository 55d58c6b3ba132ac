import CSystem

/// The one ruler: how many columns a terminal gives to text, measured on UTF-8 bytes without copying them.
///
/// Widths are libc's `wcwidth`, which is what terminals built on it count, with two additions that agree with
/// them on joined emoji: a scalar joined by a zero-width joiner adds nothing, nor does a skin tone after an emoji.
package enum Ruler {
    /// One glyph, or something that is not drawn at all.
    package struct Step: Equatable, Sendable {
        /// Byte offset behind it, its marks included.
        package var end: Int
        /// Its spacing scalar, or the scalar that is not drawn.
        package var base: Unicode.Scalar
        /// 1 or 2; 0 for what is never drawn.
        package var columns: Int
    }

    /// The glyph at a byte offset, which must be inside `bytes` and at the start of a scalar.
    ///
    /// Format characters (bidi controls, soft hyphens, zero-width spaces) are steps of their own, without columns.
    package static func step(_ bytes: borrowing Swift.Span<UInt8>, at start: Int) -> Step {
        let byte = bytes[start]
        if byte >= 0x20, byte < 0x7F, start + 1 == bytes.count || bytes[start + 1] < 0x80 {
            return Step(end: start + 1, base: Unicode.Scalar(byte), columns: 1)
        }
        let (base, behind) = scalar(bytes, at: start)
        var end = behind
        let columns = base.columns
        guard columns > 0, base.value >= 0x20 else {
            return Step(end: end, base: base, columns: columns)
        }
        while end < bytes.count, bytes[end] >= 0x80 {
            let (next, behind) = scalar(bytes, at: end)
            guard next.value >= 0x300 else { break }
            if next.isEmojiModifier {
                guard base.joinsEmoji else { break }
            } else if next.columns > 0 || next.isForbidden {
                break
            }
            end = behind
            if next.value == 0x200D, base.joinsEmoji, end < bytes.count, bytes[end] >= 0x80 {
                let (joined, further) = scalar(bytes, at: end)
                if joined.joinsEmoji { end = further }
            }
        }
        return Step(end: end, base: base, columns: columns)
    }

    /// The scalar at a byte offset and the offset behind it; U+FFFD for bytes that are no UTF-8.
    package static func scalar(
        _ bytes: borrowing Swift.Span<UInt8>, at start: Int
    ) -> (Unicode.Scalar, end: Int) {
        let lead = UInt32(bytes[start])
        if lead < 0x80 { return (Unicode.Scalar(bytes[start]), start + 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard start + length <= bytes.count else { return ("\u{FFFD}", bytes.count) }
        var value = lead & (0x7F >> UInt32(length))
        for index in (start + 1)..<(start + length) {
            value = value << 6 | UInt32(bytes[index] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", start + length)
    }

    /// Columns of a stretch of bytes that starts and ends at scalars.
    package static func columns(
        _ bytes: borrowing Swift.Span<UInt8>, from start: Int = 0, to end: Int
    ) -> Int {
        var total = 0
        var offset = start
        while offset < end {
            let byte = bytes[offset]
            if byte < 0x80 {
                total += (0x20...0x7E).contains(byte) || byte == 0x09 || byte == 0x0A ? 1 : 0
                offset += 1
            } else {
                let step = step(bytes, at: offset)
                total += step.columns
                offset = step.end
            }
        }
        return total
    }
}

extension Unicode.Scalar {
    /// Columns on the screen: 0 for marks and for all that never reaches it, else 1 or 2.
    package var columns: Int {
        switch value {
        case 0x20...0x7E, 0x09, 0x0A: 1
        case 0..<0x20, 0x7F..<0xA0, 0xAD: 0
        case 0xA0..<0x300, 0x3A3...0x482, 0x2010...0x2027: 1
        case 0x3000...0x3029, 0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: 2
        default: isForbidden ? 0 : Swift.max(0, Int(lec_wcwidth(value)))
        }
    }

    /// Controls the direction or the meaning of its neighbours, or hides text: never drawn.
    package var isForbidden: Bool {
        switch value {
        case 0x20..<0x7F, 0xA0..<0x61C, 0x3000..<0xE000: false
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x061C, 0xFEFF: true
        // What Kitty shows pictures in place of: no text may ask for one.
        case 0x10EEEE: true
        case 0xFFF0...0xFFFB, 0xE0000...0xE0FFF, 0x180E, 0x1D173...0x1D17A: true
        default: false
        }
    }

    /// A combining mark that a cell may carry.
    var isMark: Bool {
        guard value >= 0x300, !isForbidden, columns == 0, !(0xFE00...0xFE0F).contains(value) else {
            return false
        }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .otherLetter: return true
        default: return value == 0x200C
        }
    }

    /// A skin tone.
    var isEmojiModifier: Bool { (0x1F3FB...0x1F3FF).contains(value) }

    /// Stands on either side of a joiner in an emoji sequence, with a skin tone or without.
    var joinsEmoji: Bool {
        switch value {
        case 0..<0x2190, 0x2E80..<0xFE00, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: false
        default: properties.isEmoji
        }
    }
}
