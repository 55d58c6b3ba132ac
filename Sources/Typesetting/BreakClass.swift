import LecternCore

/// The line breaking classes of UAX #14 that matter to a terminal (https://www.unicode.org/reports/tr14/).
enum BreakClass: UInt8 {
    /// Start of a line or text: no scalar has it.
    case start
    /// SP, and the blanks of other widths that may hang at a line's end.
    case space
    /// BK, LF, CR, NL.
    case mandatory
    /// AL.
    case alphabetic
    /// HL.
    case hebrew
    /// NU.
    case number
    /// ID, EB, EM, H2, H3, JL, JV, JT.
    case ideograph
    /// NS, CJ.
    case nonstarter
    /// QU: a quotation mark that may open or close; by general category one that opens (Pi) or closes (Pf).
    case quote, openingQuote, closingQuote
    /// OP, CL, CP.
    case opening, closing, parenthesis
    /// EX, IS, SY, IN.
    case exclamation, infix, solidus, inseparable
    /// BA, BB, B2, HY.
    case after, before, bothSides, hyphen
    /// PR, PO.
    case prefix, postfix
    /// GL, WJ.
    case glue, wordJoiner
    /// CM, ZWJ.
    case combining, joiner
    /// ZW, CB, RI.
    case zeroWidthSpace, contingent, regional
}

extension BreakClass {
    /// The class of any scalar beyond ASCII; `columns` as the ruler counts them.
    init(_ scalar: Unicode.Scalar, columns: Int) {
        switch scalar.value {
        case 0..<0x80: self = BreakClass(ascii: UInt8(scalar.value))
        // Letters of the Latin, Greek and Cyrillic blocks, ideographs, Hangul: no look-up.
        case 0xC0..<0x2C7, 0x3B1..<0x3FF, 0x400..<0x483: self = .alphabetic
        case 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xAC00..<0xD7A4: self = .ideograph
        case 0x3041...0x3096, 0x309D...0x30FF:
            self = BreakClass.exception(scalar.value) ?? .ideograph
        default: self = BreakClass.exception(scalar.value) ?? BreakClass.derived(scalar, columns)
        }
    }

    /// What general category and width tell.
    private static func derived(_ scalar: Unicode.Scalar, _ columns: Int) -> BreakClass {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: .combining
        case .openPunctuation: .opening
        case .closePunctuation: .closing
        case .initialPunctuation: .openingQuote
        case .finalPunctuation: .closingQuote
        case .spaceSeparator: .space
        case .currencySymbol: columns == 2 ? .ideograph : .prefix
        case .decimalNumber: columns == 2 ? .ideograph : .number
        default: columns == 2 ? .ideograph : .alphabetic
        }
    }

    private static func exception(_ value: UInt32) -> BreakClass? {
        let table = exceptions
        var low = 0
        var high = table.count
        while low < high {
            let middle = (low + high) / 2
            if table[middle].last < value { low = middle + 1 } else { high = middle }
        }
        return low < table.count && table[low].first <= value ? table[low].breakClass : nil
    }

    private struct Stretch {
        var first: UInt32
        var last: UInt32
        var breakClass: BreakClass
    }

    private static let exceptions: [Stretch] = {
        var found: [Stretch] = []
        for (breakClass, list) in lineBreakExceptions {
            // Bytes, since the first line of an article waits for this table.
            var first: UInt32?
            var value: UInt32 = 0
            func end() {
                found.append(Stretch(first: first ?? value, last: value, breakClass: breakClass))
                first = nil
                value = 0
            }
            list.withUTF8Buffer { bytes in
                for byte in bytes {
                    switch byte {
                    case UInt8(ascii: " "): end()
                    case UInt8(ascii: "-"):
                        first = value
                        value = 0
                    case 0x30...0x39: value = value << 4 | UInt32(byte & 0x0F)
                    default: value = value << 4 | UInt32(byte & 0x0F) + 9
                    }
                }
            }
            end()
        }
        return found.sorted { $0.first < $1.first }
    }()

    /// The class of an ASCII scalar; a tab counts as a blank.
    private init(ascii: UInt8) {
        self =
            switch Unicode.Scalar(ascii) {
            case "0"..."9": .number
            case "A"..."Z", "a"..."z": .alphabetic
            case " ", "\t": .space
            case "\n", "\r", "\u{B}", "\u{C}": .mandatory
            case "!", "?": .exclamation
            case "\"", "'": .quote
            case "$", "+", "\\": .prefix
            case "%": .postfix
            case "(", "[", "{": .opening
            case ")", "]": .parenthesis
            case "}": .closing
            case ",", ".", ":", ";": .infix
            case "-": .hyphen
            case "/": .solidus
            case "|": .after
            case "\0"..<" ", "\u{7F}": .combining
            default: .alphabetic
            }
    }
}
