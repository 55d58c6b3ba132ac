/// A word of a text, folded and stemmed to a hash: what retrieval, ranking and the check compare.
struct Term: Hashable, Sendable {
    enum Kind: Sendable { case word, name, number }
    /// FNV-1a of the folded stem; for numbers, of the digits.
    var hash: UInt64
    var kind: Kind
    var isStop: Bool
}

/// Cuts text into terms: letters and digits folded to lower case without accents, cut to a stem; ideographs
/// and kana as overlapping pairs.
///
/// Without a stemmer the stem is the word's first letters, since endings carry the inflection in nearly all
/// languages with letters: what ranking and the check need is little more, and it costs nothing per language.
enum Terms {
    /// Letters of a word that count.
    static let stemLength = 6

    static func of(_ text: some StringProtocol, stemmer: Stemmer? = nil) -> [Term] {
        var cutter = TermCutter(stemmer: stemmer)
        cutter.run(text.unicodeScalars)
        return cutter.terms
    }

    /// Of a script that puts no blanks between words.
    static func isIdeograph(_ value: UInt32) -> Bool {
        (0x3040...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value)
            || (0xF900...0xFAFF).contains(value) || (0x20000...0x3FFFF).contains(value)
            || (0x0E01...0x0E5B).contains(value)
    }

    /// Lower case without accent, two letters for ß, æ and œ; nil for what is no letter.
    static func fold(_ value: UInt32) -> (value: UInt32, second: UInt32, isUpper: Bool)? {
        if value < 0xC0 {
            switch value {
            case 0x61...0x7A, 0xAA, 0xB5, 0xBA: return (value, 0, false)
            case 0x41...0x5A: return (value | 0x20, 0, true)
            default: return nil
            }
        }
        if value < 0x180, value != 0xD7, value != 0xF7 {
            let base = Folding.latin[Int(value - 0xC0)]
            let isOdd = (0x139...0x148).contains(value) || value >= 0x179
            let isUpper = value < 0x100 ? value < 0xDF : (value & 1 == 1) == isOdd
            if value == 0xDF { return (0x73, 0x73, false) }
            if value == 0xC6 || value == 0xE6 { return (0x61, 0x65, value == 0xC6) }
            if value == 0x152 || value == 0x153 { return (0x6F, 0x65, value == 0x152) }
            return (UInt32(base), 0, isUpper)
        }
        if value >= 0x0391, value <= 0x03A9 { return (value + 0x20, 0, true) }
        if value >= 0x0410, value <= 0x042F { return (value + 0x20, 0, true) }
        if value >= 0x0430, value <= 0x044F { return (value, 0, false) }
        guard let scalar = Unicode.Scalar(value) else { return nil }
        let properties = scalar.properties
        guard properties.isAlphabetic else { return nil }
        if properties.isUppercase, let lower = properties.lowercaseMapping.unicodeScalars.first {
            return (lower.value, 0, true)
        }
        return (value, 0, false)
    }
}

private struct TermCutter {
    var terms: [Term] = []
    private let stemmer: Stemmer?
    /// The word in lower case, accents kept: what a stemmer wants.
    private var letters: [UInt8] = []
    private var whole = FNV()
    private var stem = FNV()
    private var length = 0
    private var digits = 0
    private var isCapital = false
    private var isFirst = true
    private var lastIdeograph: UInt32?

    init(stemmer: Stemmer?) { self.stemmer = stemmer }

    mutating func run(_ scalars: some Sequence<Unicode.Scalar>) {
        // A mark between digits is nothing, so that 12,000, 12.000 and 12 000 are one number.
        var pendingMark = false
        for scalar in scalars {
            let value = scalar.value
            if pendingMark, !(0x30...0x39).contains(value) {
                close()
                pendingMark = false
            }
            if value < 0x80 {
                if value >= 0x61, value <= 0x7A {
                    add(value, isUpper: false)
                } else if value >= 0x41, value <= 0x5A {
                    add(value | 0x20, isUpper: true)
                } else if value >= 0x30, value <= 0x39 {
                    addDigit(value)
                } else if digits > 0, digits == length, value == 0x2E || value == 0x2C {
                    pendingMark = true
                    continue
                } else {
                    close()
                }
            } else if Terms.isIdeograph(value) {
                close()
                if let last = lastIdeograph {
                    var pair = FNV()
                    pair.feed(last)
                    pair.feed(value)
                    terms.append(Term(hash: pair.value, kind: .word, isStop: false))
                }
                lastIdeograph = value
                continue
            } else if value == 0x2019 || value == 0x2D {
                close()
            } else if value >= 0x300, value < 0x370 {
                continue
            } else if (value == 0xA0 || value == 0x202F || value == 0x2009), digits > 0,
                digits == length
            {
                // Thousands apart: 12 000.
                pendingMark = true
                continue
            } else if let folded = Terms.fold(value) {
                if stemmer != nil {
                    letters.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
                }
                add(folded.value, isUpper: folded.isUpper, isAccented: true)
                if folded.second != 0 { add(folded.second, isUpper: false, isAccented: true) }
            } else {
                close()
            }
            pendingMark = false
            lastIdeograph = nil
        }
        close()
    }

    private mutating func add(_ value: UInt32, isUpper: Bool, isAccented: Bool = false) {
        if stemmer != nil, !isAccented { letters.append(UInt8(truncatingIfNeeded: value)) }
        if length == 0 { isCapital = isUpper }
        length += 1
        whole.feed(value)
        if length <= Terms.stemLength { stem.feed(value) }
    }

    private mutating func addDigit(_ value: UInt32) {
        length += 1
        digits += 1
        if stemmer != nil { letters.append(UInt8(truncatingIfNeeded: value)) }
        whole.feed(value)
        if length <= Terms.stemLength { stem.feed(value) }
    }

    private mutating func close() {
        guard length > 0 else { return }
        let isNumber = digits > 0 && digits * 2 >= length
        let isStop = !isNumber && StopWords.hashes.contains(whole.value)
        if length > 1 || isNumber {
            let kind: Term.Kind =
                isNumber ? .number : isCapital && !isFirst && !isStop ? .name : .word
            let hash = stemmer?.hash(of: letters, whole: whole.value) ?? stem.value
            terms.append(Term(hash: isNumber ? whole.value : hash, kind: kind, isStop: isStop))
        }
        isFirst = false
        letters.removeAll(keepingCapacity: true)
        whole = FNV()
        stem = FNV()
        (length, digits) = (0, 0)
    }
}

/// FNV-1a over scalars.
struct FNV {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func feed(_ scalar: UInt32) {
        value = (value ^ UInt64(scalar)) &* 0x0000_0100_0000_01b3
    }
}

enum Folding {
    /// Base letters of U+00C0 to U+017F.
    static let latin: [UInt8] = Array(
        ("aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
            + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
