import LecternCore

/// Small questions about short texts.
enum Wording {
    /// Lower-case letters and digits of a text as words.
    static func words(_ text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            var words: [String] = []
            var word: [UInt8] = []
            func endWord() {
                guard !word.isEmpty else { return }
                words.append(String(decoding: word, as: UTF8.self))
                word.removeAll(keepingCapacity: true)
            }
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                switch byte {
                case 0x30...0x39, 0x61...0x7A: word.append(byte)
                case 0x41...0x5A: word.append(byte | 0x20)
                case 0x27: break
                case 0x80...:
                    let (scalar, length) = scalar(bytes, at: place)
                    place += length
                    // Apostrophes part nothing; other signs of this block do.
                    if scalar == "’" { continue }
                    if (0x2000..<0x2070).contains(scalar.value) {
                        endWord()
                        continue
                    }
                    for lower in lowered(scalar) {
                        guard isWordPart(lower) else {
                            endWord()
                            continue
                        }
                        word += UTF8.encode(lower) ?? Unicode.UTF8.encodedReplacementCharacter
                        // Ideographs and kana are words of their own.
                        if (0x2E80..<0xAC00).contains(lower.value) { endWord() }
                    }
                    continue
                default: endWord()
                }
                place += 1
            }
            endWord()
            return words
        }
    }

    /// The scalar at a place of valid UTF-8, and its bytes.
    private static func scalar(
        _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
    ) -> (Unicode.Scalar, Int) {
        let first = UInt32(bytes[place])
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard place + length <= bytes.count else { return ("\u{FFFD}", bytes.count - place) }
        var value = first & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for next in (place + 1)..<(place + length) {
            value = value << 6 | UInt32(bytes[next] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    private static func lowered(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        switch scalar.value {
        // The Turkish capital, whose dot would be a mark of its own.
        case 0x130: "i".unicodeScalars
        case 0xDF...0xF6, 0xF8...0xFF, 0x430...0x44F, 0x2E80..<0xAC00:
            String(scalar).unicodeScalars
        default: scalar.properties.lowercaseMapping.unicodeScalars
        }
    }

    /// Is it a letter or a number of any script?
    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A, 0xDF...0xF6, 0xF8...0x24F: true
        case 0..<0xAA, 0x2000..<0x2070, 0x3000..<0x3005: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// The same words in the same order, whatever stands between them.
    static func same(_ first: String, _ second: String) -> Bool {
        if first == second { return true }
        if let one = opening(first), let other = opening(second), one != other { return false }
        return words(first) == words(second)
    }

    /// The first letter or digit, if that and all before it is ASCII.
    private static func opening(_ text: String) -> UInt8? {
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: return byte
            case 0x41...0x5A: return byte | 0x20
            case 0x80...: return nil
            default: continue
            }
        }
        return nil
    }

    /// Share of the words of the shorter text that the other has too, 0...1.
    static func overlap(_ first: String, _ second: String) -> Double {
        let one = Set(words(first))
        let two = Set(words(second))
        guard !one.isEmpty, !two.isEmpty else { return 0 }
        return Double(one.intersection(two).count) / Double(min(one.count, two.count))
    }

    /// Letters and digits alone, lower case, for comparing a name with a host.
    static func squeezed(_ text: String) -> String { words(text).joined() }

    /// White space collapsed, controls dropped.
    static func tidy(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var isBlank = false
        for scalar in text.unicodeScalars {
            if isWhiteSpace(scalar) {
                isBlank = !out.isEmpty
                continue
            }
            if isBlank {
                out.append(0x20)
                isBlank = false
            }
            out.append(contentsOf: UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
        }
        return cleanText(out[...])
    }

    private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0: true
        case 0..<0x1680: false
        default: scalar.properties.isWhitespace
        }
    }

    /// Is there something like `&amp;` or `&#39;`? "Fish & chips" has none.
    private static func holdsReference(_ text: String) -> Bool {
        var follows = false
        for byte in text.utf8 {
            if follows, byte == UInt8(ascii: "#") || (0x61...0x7A).contains(byte | 0x20) {
                return true
            }
            follows = byte == UInt8(ascii: "&")
        }
        return false
    }

    /// A text from an attribute or JSON whose author escaped it once too often, without tags.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")) || holdsReference(text) else {
            return tidy(text)
        }
        guard text.utf8.count < 20_000 else { return tidy(text) }
        let tree = Tree.parsed(Guardian.guarded(Array(text.utf8)))
        return tree.text(in: tree.indices)
    }
}
