import LecternCore

/// A stretch of text that no line ending falls into: a word, an ideograph with its punctuation.
struct Piece: Equatable {
    /// Why a line may end behind the piece, best first.
    enum Ending: UInt8, Comparable {
        /// It must: a line break in the text.
        case must
        /// A blank, or a place where no blank is needed (between ideographs, at a zero-width space).
        case free
        /// Behind a hyphen or dash.
        case dash
        /// At a soft hyphen, where a hyphen is added.
        case softHyphen
        /// Inside a word, where its language divides it.
        case hyphenation
        /// Behind a slash, or at a sensible place of an address too long for a line.
        case path
        /// In the middle of a word too long for a line.
        case torn
        /// In the middle of a syllable too long for a line.
        case syllable
    }

    /// UTF-8 bytes: where it starts, where its last glyph that is no blank ends, where the next one starts.
    var start: Int
    var contentEnd: Int
    var end: Int
    /// Columns of its content, and of the blanks behind it.
    var columns: Int
    var blanks: Int
    var ending: Ending

    /// A line that ends behind it gets a hyphen.
    var takesHyphen: Bool { ending == .softHyphen || ending == .hyphenation }
}

/// Text that the typesetter adds to a paragraph: the brackets of a footnote's mark.
struct Addition {
    /// UTF-8 bytes into the paragraph.
    var offset: Int
    var text: String
    /// It belongs to the glyph behind the offset, not to the one before.
    var opens: Bool
    /// The span it stands at.
    var span: LecternCore.Span
}

/// Cuts a text into pieces, as many at a time as are asked for: a paragraph of any length in bounded memory.
struct PieceCutter {
    private let additions: [Addition]
    private let measure: Int
    /// Divides the words that are too wide for a line, before they are torn.
    private let division: Division?
    private var rules = BreakRules()
    private var offset = 0
    private var open: Piece
    /// What the last glyph allows if a line may end behind it.
    private var ending = Piece.Ending.free
    private(set) var isDone = false

    /// `measure` in columns, at least 2: no piece will be wider.
    init(measure: Int, additions: [Addition], division: Division? = nil) {
        self.measure = measure
        self.division = division
        self.additions = additions
        open = Piece(start: 0, contentEnd: 0, end: 0, columns: 0, blanks: 0, ending: .must)
    }

    /// Cuts until there are `limit` pieces or more, a line must end, or the text does (`isDone`).
    mutating func cut(
        _ bytes: borrowing Swift.Span<UInt8>, into pieces: inout [Piece], limit: Int
    ) {
        while offset < bytes.count {
            takeWord(bytes)
            guard offset < bytes.count else { break }
            let from = offset
            let glyph = Ruler.step(bytes, at: from)
            let breakClass = BreakClass(glyph.base, columns: glyph.columns)
            if breakClass == .mandatory {
                offset = glyph.end
                rules = BreakRules()
                close(.must, at: glyph.end, bytes, into: &pieces)
                return
            }
            if breakClass == .space, open.columns > 0 || open.contentEnd > open.start {
                _ = rules.feed(.space, isWide: false) { .start }
                open.blanks += glyph.columns
                offset = glyph.end
                ending = .free
                continue
            }
            // Blanks at the start of a line are content: an indent that was meant.
            let breaks =
                breakClass != .space
                && rules.feed(breakClass, isWide: glyph.columns == 2) {
                    PieceCutter.breakClass(bytes, at: glyph.end)
                }
            if breaks { close(ending, at: from, bytes, into: &pieces) }
            open.columns += open.blanks + glyph.columns
            open.blanks = 0
            open.contentEnd = glyph.end
            offset = glyph.end
            ending = PieceCutter.ending(behind: glyph.base, breakClass)
            if breaks, pieces.count >= limit { return }
        }
        isDone = true
        if open.contentEnd > open.start || pieces.isEmpty && open.start == 0 {
            close(.must, at: bytes.count, bytes, into: &pieces)
        }
    }

    /// ASCII letters and digits one after the other hold no line ending: count them.
    private mutating func takeWord(_ bytes: borrowing Swift.Span<UInt8>) {
        guard !rules.spaces, rules.last == .alphabetic || rules.last == .number else { return }
        let from = offset
        while offset < bytes.count, bytes[offset].isWordByte { offset += 1 }
        guard offset > from else { return }
        if bytes[offset - 1].isDigit != (rules.last == .number) {
            _ = rules.feed(bytes[offset - 1].isDigit ? .number : .alphabetic, isWide: false) {
                .start
            }
        }
        open.columns += open.blanks + offset - from
        open.blanks = 0
        open.contentEnd = offset
        ending = .free
    }

    private static func breakClass(
        _ bytes: borrowing Swift.Span<UInt8>, at offset: Int
    ) -> BreakClass {
        guard offset < bytes.count else { return .start }
        let glyph = Ruler.step(bytes, at: offset)
        return BreakClass(glyph.base, columns: glyph.columns)
    }

