import LecternCore

/// A stretch of an article that was searched for.
package struct Match: Equatable, Sendable {
    /// Index of the block; -1 is the article's title, `blocks.count` its footnotes.
    package var block: Int
    /// UTF-8 bytes into the block's `text`, or the notes' texts with a byte between them; never empty.
    package var range: Range<Int>

    package init(block: Int, range: Range<Int>) {
        self.block = block
        self.range = range
    }
}

/// Every place in the article's title, blocks and footnotes that says `words`, in reading order, without overlaps.
///
/// Case counts only when `words` has a capital, accents only when it has one. White space stands for any white
/// space, line breaks included; soft hyphens in the text are passed over. Blank words are found nowhere.
package func matches(of words: String, in article: Article) -> Matches {
    var found = Matches()
    guard let wanted = Wanted(words) else { return found }
    wanted.find(in: article.title) { found.append(Match(block: -1, range: $0)) }
    for (index, block) in article.blocks.enumerated() {
        wanted.find(in: block.text) { found.append(Match(block: index, range: $0)) }
    }
    var base = 0
    for note in article.notes {
        wanted.find(in: note.text.text) { range in
            let range = (range.lowerBound + base)..<(range.upperBound + base)
            found.append(Match(block: article.blocks.count, range: range))
        }
        base += note.text.text.utf8.count + 1
    }
    return found
}

/// The same in one text: ranges of UTF-8 bytes.
package func matches(of words: String, in text: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    Wanted(words)?.find(in: text) { found.append($0) }
    return found
}

/// Words that are searched for, folded once.
private struct Wanted {
    /// Folded scalars; 0 stands for white space.
    private var letters: [UInt32] = []
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
    }

    /// Says where the words stand, in ranges of UTF-8 bytes in text order.
    func find(in text: String, found: (Range<Int>) -> Void) {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8Span.span
        let first = letters[0]
        var offset = 0
        while true {
            offset = next(first, in: bytes, from: offset)
            guard offset < bytes.count else { break }
            if let end = end(in: bytes, from: offset), isExact(text, offset..<end) {
                found(offset..<end)
                offset = end
            } else {
                offset = Ruler.scalar(bytes, at: offset).end
            }
        }
    }

    /// Where a scalar that folds to `letter` comes next, or the end.
    private func next(
        _ letter: UInt32, in bytes: borrowing Swift.Span<UInt8>, from start: Int
    ) -> Int {
        let lower = letter < 0x80 ? UInt8(letter) : 0
        let upper = (0x61...0x7A).contains(lower) ? lower - 32 : lower
        var offset = start
        while offset < bytes.count {
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
