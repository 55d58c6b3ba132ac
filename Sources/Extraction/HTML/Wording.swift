import LecternCore

/// Small questions about short texts.
enum Wording {
    /// Lower-case letters and digits of a text as words.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            var word: [UInt8] = []
            for byte in text.utf8 {
                switch byte {
                case 0x30...0x39, 0x61...0x7A: word.append(byte)
                case 0x41...0x5A: word.append(byte | 0x20)
                case 0x27: continue
                default:
                    guard !word.isEmpty else { continue }
                    words.append(String(decoding: word, as: UTF8.self))
                    word.removeAll(keepingCapacity: true)
                }
            }
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            return words
        }
        var word = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if isWordPart(scalar) {
                word.append(scalar)
                // Ideographs and kana are words of their own.
                if (0x2E80..<0xAC00).contains(scalar.value) {
                    words.append(String(word))
                    word = .init()
                }
            } else if !word.isEmpty, scalar != "'" && scalar != "’" {
                words.append(String(word))
                word = .init()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
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
        first == second || words(first) == words(second)
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

    /// A text from an attribute or JSON whose author escaped it once too often, without tags.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) || text.utf8.contains(UInt8(ascii: "<")) else {
            return tidy(text)
        }
        guard text.utf8.count < 20_000 else { return tidy(text) }
        let tree = Tree.parsed(Guardian.guarded(Array(text.utf8)))
        return tree.text(in: tree.indices)
    }
}