    private static func ending(
        behind scalar: Unicode.Scalar, _ breakClass: BreakClass
    ) -> Piece.Ending {
        switch breakClass {
        case .hyphen, .bothSides: .dash
        case .solidus: .path
        case .after: scalar.value == 0xAD ? .softHyphen : scalar.value < 0x2028 ? .dash : .free
        default: .free
        }
    }

    /// Ends the open piece and starts the next one at `end`.
    private mutating func close(
        _ ending: Piece.Ending, at end: Int, _ bytes: borrowing Swift.Span<UInt8>,
        into pieces: inout [Piece]
    ) {
        open.end = end
        open.ending = ending
        let added = additions.isEmpty ? 0 : columnsAdded(from: open.start, to: open.contentEnd)
        let hyphen = ending == .softHyphen ? 1 : 0
        if open.columns + added + hyphen > measure {
            let parts = added == 0 && hyphen == 0 ? division?.parts(of: open) ?? [] : []
            if parts.count > 1, parts.allSatisfy({ $0.columns < measure }) {
                pieces += parts
            } else {
                tear(bytes, into: &pieces)
            }
        } else {
            open.columns += added
            pieces.append(open)
        }
        open = Piece(start: end, contentEnd: end, end: end, columns: 0, blanks: 0, ending: .must)
        self.ending = .free
    }

    /// Cuts a piece that is wider than the measure at every glyph: sensible places first, then anywhere.
    private func tear(_ bytes: borrowing Swift.Span<UInt8>, into pieces: inout [Piece]) {
        var part = open
        part.columns = 0
        part.contentEnd = part.start
        var previous: Unicode.Scalar = " "
        var at = open.start
        while at < open.contentEnd {
            let glyph = Ruler.step(bytes, at: at)
            let added = additions.isEmpty ? 0 : columnsAdded(from: at, to: glyph.end)
            // A blank that may not end a line otherwise is the best place of all.
            let isBlank =
                glyph.base == " " && part.columns > 0 || glyph.columns == 0 && part.blanks > 0
            if at > part.start, glyph.columns > 0, !isBlank {
                part.end = at
                part.ending = PieceCutter.tear(between: previous, and: glyph.base)
                pieces.append(part)
                part.start = at
                part.columns = 0
                part.blanks = 0
            }
            if isBlank {
                part.blanks += glyph.columns
            } else {
                part.columns += glyph.columns + added
                part.contentEnd = glyph.end
            }
            at = glyph.end
            previous = glyph.base
        }
        part.end = open.end
        part.blanks += open.blanks
        part.ending = open.ending == .softHyphen && part.columns >= measure ? .torn : open.ending
        pieces.append(part)
    }

    /// Columns of the additions that stand with the glyphs of a stretch.
    private func columnsAdded(from start: Int, to end: Int) -> Int {
        var low = 0
        var high = additions.count
        while low < high {
            let middle = (low + high) / 2
            if additions[middle].offset < start { low = middle + 1 } else { high = middle }
        }
        var sum = 0
        for addition in additions[low...] {
            guard addition.offset <= end else { break }
            let isInside = addition.opens ? addition.offset < end : addition.offset > start
            if isInside { sum += addition.text.columns }
        }
        return sum
    }

    /// How bad it is to tear a word between two glyphs.
    private static func tear(
        between one: Unicode.Scalar, and other: Unicode.Scalar
    ) -> Piece.Ending {
        switch one {
        case " ", "/", "?", "&", "=", "#", "_", "-", "~", ":", ",", ";", "|", ".", "\\", "@", "+":
            return other == one && one != " " ? .torn : .path
        default: break
        }
        if other == "%" || other == "." { return .path }
        switch other.value {
        // Thai and Lao vowels and tones stand with their consonant; leading vowels start a syllable.
        case 0xE2F...0xE3A, 0xE45...0xE4E, 0xEB0...0xEBC, 0xEC6...0xECE: return .syllable
        default: break
        }
        switch one.value {
        case 0xE40...0xE44, 0xEC0...0xEC4, 0x1039, 0x17D2: return .syllable
        default: break
        }
        switch BreakClass(other, columns: other.columns) {
        case .combining, .closing, .parenthesis, .exclamation, .infix, .inseparable, .nonstarter,
            .closingQuote:
            return .syllable
        default: break
        }
        switch BreakClass(one, columns: one.columns) {
        case .opening, .openingQuote: return .syllable
        default: return .torn
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    /// An ASCII letter or digit.
    fileprivate var isWordByte: Bool {
        (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || isDigit
    }
}

extension Piece.Ending {
    static func < (one: Piece.Ending, other: Piece.Ending) -> Bool { one.rawValue < other.rawValue }
}
