import LecternCore

/// Brings letters to one form for searching: lower case, without accents, ligatures taken apart, typographic
/// quotes and dashes as the keyboard has them, full-width letters as ASCII, raised and lowered digits as plain ones.
enum Folding {
    /// What one scalar becomes; `second` is 0 for all but taken-apart ligatures.
    struct Folded {
        var first: UInt32
        var second: UInt32 = 0
    }

    /// The folded form of a scalar that is neither white space nor ignored.
    static func fold(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar.value {
        case 0x41...0x5A: return Folded(first: scalar.value + 32)
        case 0..<0x80: return Folded(first: scalar.value)
        case 0x80..<low.upperBound: return ligature(scalar.value, low.letters[Int(scalar.value)])
        case 0x1E00..<0x2000:
            return Folded(first: UInt32(high.letters[Int(scalar.value - 0x1E00)]))
        case 0x2070, 0x2074...0x2079: return Folded(first: scalar.value - 0x2070 + 0x30)
        case 0x2080...0x2089: return Folded(first: scalar.value - 0x2080 + 0x30)
        case 0x2010...0x2015, 0x2212: return Folded(first: 0x2D)
        case 0x2018...0x201B: return Folded(first: 0x27)
        case 0x201C...0x201F: return Folded(first: 0x22)
        case 0xFF21...0xFF3A: return Folded(first: scalar.value - 0xFEE0 + 32)
        case 0xFF01...0xFF5E: return Folded(first: scalar.value - 0xFEE0)
        default: return Folded(first: scalar.value)
        }
    }

    /// Blanks of every width and line breaks.
    static func isWhite(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0: true
        case 0..<0x1680: false
        default: scalar.properties.isWhitespace
        }
    }

    /// Soft hyphens, format characters and combining marks: no word is looked for by them.
    static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0xAD: return false
        case 0xAD: return true
        case 0xAE..<0x300, 0x3400..<0xA000, 0xAC00..<0xD7A4: return false
        default:
            if scalar.isForbidden { return true }
            let category = scalar.properties.generalCategory
            return category == .nonspacingMark || category == .format
        }
    }

    private static func ligature(_ value: UInt32, _ plain: UInt16) -> Folded {
        switch value {
        case 0xC6, 0xE6: Folded(first: 0x61, second: 0x65)
        case 0x152, 0x153: Folded(first: 0x6F, second: 0x65)
        case 0xDF: Folded(first: 0x73, second: 0x73)
        case 0xB2, 0xB3: Folded(first: value - 0x80)
        case 0xB9: Folded(first: 0x31)
        default: Folded(first: UInt32(plain))
        }
    }

    private struct Letters {
        var letters: [UInt16]
        var upperBound: UInt32
    }

    private static let low = letters(0..<0x530)
    private static let high = letters(0x1E00..<0x2000)

    /// Every letter of a range as the plain lower-case one that its Unicode name builds on: `LATIN SMALL LETTER E
    /// WITH ACUTE` is an `e`. Names know strokes and hooks too, which decomposition does not.
    private static func letters(_ range: Range<UInt32>) -> Letters {
        var plain: [String: UInt16] = [:]
        for value in 0x41..<UInt32(0x530) {
            guard let scalar = Unicode.Scalar(value), scalar.properties.isLowercase,
                let name = scalar.properties.name
            else { continue }
            plain[name] = UInt16(value)
        }
        let letters = range.map { value -> UInt16 in
            guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else {
                return UInt16(value)
            }
            let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
            if lower.value == 0x451 { return 0x435 }
            guard let name = lower.properties.name else { return UInt16(value) }
            let words = name.split(separator: " ")
            guard let with = words.firstIndex(of: "WITH") else { return UInt16(lower.value) }
            return plain[words[..<with].joined(separator: " ")] ?? UInt16(lower.value)
        }
        return Letters(letters: letters, upperBound: range.upperBound)
    }
}
