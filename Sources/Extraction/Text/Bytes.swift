/// What the text readers ask of UTF-8 bytes. All of it holds for any bytes, valid or not.
extension [UInt8] {
    /// The scalar that starts at `index` and its length; U+FFFD with length 1 for anything broken.
    func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let broken = (scalar: Unicode.Scalar(0xFFFD as UInt16) ?? " ", length: 1)
        let first = self[index]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, index + length <= count else { return broken }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
        guard let scalar = Unicode.Scalar(value) else { return broken }
        return (scalar, length)
    }

    /// The scalar that ends before `index`, which must be above `floor`, and its length.
    func scalar(before index: Int, floor: Int) -> (scalar: Unicode.Scalar, length: Int) {
        var start = index - 1
        while start > floor, self[start] & 0xC0 == 0x80, index - start < 4 { start -= 1 }
        return (scalar(at: start).scalar, index - start)
    }

    /// The bytes of a range as a string.
    func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

    /// Does the range end a sentence, quotes and brackets behind the full stop left aside?
    func endsSentence(_ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound {
            let last = scalar(before: end, floor: range.lowerBound)
            if last.scalar.endsSentence { return true }
            guard last.scalar.closes || last.scalar.properties.isWhitespace else { return false }
            end -= last.length
        }
        return false
    }

    /// Index of `needle` from `start` on, before `end`.
    func firstIndex(of needle: UInt8, from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end {
            if self[index] == needle { return index }
            index += 1
        }
        return nil
    }

    /// Does `text` stand at `index`?
    func has(_ text: StaticString, at index: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard index >= 0, index + length <= count else { return false }
        for offset in 0..<length where self[index + offset] != text.utf8Start[offset] {
            return false
        }
        return true
    }
}

extension Unicode.Scalar {
    /// A full stop, question or exclamation mark, or ellipsis, in any script.
    var endsSentence: Bool {
        switch value {
        case 0x21, 0x2E, 0x3F, 0x203C, 0x2047...0x2049, 0x2026, 0x3002, 0xFF01, 0xFF0E, 0xFF1F,
            0xFF61, 0x061F, 0x06D4, 0x0964, 0x0965, 0x1362, 0x1367, 0x104A, 0x104B, 0x0589, 0x17D4:
            true
        default: false
        }
    }

    /// A closing quote or bracket.
    var closes: Bool {
        switch value {
        case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D, 0x203A, 0x300D, 0x300F, 0x3011,
            0xFF09, 0x201C:
            true
        default: false
        }
    }

    /// An opening quote that never stands inside a word.
    var opensQuote: Bool {
        switch value {
        case 0xAB, 0x201C, 0x201E, 0x201A, 0x2018, 0x2039, 0x300C, 0x300E: true
        default: false
        }
    }

    /// Written without blanks between words: ideographs and kana.
    var isIdeographic: Bool {
        switch value {
        case 0x2E80..<0xAC00, 0xF900..<0xFB00, 0xFE30..<0xFE50, 0xFF01..<0xFF61, 0x20000..<0x40000:
            true
        default: false
        }
    }

    var isLetter: Bool {
        value < 0x80
            ? (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
            : properties.isAlphabetic
    }

    var isLower: Bool { value < 0x80 ? (0x61...0x7A).contains(value) : properties.isLowercase }

    /// Upper or title case.
    var isUpper: Bool {
        value < 0x80
            ? (0x41...0x5A).contains(value)
            : properties.isUppercase || properties.generalCategory == .titlecaseLetter
    }

    var isDigit: Bool {
        value < 0x80 ? (0x30...0x39).contains(value) : properties.numericType == .decimal
    }
}
