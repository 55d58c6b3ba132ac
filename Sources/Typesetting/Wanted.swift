import LecternCore

/// Words that are searched for, folded once.
struct Wanted: Equatable, Sendable {
    /// Folded scalars; 0 stands for white space.
    private var letters: [UInt32] = []
    /// The ASCII letters that a match may begin with: the same, unless it is a letter and its case does not count.
    private var lower: UInt8 = 0
    private var upper: UInt8 = 0
    /// What a match must be equal to as well, when case or accents count.
    private var exact: String?
    private var caseCounts = false

    /// Letters that are looked at: a longer search is cut.
    private static let longest = 400

    init?(_ words: String) {
        var isWhite = false
        for scalar in words.unicodeScalars where letters.count < Wanted.longest {
            if Folding.isWhite(scalar) {
                isWhite = true
                continue
            }
            guard !Folding.isIgnored(scalar) else { continue }
            if isWhite, !letters.isEmpty { letters.append(0) }
            isWhite = false
            let folded = Folding.fold(scalar)
            letters.append(folded.first)
            if folded.second != 0 { letters.append(folded.second) }
        }
        guard !letters.isEmpty else { return nil }
        caseCounts = words.contains(where: \.isUppercase)
        let accentsCount = words.unicodeScalars.contains { scalar in
            guard scalar.value >= 0x80 else { return false }
            return scalar.value >= 0x300 && Folding.isIgnored(scalar) && !scalar.isForbidden
                || scalar.properties.isAlphabetic
                    && Folding.fold(scalar).first
                        != scalar.properties.lowercaseMapping.unicodeScalars.first?.value
        }
        if caseCounts || accentsCount { exact = plain(words[...]) }
        if letters[0] < 0x80 {
            lower = UInt8(letters[0])
            upper = (0x61...0x7A).contains(lower) ? lower - 32 : lower
            if caseCounts, let typed = exact?.utf8.first {
                // With an accent it is told from its case by the exact words.
                if typed == upper { lower = upper } else if typed == lower { upper = lower }
            }
        }
    }

    /// Says where the words stand that begin between two bytes of a text, in ranges of UTF-8 bytes in text order; returns
    /// from where to go on.
    func find(
        in text: String, from start: Int, to limit: Int, found: (Range<Int>) -> Void
    ) -> Int {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8Span.span
        let limit = min(limit, bytes.count)
        var offset = start
        while true {
            offset = next(in: bytes, from: offset, to: limit)
            guard offset < limit else { return offset }
            if let end = end(in: bytes, from: offset), isExact(text, offset..<end) {
                found(offset..<end)
                offset = end
            } else {
                offset = Ruler.scalar(bytes, at: offset).end
            }
        }
    }

    /// Where a scalar comes next that a match may begin with, or the limit.
    private func next(
        in bytes: borrowing Swift.Span<UInt8>, from start: Int, to limit: Int
    ) -> Int {
        let letter = letters[0]
        let (lower, upper) = (lower, upper)
        var offset = start
        while offset < limit {
            let byte = bytes[offset]
            if byte < 0x80 {
                if byte == lower || byte == upper { return offset }
                offset += 1
            } else {
                let (scalar, end) = Ruler.scalar(bytes, at: offset)
                if Folding.fold(scalar).first == letter { return offset }
                offset = end
            }
        }
        return offset
    }

    /// Where the words end that start here; nil when the text says something else.
    private func end(in bytes: borrowing Swift.Span<UInt8>, from start: Int) -> Int? {
        var offset = start
        var index = 0
        while index < letters.count {
            guard offset < bytes.count else { return nil }
            let (scalar, end) = Ruler.scalar(bytes, at: offset)
            if Folding.isIgnored(scalar) {
                offset = end
            } else if letters[index] == 0 {
                guard Folding.isWhite(scalar) else { return nil }
                offset = Wanted.endOfBlanks(bytes, from: end)
                index += 1
            } else {
                let folded = Folding.fold(scalar)
                guard folded.first == letters[index] else { return nil }
                index += 1
                if folded.second != 0 {
                    guard index < letters.count, folded.second == letters[index] else { return nil }
                    index += 1
                }
                offset = end
            }
        }
        // The marks of the last letter belong to it.
        while offset < bytes.count, bytes[offset] >= 0x80 {
            let (scalar, end) = Ruler.scalar(bytes, at: offset)
            guard scalar.value >= 0x300, Folding.isIgnored(scalar) else { break }
            offset = end
        }
        return offset
    }

    private static func endOfBlanks(_ bytes: borrowing Swift.Span<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset < bytes.count {
            let (scalar, end) = Ruler.scalar(bytes, at: offset)
            guard Folding.isWhite(scalar) || Folding.isIgnored(scalar) else { break }
            offset = end
        }
        return offset
    }

    /// Where case or accents count: is it the same under canonical equivalence?
    private func isExact(_ text: String, _ range: Range<Int>) -> Bool {
        guard let exact else { return true }
        return plain(text.utf8Slice(range)) == exact
    }

    /// Blanks as one, nothing that is never drawn, lower case unless case counts, quotes and dashes folded.
    private func plain(_ text: Substring) -> String {
        var out = String.UnicodeScalarView()
        var isWhite = false
        for scalar in text.unicodeScalars {
            if Folding.isWhite(scalar) {
                isWhite = true
            } else if scalar.value != 0xAD, !scalar.isForbidden {
                if isWhite, !out.isEmpty { out.append(" ") }
                isWhite = false
                let isLetter =
                    scalar.properties.isAlphabetic
                    || scalar.value >= 0x300 && Folding.isIgnored(scalar)
                let folded = Unicode.Scalar(Folding.fold(scalar).first) ?? scalar
                out.append(isLetter ? scalar : folded)
            }
        }
        return caseCounts ? String(out) : String(out).lowercased()
    }
}
